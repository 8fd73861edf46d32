import { accepted, type Answer } from '#kernel';
import type { Ctx, ReadTx, Tx, Work } from '#platform';
import type { CopyKind, Registered, RegisteredKind } from '../domain/verification.js';

/** What is registered under a hash, and as much of its minutes as whoever holds the hash may know: nothing of their content. */
export interface RegisteredLine extends Registered {
  readonly language: string | null;
  readonly minutesId: string;
  readonly version: number;
  readonly number: string;
  readonly contentHash: string;
  readonly meetingOn: string;
  /** Short names, as the minutes print them. */
  readonly parties: readonly string[];
  /** Replaced by a later version then; its signatures count no more. */
  readonly replacedAt: Date | null;
  /** Of the version that is executory. */
  readonly executoryAt: Date | null;
}

interface Line {
  hash: string;
  kind: RegisteredKind;
  language: string | null;
  minutes_id: string;
  version: number;
  number: string;
  content_hash: string;
  meeting_on: string;
  parties: string[];
  replaced_at: Date | null;
  executory_at: Date | null;
}

/** What is known under these hashes, whoever asks: the database's own function answers, past the rows' policies, and no more than this. */
export async function registeredUnder(tx: Pick<ReadTx, 'query'>, hashes: readonly string[]): Promise<RegisteredLine[]> {
  const lines = await tx.query<Line>(
    'select hash, kind, language, minutes_id, version, number, content_hash, meeting_on::text as meeting_on, parties, replaced_at, executory_at from registered_under($1::text[])',
    [[...hashes]],
  );
  return lines.map(({ hash, kind, language, minutes_id: minutesId, version, number, content_hash: contentHash, meeting_on: meetingOn, parties, replaced_at: replacedAt, executory_at: executoryAt }) => (
    { hash, kind, language, minutesId, version, number, contentHash, meetingOn, parties, replacedAt, executoryAt }));
}

/** A copy in hand, its hash and the number of its minutes. */
export interface PrintedPdf {
  readonly number: string;
  readonly sha256: string;
  readonly bytes: Buffer;
}

/** A copy as it is registered. */
export interface PrintedCopy {
  readonly partnershipId: string;
  readonly minutesId: string;
  readonly version: number;
  readonly kind: CopyKind;
  readonly language: string;
  readonly sha256: string;
}

/** Registers a copy that was printed; one that is known already stays as it was. */
export async function registerCopy(tx: Tx, { partnershipId, minutesId, version, kind, language, sha256 }: PrintedCopy): Promise<void> {
  await tx.query(
    'insert into printed_copy (partnership_id, sha256, minutes_id, version, kind, language, printed_at) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing',
    [partnershipId, sha256, minutesId, version, kind, language, tx.now()],
  );
}

/** The same, in a transaction of its own: for a copy that is handed out without being kept. */
export const registerPrinted = (work: Work, ctx: Ctx, copy: PrintedCopy): Promise<Answer<true>> =>
  work.run({ ...ctx, idempotencyKey: null }, async (tx) => {
    await registerCopy(tx, copy);
    return accepted(true);
  });
