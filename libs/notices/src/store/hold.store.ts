import { accepted, refused, type Answer } from '#kernel';
import type { ReadTx, Tx } from '#platform';

/**
 * What may leave after a restore, until a person agrees: only a sign-in code asked since, or nobody could come in to agree.
 * The rest waits: an old backup does not know what was sent after it (trust.md, threat Z2). SQL condition on `reminder`.
 */
export const mayLeave = `(not exists (select from epoch where sending_resumed_at is null)
  or (rule = 'SIGN_IN_CODE' and planned_at >= (select max(restored_at) from epoch)))`;

/** Why nothing is sent: the instants (machine clock) of the restore and of the backup. */
export interface Hold {
  readonly restoredAt: Date;
  readonly backupTakenAt: Date;
}

const openEpochs = `select restored_at as "restoredAt", backup_taken_at as "backupTakenAt" from epoch where sending_resumed_at is null order by number desc`;

/** `null` when sending goes on as usual. */
export async function holdOf(tx: ReadTx): Promise<Hold | null> {
  const [hold] = await tx.query<Hold>(openEpochs);
  return hold ?? null;
}

/** Lines whose hour has come and that wait; of the reader's partnerships. */
export async function linesHeld(tx: ReadTx): Promise<number> {
  const [row] = await tx.query<{ held: number }>(`select count(*)::int as held from reminder where state in ('PLANNED', 'SENDING') and send_at <= $1 and not ${mayLeave}`, [tx.now()]);
  return row?.held ?? 0;
}

/**
 * Somebody agrees: what is overdue leaves as after an outage, one current mail per person and matter, under the Message-ID it
 * always had. Refused SENDING_NOT_HELD when nothing waits for an agreement.
 */
export async function resumeSending(tx: Tx, personId: string | null): Promise<Answer<Hold>> {
  const [hold] = await tx.query<Hold>(`${openEpochs} for update`);
  if (!hold) return refused('SENDING_NOT_HELD');
  const resumed = await tx.query<{ id: string; number: number }>(
    `update epoch set sending_resumed_at = $1, resumed_by = $2 where sending_resumed_at is null returning id, number`,
    [tx.recordedAt(), personId],
  );
  for (const { id, number } of resumed) tx.tell({ kind: 'SendingResumed', partnershipId: null, subject: { kind: 'epoch', id }, data: { number } });
  return accepted(hold);
}
