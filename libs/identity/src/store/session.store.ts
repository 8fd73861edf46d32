import { newToken, sha256Bytes, type ReadTx, type Tx } from '#platform';
import { sessionDays } from '../domain/sign-in-code.js';
import { SessionRow } from './identity.entity.js';

/** What a session's token opens. */
export interface KnownSession {
  readonly sessionId: string;
  readonly personId: string;
  readonly language: string;
  readonly stepUpAt: Date | null;
}

/** The live session of a cookie's token, or `null`. `machineNow` ends it by time. */
export async function sessionByToken(tx: ReadTx, token: string, machineNow: Date): Promise<KnownSession | null> {
  const [row] = await tx.query<{ session_id: string; person_id: string; language: string; step_up_at: Date | null; expires_at: Date }>(
    'select session_id, person_id, language, step_up_at, expires_at from session_by_token($1)',
    [sha256Bytes(token)],
  );
  if (!row || row.expires_at <= machineNow) return null;
  return { sessionId: row.session_id, personId: row.person_id, language: row.language, stepUpAt: row.step_up_at };
}

/** Opens a session that has just proved who the person is (a step-up). Answers the cookie's token, kept nowhere in clear. */
export async function openSession(tx: Tx, personId: string, method: 'MAIL_CODE' | 'DEMO_LINK'): Promise<string> {
  const token = newToken();
  const now = tx.recordedAt();
  await tx.manager.insert(SessionRow, {
    id: tx.newId(),
    personId,
    tokenHash: sha256Bytes(token),
    method,
    startedAt: now,
    lastSeenAt: now,
    stepUpAt: now,
    expiresAt: new Date(now.getTime() + sessionDays * 86_400_000),
    endedAt: null,
  });
  return token;
}

export const sessionSeconds = sessionDays * 86_400;

export async function endSession(tx: Tx, sessionId: string): Promise<void> {
  await tx.query('update session set ended_at = $2 where id = $1 and ended_at is null', [sessionId, tx.recordedAt()]);
}

export async function stepUpSession(tx: Tx, sessionId: string): Promise<void> {
  await tx.query('update session set step_up_at = $2 where id = $1 and ended_at is null', [sessionId, tx.recordedAt()]);
}
