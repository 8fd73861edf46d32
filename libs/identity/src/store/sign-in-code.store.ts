import { hmacBytes, sameText, sha256Bytes, type Tx } from '#platform';
import { signInCodeLimits, type AskedCode } from '../domain/sign-in-code.js';

/** The instance's secret, as a token for injection. */
export abstract class InstanceSecret {
  abstract readonly value: string;
}

export interface LoadedCode extends AskedCode {
  readonly id: string;
  readonly personId: string | null;
}

/**
 * The six digits of a code: derived from its row and the instance's secret, so that neither the database, the queue
 * nor the journal ever holds them.
 */
export function sixDigits(secret: string, codeId: string): string {
  const number = hmacBytes(secret, `sign-in-code:${codeId}`).readUIntBE(0, 6) % 1_000_000;
  return String(number).padStart(6, '0');
}

/** Spaces and dashes that people type are forgiven. */
export const sameDigits = (typed: string, expected: string): boolean => sameText(typed.replace(/[\s-]/g, ''), expected);

export async function askedInLastQuarter(tx: Tx, mailAddress: string): Promise<number> {
  const since = new Date(tx.recordedAt().getTime() - 15 * 60_000);
  const [row] = await tx.query<{ asked: string }>('select count(*) as asked from sign_in_code where mail_address = $1 and asked_at > $2', [mailAddress, since]);
  return Number(row?.asked ?? 0);
}

export async function keepCode(tx: Tx, code: { id: string; personId: string | null; mailAddress: string; browserToken: string }): Promise<void> {
  const now = tx.recordedAt();
  await tx.query(
    `insert into sign_in_code (id, person_id, mail_address, browser_hash, tries, asked_at, expires_at)
     values ($1, $2, $3, $4, 0, $5, $6)`,
    [code.id, code.personId, code.mailAddress, sha256Bytes(code.browserToken), now, new Date(now.getTime() + signInCodeLimits.minutes * 60_000)],
  );
}

/** The newest code asked by this browser, locked. */
export async function lockCodeOf(tx: Tx, browserToken: string): Promise<LoadedCode | null> {
  const [row] = await tx.query<{ id: string; person_id: string | null; tries: number; expires_at: Date; used_at: Date | null }>(
    'select id, person_id, tries, expires_at, used_at from sign_in_code where browser_hash = $1 order by asked_at desc limit 1 for update',
    [sha256Bytes(browserToken)],
  );
  return row ? { id: row.id, personId: row.person_id, tries: row.tries, expiresAt: row.expires_at, usedAt: row.used_at } : null;
}

export const countTry = (tx: Tx, id: string): Promise<object[]> => tx.query('update sign_in_code set tries = tries + 1 where id = $1', [id]);
export const useCode = (tx: Tx, id: string): Promise<object[]> => tx.query('update sign_in_code set used_at = $2 where id = $1', [id, tx.recordedAt()]);
