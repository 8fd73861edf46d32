import { newToken, sha256Bytes, type ReadTx, type Tx } from '#platform';
import type { Device } from '../domain/device.js';
import { isSessionLive, type SessionAge, type SessionLimits } from '../domain/session.js';
import { SessionRow } from './identity.entity.js';

/** What a session's token opens. */
export interface KnownSession extends SessionAge {
  readonly sessionId: string;
  readonly personId: string;
  readonly language: string;
  readonly stepUpAt: Date | null;
}

/** How a person was recognised. A passkey's sign-in is no proof for an act: each act asks the key again, bound to its document. */
export type SignInMethod = 'MAIL_CODE' | 'PASSKEY' | 'DEMO_LINK';

interface SessionLine {
  session_id: string;
  person_id: string;
  language: string;
  step_up_at: Date | null;
  expires_at: Date;
  last_seen_at: Date;
}

/** The live session of a cookie's token, or `null`. `now` is the machine's: it ends a session by time. */
export async function sessionByToken(tx: ReadTx, token: string, at: { readonly now: Date; readonly limits: SessionLimits }): Promise<KnownSession | null> {
  const [row] = await tx.query<SessionLine>('select session_id, person_id, language, step_up_at, expires_at, last_seen_at from session_by_token($1)', [sha256Bytes(token)]);
  if (!row || !isSessionLive({ lastSeenAt: row.last_seen_at, expiresAt: row.expires_at }, at.limits, at.now)) return null;
  return { sessionId: row.session_id, personId: row.person_id, language: row.language, stepUpAt: row.step_up_at, lastSeenAt: row.last_seen_at, expiresAt: row.expires_at };
}

/** Whom a new session is for, how they were recognised, and from which device. */
export interface SignIn {
  readonly personId: string;
  readonly method: SignInMethod;
  readonly device: Device;
}

/** Opens a session, which a code or a demo's link also proves for acts. Answers the cookie's token, kept nowhere in clear. */
export async function openSession(tx: Tx, { personId, method, device }: SignIn, limits: SessionLimits): Promise<string> {
  const token = newToken();
  const now = tx.recordedAt();
  const proves = method !== 'PASSKEY';
  await tx.manager.insert(SessionRow, {
    id: tx.newId(),
    personId,
    tokenHash: sha256Bytes(token),
    method,
    browser: device.browser,
    platform: device.platform,
    startedAt: now,
    lastSeenAt: now,
    stepUpAt: proves ? now : null,
    stepUpMethod: proves ? method : null,
    expiresAt: new Date(now.getTime() + limits.longest),
    endedAt: null,
  });
  return token;
}

/** The cookie's life, in seconds. */
export const sessionSeconds = (limits: SessionLimits): number => Math.floor(limits.longest / 1000);

export async function endSession(tx: Tx, sessionId: string): Promise<void> {
  await tx.query('update session set ended_at = $2 where id = $1 and ended_at is null', [sessionId, tx.recordedAt()]);
}

/** Ends every session of a person, but the one kept. Answers how many. */
export async function endSessionsOf(tx: Tx, personId: string, kept: string | null = null): Promise<number> {
  const ended = await tx.query('update session set ended_at = $3 where person_id = $1 and id is distinct from $2 and ended_at is null returning id', [personId, kept, tx.recordedAt()]);
  return ended.length;
}

/** A fresh code typed in a session: a proof, and a new token, since who authenticates again gets another (ASVS 5.0, 7.2.4). Answers it. */
export async function stepUpSession(tx: Tx, sessionId: string): Promise<string> {
  const token = newToken();
  await tx.query(`update session set step_up_at = $2, step_up_method = 'MAIL_CODE', token_hash = $3 where id = $1 and ended_at is null`, [sessionId, tx.recordedAt(), sha256Bytes(token)]);
  return token;
}

/** Writes down that the session was seen: no act, only the access log. */
export async function seeSession(tx: Tx, sessionId: string): Promise<void> {
  await tx.query('update session set last_seen_at = greatest(last_seen_at, $2) where id = $1 and ended_at is null', [sessionId, tx.recordedAt()]);
}

/** When a session was opened (machine clock); `null` when it is out of sight. */
export async function sessionStart(tx: ReadTx, sessionId: string): Promise<Date | null> {
  const [row] = await tx.query<{ at: Date }>('select started_at as at from session where id = $1', [sessionId]);
  return row?.at ?? null;
}

/** The proof for any act that a session carries. */
export async function sessionProof(tx: ReadTx, sessionId: string): Promise<{ method: string | null; at: Date | null }> {
  const [row] = await tx.query<{ method: string | null; at: Date | null }>('select step_up_method as method, step_up_at as at from session where id = $1 and ended_at is null', [sessionId]);
  return row ?? { method: null, at: null };
}

/** A session as its person reads it. */
export interface SessionShown extends SessionAge {
  readonly id: string;
  readonly method: string;
  readonly browser: string | null;
  readonly platform: string | null;
  readonly startedAt: Date;
}

/** The sessions of a person that have not been ended, the last seen first. */
export const sessionsOf = (tx: ReadTx, personId: string): Promise<SessionShown[]> =>
  tx.query<SessionShown>(
    `select id, method, browser, platform, started_at as "startedAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt"
     from session where person_id = $1 and ended_at is null order by last_seen_at desc, id`,
    [personId],
  );
