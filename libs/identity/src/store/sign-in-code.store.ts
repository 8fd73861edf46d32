import { hmacBytes, sameText, sha256Bytes, type Tx } from '#platform';
import { signInCodeLimits, type AskedCode, type CodesAsked } from '../domain/sign-in-code.js';

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

/**
 * Codes asked in the last quarter of an hour for this address and from this network. Askers for one address, or from one network, come one
 * by one: a handful sent at the same instant is counted too.
 */
export async function codesAsked(tx: Tx, { mailAddress, originHash }: { mailAddress: string; originHash: Buffer | null }): Promise<CodesAsked> {
  const keys = [`code for ${mailAddress}`, `codes from ${originHash?.toString('hex') ?? 'nowhere'}`];
  for (const key of keys) await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
  const since = new Date(tx.recordedAt().getTime() - 15 * 60_000);
  const [row] = await tx.query<Record<keyof CodesAsked, string>>(
    `select count(*) filter (where mail_address = $1 and origin_hash is not distinct from $2) as "addressAndOrigin",
            count(*) filter (where mail_address = $1) as address,
            count(*) filter (where origin_hash = $2) as origin
     from sign_in_code where asked_at > $3 and (mail_address = $1 or origin_hash = $2)`,
    [mailAddress, originHash, since],
  );
  return { addressAndOrigin: Number(row?.addressAndOrigin ?? 0), address: Number(row?.address ?? 0), origin: Number(row?.origin ?? 0) };
}

/** A code about to leave; without a person when the address is unknown. */
export interface NewCode {
  readonly id: string;
  readonly personId: string | null;
  readonly mailAddress: string;
  readonly browserToken: string;
  readonly originHash: Buffer | null;
}

export async function keepCode(tx: Tx, code: NewCode): Promise<void> {
  const now = tx.recordedAt();
  await tx.query(
    `insert into sign_in_code (id, person_id, mail_address, browser_hash, origin_hash, tries, asked_at, expires_at)
     values ($1, $2, $3, $4, $5, 0, $6, $7)`,
    [code.id, code.personId, code.mailAddress, sha256Bytes(code.browserToken), code.originHash, now, new Date(now.getTime() + signInCodeLimits.minutes * 60_000)],
  );
}

/** The newest code asked for this address that still opens something at this instant (machine clock), locked. */
export async function lockPendingCode(tx: Tx, mailAddress: string): Promise<{ id: string; personId: string; expiresAt: Date } | null> {
  const [row] = await tx.query<{ id: string; person_id: string; expires_at: Date }>(
    `select id, person_id, expires_at from sign_in_code
     where mail_address = $1 and person_id is not null and used_at is null and tries < $2 and expires_at > $3 order by asked_at desc, id desc limit 1 for update`,
    [mailAddress, signInCodeLimits.tries, tx.recordedAt()],
  );
  return row ? { id: row.id, personId: row.person_id, expiresAt: row.expires_at } : null;
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
