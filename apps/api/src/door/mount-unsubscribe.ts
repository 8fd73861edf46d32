import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GatherWeekly } from '#identity';
import { isLanguage, type Language } from '#kernel';
import { plainPage, type PlainPage } from '../web/plain-page.js';
import { preferencesOf } from '../web/preferences.js';
import { plainPolicy, securityHeaders } from '../web/security.js';
import { strangerCtx } from './house-context-source.js';

/** What the door of one-click unsubscribing needs of the house. */
export interface UnsubscribeDoor {
  /** Asked for at each click: doors are mounted before rooms are ready. */
  readonly gather: () => Pick<GatherWeekly, 'run'>;
  readonly publicUrl: string;
}

type Click = FastifyRequest<{ Params: { token: string } }>;

/** Bytes of the largest click: a form of one field. */
const bodyLimit = 4_096;

/** The one body that acts (RFC 8058, 3.1), as a form of either kind; a link that is only followed or posted to empty-handed does nothing. */
const isOneClick = (body: unknown): boolean => typeof body === 'string' && (/(?:^|&)List-Unsubscribe=One-Click(?:&|$)/.test(body.trim()) || /name="List-Unsubscribe"\r?\n\r?\nOne-Click\r?\n/.test(body));

/** Pressed by a person on our page, who is led back to it; a mail provider follows no redirection (RFC 8058, 3.1). */
const isFromPage = (body: unknown): boolean => typeof body === 'string' && /(?:^|&)from=page(?:&|$)/.test(body.trim());

const outcomes: Readonly<Record<string, { readonly status: number; readonly page: PlainPage }>> = {
  BARE: { status: 400, page: { title: 'webReminders.gather.title', sentence: 'webReminders.gather.bare' } },
  NOT_FOUND: { status: 404, page: { title: 'webReminders.gather.gone', sentence: 'webReminders.gather.goneLead' } },
  CLICKS_TOO_MANY: { status: 429, page: { title: 'webReminders.gather.title', sentence: 'refusal.CLICKS_TOO_MANY' } },
  DONE: { status: 200, page: { title: 'webReminders.gather.done', sentence: 'webReminders.gather.legal' } },
};

/**
 * `POST /unsubscribe/<token>`, where a mail provider clicks for its reader: no session, no cookie, no Origin. Only the body that the standard
 * names acts. The page at the same address (GET) is the web's: it changes nothing.
 */
export async function mountUnsubscribe(fastify: FastifyInstance, { gather, publicUrl }: UnsubscribeDoor): Promise<void> {
  const secure = publicUrl.startsWith('https:');
  const say = (reply: FastifyReply, outcome: string, language: Language): FastifyReply => {
    const { status, page } = outcomes[outcome] ?? outcomes['NOT_FOUND']!;
    return reply.code(status).headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': plainPolicy, 'cache-control': 'no-store' }).send(plainPage(language, page));
  };
  await fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit }, (_request, body, done) => done(null, body));
    scope.post('/unsubscribe/:token', { bodyLimit }, async (request: Click, reply) => {
      const { token } = request.params;
      const { cookie: cookies, 'accept-language': acceptLanguage } = request.headers;
      const { language } = preferencesOf({ url: new URL(request.url, publicUrl), cookies, acceptLanguage, profile: undefined }, secure);
      reply.headers(securityHeaders(secure));
      if (!isOneClick(request.body)) return say(reply, 'BARE', language);
      const ctx = { ...strangerCtx(language, randomUUID()), visitor: { address: request.ip, userAgent: null } };
      const answer = await gather().run(ctx, token);
      if (answer.refused) return say(reply, answer.code, language);
      if (isFromPage(request.body)) return reply.redirect(`/unsubscribe/${token}?done=weekly`, 303);
      return say(reply, 'DONE', isLanguage(answer.value.language) ? answer.value.language : language);
    });
  });
}
