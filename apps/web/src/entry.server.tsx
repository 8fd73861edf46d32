import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { ServerRouter, type AppLoadContext, type EntryContext, type HandleErrorFunction } from 'react-router';
import { say } from '#phrases';
import brought from 'virtual:brought-sentences';
import { sayBrought } from './base/brought.ts';
import { Speaking, type Voice } from './base/language.tsx';

/** Milliseconds a slow part of a page may take before the rest is sent without it. */
export const streamTimeout = 5_000;

/** Unexpected errors go to the operators; a person sees a sentence and a reference. A request given up by its browser is no error. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) (context as AppLoadContext).report(error);
};

const voiceOf = ({ language, theme, requestId, styles, nonce }: AppLoadContext, routes: readonly string[]): Voice => ({
  language,
  theme,
  requestId,
  styles,
  nonce,
  say: sayBrought({ routes, keys: brought.keys }, (key, values) => say(language, key, values)),
  sentenceFiles: routes.flatMap((route) => brought.files[`${language === 'ar' ? 'ar' : 'fr'}/${route}`] ?? []),
});

/** Renders a page as a stream; readers and machines that do not wait get it whole. The nonce goes to every script React writes. */
export default function handleRequest(request: Request, status: number, headers: Headers, router: EntryContext, context: AppLoadContext): Promise<Response> {
  headers.set('content-type', 'text/html; charset=utf-8');
  if (request.method === 'HEAD') return Promise.resolve(new Response(null, { status, headers }));
  const voice = voiceOf(context, router.staticHandlerContext.matches.map(({ route }) => route.id));
  const whole = isbot(request.headers.get('user-agent') ?? '');
  return new Promise((resolve, reject) => {
    let sent = false;
    let answered = status;
    const { pipe, abort } = renderToPipeableStream(
      <Speaking voice={voice}>
        <ServerRouter context={router} url={request.url} nonce={context.nonce} />
      </Speaking>,
      {
        nonce: context.nonce,
        [whole ? 'onAllReady' : 'onShellReady'](): void {
          sent = true;
          const body = new PassThrough({ final: (done) => (clearTimeout(tooLate), done()) });
          pipe(body);
          resolve(new Response(createReadableStreamFromReadable(body), { status: answered, headers }));
        },
        onShellError: reject,
        onError(error: unknown) {
          answered = 500;
          if (sent) context.report(error);
        },
      },
    );
    const tooLate = setTimeout(abort, streamTimeout + 1_000);
  });
}
