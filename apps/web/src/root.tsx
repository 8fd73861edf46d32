// First of all: tokens.css settles the order of the layers.
import './styles/tokens.css';
import './styles/fonts.css';
import './styles/base.css';
import './styles/print.css';
import type { ReactNode } from 'react';
import { preloadModule } from 'react-dom';
import { isRouteErrorResponse, Links, Outlet, Scripts, ScrollRestoration, useLoaderData, useRouteError, useRouteLoaderData, type LoaderFunctionArgs } from 'react-router';
import type { Trouble } from './base/ask.ts';
import { directionOf, useVoice } from './base/language.tsx';
import { RouteAnnouncer } from './base/route-announcer.tsx';
import { readHouse } from './routes/house.ts';
import { HouseFrame } from './routes/house-frame.tsx';
import { TroublePage } from './ui/trouble-page.tsx';

/** Facts of every page; pages read them with `useRouteLoaderData('root')`. */
export async function loader(args: LoaderFunctionArgs) {
  const { demo, requestId, newKey } = args.context;
  return { demo, requestId, pageKey: newKey(), house: await readHouse(args) };
}

/** The document around every page, error pages included. */
export function Layout({ children }: { children: ReactNode }) {
  const { language, theme, requestId, styles, nonce, sentenceFiles = [] } = useVoice();
  for (const file of sentenceFiles) preloadModule(file, { as: 'script', ...(nonce && { nonce }) });
  return (
    <html lang={language} dir={directionOf(language)} data-theme={theme} data-request={requestId}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href="/mark.svg" type="image/svg+xml" />
        {styles ? <style nonce={nonce} suppressHydrationWarning>{styles}</style> : <Links />}
      </head>
      <body>
        {children}
        <RouteAnnouncer />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

/** Every page stands in the house's frame. */
export default function Root() {
  const { house, pageKey } = useLoaderData<typeof loader>();
  return (
    <HouseFrame house={house} pageKey={pageKey}>
      <Outlet />
    </HouseFrame>
  );
}

/** What a person sees when a page cannot be shown: a sentence, a reference, a way on. Never a stack. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { requestId } = useVoice();
  const facts = useRouteLoaderData<typeof loader>('root');
  const answered = isRouteErrorResponse(error) ? error : undefined;
  const trouble = (answered?.data ?? {}) as Partial<Trouble>;
  const code = trouble.code ?? (answered?.status === 404 ? 'NOT_FOUND' : 'UNEXPECTED');
  return (
    <HouseFrame house={facts?.house} pageKey={facts?.pageKey ?? ''}>
      <TroublePage code={code} requestId={trouble.requestId ?? facts?.requestId ?? requestId} />
    </HouseFrame>
  );
}
