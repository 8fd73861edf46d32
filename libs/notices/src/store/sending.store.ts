import type { ReadTx, Tx } from '#platform';
import { mayLeave } from './hold.store.js';
import { linesWhere, type Line } from './ledger.store.js';

/** A line held by a sender: `attempt` is its right to it. Whoever takes the line later has a higher one, and the earlier word counts no more. */
export interface Held {
  readonly line: Line;
  readonly attempt: number;
}

/** Who owns a line and whether it is a reminder's; read before any lock. `null` when there is no such line. */
export async function lineById(tx: ReadTx, id: string): Promise<Line | null> {
  const [line] = await linesWhere(tx, 'id = $1', [id]);
  return line ?? null;
}

/** One line, locked, if it may be sent now; `null` when another sender holds it or nothing is left to do. */
export async function takeLine(tx: Tx, id: string): Promise<Line | null> {
  const [line] = await linesWhere(
    tx,
    `id = $1 and state in ('PLANNED', 'SENDING') and send_at <= $2 and (lease_until is null or lease_until <= $3) and ${mayLeave} for update skip locked`,
    [id, tx.now(), tx.recordedAt()],
  );
  return line ?? null;
}

/** The other lines whose hour has come that would tell this person about the same thing; under the partnership's turn. */
export const dueTogether = (tx: Tx, line: Line, sameRule: boolean): Promise<Line[]> =>
  linesWhere(
    tx,
    `person_id = $1 and object_kind = $2 and object_id = $3 and id <> $4 and state = 'PLANNED' and send_at <= $5
       and case when $6 then rule = $7 else period = $8 end order by id`,
    [line.personId, line.objectKind, line.objectId, line.id, tx.now(), sameRule, line.rule, line.period],
  );

/** What this person was already asked about this thing: when first (legal clock), and whether a letter is under way. */
export async function askedBefore(tx: Tx, line: Line): Promise<{ first: Date | null; underWay: boolean }> {
  const [row] = await tx.query<{ first: Date | null; under_way: boolean }>(
    `select min(coalesce(sent_at, send_at)) as first, coalesce(bool_or(state = 'SENDING'), false) as under_way from reminder
     where person_id = $1 and object_kind = $2 and object_id = $3 and period = $4 and id <> $5 and state in ('SENT', 'SENDING', 'GATHERED')`,
    [line.personId, line.objectKind, line.objectId, line.period, line.id],
  );
  return { first: row?.first ?? null, underWay: row?.under_way ?? false };
}

const leaseOf = (tx: Tx, milliseconds: number): Date => new Date(tx.recordedAt().getTime() + milliseconds);

/** The committed mark of a sending under way, with the name of whom it goes to: after a kill the line is taken again when the lease ends. */
export async function markSending(tx: Tx, line: Line, mark: { lease: number; recipient: string }): Promise<Held> {
  const attempt = line.attempts + 1;
  await tx.query(
    `update reminder set state = 'SENDING', attempts = $2, lease_until = $3, details = details || jsonb_build_object('recipient', $4::text) where id = $1`,
    [line.id, attempt, leaseOf(tx, mark.lease), mark.recipient],
  );
  return { line, attempt };
}

/** A sign of life of the sender. */
export async function renewLease(tx: Tx, { line, attempt }: Held, lease: number): Promise<void> {
  await tx.query(`update reminder set lease_until = $3 where id = $1 and state = 'SENDING' and attempts = $2`, [line.id, attempt, leaseOf(tx, lease)]);
}

/** Ends a sending; false when the line was taken over meanwhile. `at`: legal clock. */
async function settle(tx: Tx, { line, attempt }: Held, end: { state: 'SENT' | 'FAILED'; problem: string | null }): Promise<boolean> {
  const rows = await tx.query(
    `update reminder set state = $3, sent_at = $4, lease_until = null, last_problem = $5 where id = $1 and state = 'SENDING' and attempts = $2 returning id`,
    [line.id, attempt, end.state, end.state === 'SENT' ? tx.now() : null, end.problem],
  );
  return rows.length > 0;
}

export const markSent = (tx: Tx, held: Held): Promise<boolean> => settle(tx, held, { state: 'SENT', problem: null });
export const markFailed = (tx: Tx, held: Held, problem: string): Promise<boolean> => settle(tx, held, { state: 'FAILED', problem });

/** A letter that had left and came back: its line fails, once. `null` when it is no line of ours, or was heard of before. */
export async function markReturned(tx: Tx, messageId: string, problem: string): Promise<Line | null> {
  const [line] = await linesWhere(tx, `message_id = $1 and state = 'SENT' for update`, [messageId]);
  if (line) await tx.query(`update reminder set state = 'FAILED', sent_at = null, last_problem = $2 where id = $1`, [line.id, problem]);
  return line ?? null;
}

const longestWait = 15 * 60_000;
const waitAfter = (attempts: number, first: number): number => Math.min(longestWait, first * 2 ** Math.min(attempts, 20));

/** Back to PLANNED, to be tried again at a machine instant: no attempt cap, later and later, at most fifteen minutes (trust.md, threat Q). */
export async function tryAgainLater(tx: Tx, { line, attempt }: Held, why: { problem: string; backOff: number }): Promise<void> {
  await tx.query(
    `update reminder set state = 'PLANNED', lease_until = $3, last_problem = $4 where id = $1 and state = 'SENDING' and attempts = $2`,
    [line.id, attempt, leaseOf(tx, waitAfter(attempt - 1, why.backOff)), why.problem],
  );
}

/** A line on which our own program stumbled before any letter left: set back, its trouble visible, and the others go on. */
export async function setBack(tx: Tx, id: string, why: { problem: string; backOff: number }): Promise<void> {
  const line = await takeLine(tx, id);
  if (!line) return;
  await tx.query(`update reminder set attempts = attempts + 1, lease_until = $2, last_problem = $3 where id = $1`, [id, leaseOf(tx, waitAfter(line.attempts, why.backOff)), why.problem]);
}
