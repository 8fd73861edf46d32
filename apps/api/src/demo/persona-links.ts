import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { accepted } from '#kernel';
import { deviceOf, openSession, sessionCookie, usualSessionLimits } from '#identity';
import type { Ctx, Work } from '#platform';
import { HouseContextSource } from '../door/house-context-source.js';
import { memberOf } from './company.js';

const home = (language: string): string => (language === 'ar' ? '/?lang=ar' : '/?lang=fr');

/**
 * `/demo/<persona>` signs in as a person of the demo, without a code. Mounted in demo mode only: elsewhere the path is unknown.
 * A sign-in by GET is the demo's own exception; no other address acts on GET.
 */
export function mountPersonaLinks(fastify: FastifyInstance, doors: { source: HouseContextSource; work: Work }): void {
  fastify.get('/demo/:persona', async (request: FastifyRequest<{ Params: { persona: string } }>, reply: FastifyReply) => {
    const member = memberOf(request.params.persona);
    if (!member) return reply.callNotFound();
    const ctx = await doors.source.contextOf(request, reply);
    const token = await doors.work.run({ ...ctx, idempotencyKey: null, audience: 'INSTANCE' } satisfies Ctx, async (tx) => {
      const [person] = await tx.query<{ person_id: string }>('select person_id from person_by_mail_address($1)', [member.mailAddress]);
      return accepted(person ? await openSession(tx, { personId: person.person_id, method: 'DEMO_LINK', device: deviceOf(ctx.visitor?.userAgent) }, usualSessionLimits) : null);
    });
    if (token.refused || !token.value) return reply.callNotFound();
    ctx.cookies?.set(sessionCookie, token.value, 86_400);
    return reply.redirect(home(member.language), 303);
  });
}
