import type { ReadTx, Tx } from '#platform';
import { mayLeave } from './hold.store.js';
import { isFree, linesWhere, type Line } from './ledger.store.js';

/** A line held by a sender: `attempt` is its right to it. Whoever takes the line later has a higher one, and the earlier word counts no more. */
export interface Held {
  readonly line: Line;
  readonly attempt: number;
}

/** The partnerships whose lines these are, read before any lock. */
export async function partnershipsOf(tx: ReadTx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>('select distinct partnership_id as id from reminder where id = any ($1::uuid[]) and partnership_id is not null', [[...ids]]);
  return rows.map(({ id }) => id);
}

/** Those of these lines that may be sent now, locked, first things first; not those that another sender holds, nor those with nothing left to do. */
export const takeLines = (tx: Tx, ids: readonly string[]): Promise<Line[]> =>
  linesWhere(
    tx,
    `id = any ($1::uuid[]) and state in ('PLANNED', 'SENDING') and send_at <= $2 and ${isFree(tx)} and ${mayLeave} order by priority, send_at, id for update skip locked`,
    [[...ids], tx.now()],
  );

/** What the ledger holds of a matter for one person: its own lines' places in time, and what became of them. */
export interface Beside extends Pick<Line, 'id' | 'rule' | 'personId' | 'objectKind' | 'objectId' | 'period' | 'state' | 'sendAt'> {
  readonly sentAt: Date | null;
  /** The hour the plan gave to it, before it was made to wait. */
  readonly plannedFor: Date;
}

/** What has been said, is being said or is due about what these lines are about, to the same persons; under the turns of their partnerships. */
export const linesBeside = (tx: ReadTx, lines: readonly Line[]): Promise<Beside[]> =>
  tx.query<Beside>(
    `select id, rule, person_id as "personId", object_kind as "objectKind", object_id as "objectId", period, state, send_at as "sendAt", sent_at as "sentAt",
            coalesce((details->>'plannedFor')::timestamptz, send_at) as "plannedFor" from reminder
     where partnership_id = any ($1::uuid[]) and object_kind = any ($2::text[]) and object_id = any ($3::uuid[]) and person_id = any ($4::uuid[])
       and (state in ('SENDING', 'SENT', 'GATHERED') or (state = 'PLANNED' and send_at <= $5)) order by id`,
    [lines.map((line) => line.partnershipId), [...new Set(lines.map((line) => line.objectKind))], lines.map((line) => line.objectId), lines.map((line) => line.personId), tx.now()],
  );

/** SQL of an instant so many milliseconds (an SQL value) from now; by one clock for all, or a process whose clock has jumped takes letters out of another's hands. */
const after = (tx: Tx, milliseconds: string): string => `${tx.sharedNow()} + ${milliseconds} * interval '1 millisecond'`;

/** The committed mark of a sending under way, with the name of whom each goes to: after a kill a line is taken again when the lease ends. */
export async function markSending(tx: Tx, lines: readonly { readonly line: Line; readonly recipient: string }[], lease: number): Promise<Held[]> {
  if (lines.length === 0) return [];
  const marks = lines.map(({ line, recipient }) => ({ id: line.id, attempt: line.attempts + 1, recipient }));
  await tx.query(
    `update reminder set state = 'SENDING', attempts = mark.attempt, lease_until = ${after(tx, '$2::float8')}, details = details || jsonb_build_object('recipient', mark.recipient)
     from jsonb_to_recordset($1::jsonb) as mark(id uuid, attempt int, recipient text) where reminder.id = mark.id`,
    [JSON.stringify(marks), lease],
  );
  return lines.map(({ line }) => ({ line, attempt: line.attempts + 1 }));
}

/** A sign of life of the sender. */
export async function renewLeases(tx: Tx, held: readonly Held[], lease: number): Promise<void> {
  await tx.query(
    `update reminder set lease_until = ${after(tx, '$2::float8')} from jsonb_to_recordset($1::jsonb) as mine(id uuid, attempt int) where reminder.id = mine.id and state = 'SENDING' and attempts = mine.attempt`,
    [JSON.stringify(held.map(({ line, attempt }) => ({ id: line.id, attempt }))), lease],
  );
}

/** What became of a sending. `AGAIN` goes back to PLANNED, to be tried once more: no attempt cap, later and later, at most fifteen minutes (trust.md, threat Q). */
export interface Ending {
  readonly held: Held;
  readonly outcome: 'SENT' | 'FAILED' | 'AGAIN';
  readonly problem: string | null;
}

/** Ends sendings, in one statement. Answers which of them were still theirs to end: a line taken over meanwhile is another's. */
export async function settle(tx: Tx, endings: readonly Ending[], backOff: number): Promise<Set<string>> {
  const ends = endings.map(({ held: { line, attempt }, outcome, problem }) => ({
    id: line.id, attempt, problem,
    state: outcome === 'AGAIN' ? 'PLANNED' : outcome,
    sentAt: outcome === 'SENT' ? tx.now() : null,
    wait: outcome === 'AGAIN' ? waitAfter(attempt - 1, backOff) : null,
  }));
  const ended = await tx.query<{ id: string }>(
    `update reminder set state = ending.state, sent_at = ending."sentAt", lease_until = ${after(tx, 'ending.wait')}, last_problem = ending.problem
     from jsonb_to_recordset($1::jsonb) as ending(id uuid, attempt int, state text, "sentAt" timestamptz, wait float8, problem text)
     where reminder.id = ending.id and reminder.state = 'SENDING' and reminder.attempts = ending.attempt returning reminder.id`,
    [JSON.stringify(ends)],
  );
  return new Set(ended.map(({ id }) => id));
}

/** A letter that had left and came back: its line fails, once. `null` when it is no line of ours, or was heard of before. */
export async function markReturned(tx: Tx, messageId: string, problem: string): Promise<Line | null> {
  const [line] = await linesWhere(tx, `message_id = $1 and state = 'SENT' for update`, [messageId]);
  if (line) await tx.query(`update reminder set state = 'FAILED', sent_at = null, last_problem = $2 where id = $1`, [line.id, problem]);
  return line ?? null;
}

const longestWait = 15 * 60_000;
const waitAfter = (attempts: number, first: number): number => Math.min(longestWait, first * 2 ** Math.min(attempts, 20));

/** A line on which our own program stumbled before any letter left: set back, its trouble visible, and the others go on. */
export async function setBack(tx: Tx, id: string, why: { problem: string; backOff: number }): Promise<void> {
  const [line] = await takeLines(tx, [id]);
  if (!line) return;
  await tx.query(`update reminder set attempts = attempts + 1, lease_until = ${after(tx, '$2::float8')}, last_problem = $3 where id = $1`, [id, waitAfter(line.attempts, why.backOff), why.problem]);
}
