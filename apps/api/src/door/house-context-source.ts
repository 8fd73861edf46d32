import { createHash, randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accepted, isLanguage, LegalClock, MachineClock, Zones, type Language } from '#kernel';
import { endSession, isSightingDue, seeSession, sessionStart, sessionByToken, sessionCookie, SessionLimits, type KnownSession } from '#identity';
import { actorOf, heldSeats, isInstanceAdmin, leftOffice } from '#parties';
import { ContextSource, Work, type Actor, type Ctx } from '#platform';
import { Injectable } from '@nestjs/common';
import { preferencesOf } from '../web/preferences.js';
import { CookieJar, readCookie } from './cookie-jar.js';
import { PublicAddress } from './public-address.js';

/** Nobody yet: what a request may read before it is known whose it is. */
export const strangerCtx = (language: Language, requestId: string): Ctx => ({
  actor: null,
  language,
  requestId,
  idempotencyKey: null,
  requestHash: null,
  cookies: null,
  audience: 'PUBLIC',
});

interface Known {
  readonly actor: Actor;
  readonly language: Language | undefined;
  readonly session: KnownSession;
}

/** Reads who is at the door: the session's cookie, then the seats held at this instant. Access ends with the mandate. */
@Injectable()
export class HouseContextSource extends ContextSource {
  /** Whom a page's request was found to be when its language was asked, for the first question that follows; then forgotten. */
  private readonly early = new WeakMap<FastifyRequest, Known | null>();

  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly legal: LegalClock,
    private readonly machine: MachineClock,
    private readonly address: PublicAddress,
    private readonly limits: SessionLimits,
  ) {
    super();
  }

  async contextOf(request: FastifyRequest, reply: FastifyReply): Promise<Ctx> {
    const cookies = new CookieJar(request, reply, this.address.secure);
    const requestId = randomUUID();
    const known = await this.stayed(await this.found(request, cookies, requestId), requestId);
    if (known) await this.see(known.session, requestId);
    const key = request.headers['idempotency-key'];
    return {
      actor: known?.actor ?? null,
      language: this.languageOf(request, known?.language),
      requestId,
      idempotencyKey: typeof key === 'string' && key.length <= 200 ? key : null,
      requestHash: createHash('sha256').update(typeof request.body === 'string' ? request.body : '').digest('hex'),
      cookies,
      visitor: { address: request.ip, userAgent: request.headers['user-agent'] ?? null },
      audience: known ? 'MEMBER' : 'PUBLIC',
    };
  }

  /** Whether the request's session lives; its sighting is left to what it asks next. */
  async isSignedIn(request: FastifyRequest): Promise<boolean> {
    return (await this.known(readCookie(request, sessionCookie, this.address.secure), 'explorer')) !== null;
  }

  /** The language of the signed-in person's profile. */
  async profileLanguage(request: FastifyRequest): Promise<Language | undefined> {
    const known = await this.known(readCookie(request, sessionCookie, this.address.secure), 'profile');
    this.early.set(request, known);
    return known?.language;
  }

  private async found(request: FastifyRequest, cookies: CookieJar, requestId: string): Promise<Known | null> {
    const early = this.early.get(request);
    this.early.delete(request);
    return early ?? this.known(cookies.get(sessionCookie), requestId);
  }

  private async known(token: string | null, requestId: string): Promise<Known | null> {
    if (!token) return null;
    return this.work.read(strangerCtx('fr', requestId), async (tx) => {
      const session = await sessionByToken(tx, token, { now: this.machine.now(), limits: this.limits });
      if (!session) return null;
      const seats = await heldSeats(tx, session.personId, { instant: this.legal.now(), zones: this.zones });
      const isAdmin = await isInstanceAdmin(tx, session.personId);
      return { actor: actorOf({ ...session, isAdmin }, seats), language: this.spoken(session), session };
    });
  }

  /** A session ends with the mandate, at the first request after its last midnight. Signing in again stays possible: one's own data are read and exported by whoever they are about. */
  private async stayed(known: Known | null, requestId: string): Promise<Known | null> {
    if (!known || known.actor.isAdmin || known.actor.seats.length > 0) return known;
    const { sessionId, personId } = known.session;
    const instance: Ctx = { ...strangerCtx('fr', requestId), audience: 'INSTANCE' };
    const left = await this.work.read(instance, async (tx) => {
      const start = await sessionStart(tx, sessionId);
      const openFor = start ? this.machine.now().getTime() - start.getTime() : 0;
      return leftOffice(tx, personId, { instant: this.legal.now(), openFor, zones: this.zones });
    });
    if (!left) return known;
    await this.work.run(instance, async (tx) => accepted(await endSession(tx, sessionId)));
    return null;
  }

  /** « Vu à … » of the device list, at most once a minute: the access log, not an act. An open stream asks at each beat, and so is seen too. */
  private async see(session: KnownSession, requestId: string): Promise<void> {
    if (!isSightingDue(session, this.machine.now())) return;
    await this.work.run({ ...strangerCtx('fr', requestId), audience: 'INSTANCE' }, async (tx) => accepted(await seeSession(tx, session.sessionId)));
  }

  private spoken(session: KnownSession): Language | undefined {
    return isLanguage(session.language) ? session.language : undefined;
  }

  private languageOf(request: FastifyRequest, profile: Language | undefined): Language {
    const url = new URL(request.url, this.address.url);
    const { cookie: cookies, 'accept-language': acceptLanguage } = request.headers;
    return preferencesOf({ url, cookies, acceptLanguage, profile }, this.address.secure).language;
  }
}
