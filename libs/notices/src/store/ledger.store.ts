import { createHmac } from 'node:crypto';
import type { Json } from '#kernel';
import type { ReadTx, Tx } from '#platform';

/** A line to be written: planned once by its unique key, whatever plans it again. */
export interface NewLine {
  readonly partnershipId: string | null;
  readonly rule: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly period: string;
  readonly personId: string;
  readonly occurrence: number;
  readonly dueOn: string;
  readonly sendAt: Date;
  readonly priority: number;
  readonly details: { readonly [key: string]: Json };
}

/** A line as kept. */
export interface Line extends Omit<NewLine, 'details'> {
  readonly id: string;
  readonly state: 'PLANNED' | 'SENDING' | 'SENT' | 'FAILED' | 'SUPERSEDED' | 'CANCELLED';
  readonly attempts: number;
  readonly messageId: string;
  readonly details: { readonly [key: string]: Json };
}

interface LineRow {
  id: string;
  partnership_id: string | null;
  rule: string;
  object_kind: string;
  object_id: string;
  period: string;
  person_id: string;
  occurrence: number;
  due_on: string;
  send_at: Date;
  priority: number;
  state: Line['state'];
  attempts: number;
  message_id: string;
  details: { [key: string]: Json };
}

const columns = `id, partnership_id, rule, object_kind, object_id, period, person_id, occurrence, due_on::text, send_at, priority, state, attempts, message_id, details`;

const lineOf = (row: LineRow): Line => ({
  id: row.id,
  partnershipId: row.partnership_id,
  rule: row.rule,
  objectKind: row.object_kind,
  objectId: row.object_id,
  period: row.period,
  personId: row.person_id,
  occurrence: row.occurrence,
  dueOn: row.due_on,
  sendAt: row.send_at,
  priority: row.priority,
  state: row.state,
  attempts: row.attempts,
  messageId: row.message_id,
  details: row.details,
});

/** Stable over every attempt and every re-planning: a repeated message is recognised by it (RFC 5322 §3.6.4). */
export function messageIdOf(secret: string, line: NewLine, host: string): string {
  const key = [line.rule, line.objectKind, line.objectId, line.period, line.personId, line.occurrence].join('|');
  return `${createHmac('sha256', secret).update(key).digest('hex').slice(0, 40)}@${host}`;
}

/** Writes the lines that are not there yet, in one statement. Answers those written. */
export async function planLines(tx: Tx, lines: readonly NewLine[], sign: (line: NewLine) => string): Promise<{ id: string; sendAt: Date; priority: number }[]> {
  if (lines.length === 0) return [];
  const values = lines.map((line) => ({ ...line, id: tx.newId(), sendAt: line.sendAt.toISOString(), messageId: sign(line) }));
  const written = await tx.query<{ id: string; send_at: Date; priority: number }>(
    `insert into reminder (id, partnership_id, rule, object_kind, object_id, period, person_id, occurrence, channel, due_on, send_at, state, priority, attempts, message_id, details, planned_at)
     select line."id", line."partnershipId", line."rule", line."objectKind", line."objectId", line."period", line."personId", line."occurrence", 'MAIL',
            line."dueOn", line."sendAt", 'PLANNED', line."priority", 0, line."messageId", line."details", $2
     from jsonb_to_recordset($1::jsonb) as line("id" uuid, "partnershipId" uuid, "rule" text, "objectKind" text, "objectId" uuid, "period" text, "personId" uuid,
            "occurrence" int, "dueOn" date, "sendAt" timestamptz, "priority" int, "messageId" text, "details" jsonb)
     on conflict do nothing
     returning id, send_at, priority`,
    [JSON.stringify(values), tx.recordedAt()],
  );
  return written.map((row) => ({ id: row.id, sendAt: row.send_at, priority: row.priority }));
}

/** Lines whose hour has come (legal clock) and which nobody holds (machine clock), first things first. */
export async function dueLines(tx: ReadTx, at: { now: Date; machineNow: Date; limit: number }): Promise<Line[]> {
  const rows = await tx.query<LineRow>(
    `select ${columns} from reminder
     where state in ('PLANNED', 'SENDING') and send_at <= $1 and (lease_until is null or lease_until <= $2)
     order by priority, send_at, id limit $3`,
    [at.now, at.machineNow, at.limit],
  );
  return rows.map(lineOf);
}

/** The earliest hour of a line that waits, up to `until` (legal clock). */
export async function nextSendAt(tx: ReadTx, until: Date): Promise<Date | null> {
  const [row] = await tx.query<{ next: Date | null }>(`select min(send_at) as next from reminder where state = 'PLANNED' and send_at <= $1`, [until]);
  return row?.next ?? null;
}

/** One line, locked, if it may be sent now; `null` when another sender holds it or nothing is left to do. */
export async function takeLine(tx: Tx, id: string): Promise<Line | null> {
  const [row] = await tx.query<LineRow>(
    `select ${columns} from reminder where id = $1 and state in ('PLANNED', 'SENDING') and (lease_until is null or lease_until <= $2) for update skip locked`,
    [id, tx.recordedAt()],
  );
  return row ? lineOf(row) : null;
}

/** Every unsent line of one person and one object whose hour has come, locked. */
export async function dueTogether(tx: Tx, line: Line): Promise<Line[]> {
  const rows = await tx.query<LineRow>(
    `select ${columns} from reminder
     where person_id = $1 and object_kind = $2 and object_id = $3 and state = 'PLANNED' and send_at <= $4
     order by id for update skip locked`,
    [line.personId, line.objectKind, line.objectId, tx.now()],
  );
  return rows.map(lineOf);
}

/** When the first request about this object left to this person, or `null`. */
export async function firstRequestAt(tx: Tx, line: Line): Promise<Date | null> {
  const [row] = await tx.query<{ first: Date | null }>(
    `select min(sent_at) as first from reminder where person_id = $1 and object_kind = $2 and object_id = $3 and state = 'SENT'`,
    [line.personId, line.objectKind, line.objectId],
  );
  return row?.first ?? null;
}

/** The committed mark of a sending under way: after a kill the line is taken again when the lease ends. */
export async function markSending(tx: Tx, id: string, leaseSeconds: number): Promise<void> {
  const lease = new Date(tx.recordedAt().getTime() + leaseSeconds * 1_000);
  await tx.query(`update reminder set state = 'SENDING', attempts = attempts + 1, lease_until = $2 where id = $1`, [id, lease]);
}

export async function markSent(tx: Tx, id: string): Promise<void> {
  await tx.query(`update reminder set state = 'SENT', sent_at = $2, lease_until = null, last_problem = null where id = $1 and state = 'SENDING'`, [id, tx.now()]);
}

/** Ends lines that will not leave: settled before (CANCELLED), overtaken (SUPERSEDED), refused for good (FAILED). */
export async function endLines(tx: Tx, ids: readonly string[], end: { state: 'CANCELLED' | 'SUPERSEDED' | 'FAILED'; problem?: string }): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(`update reminder set state = $2, lease_until = null, last_problem = $3 where id = any ($1::uuid[]) and state in ('PLANNED', 'SENDING')`, [[...ids], end.state, end.problem ?? null]);
}

/** Back to PLANNED, to be tried again at a machine instant: no attempt cap, back-off at most 15 minutes (trust.md, threat Q). */
export async function tryAgainLater(tx: Tx, line: { id: string; attempts: number }, problem: string): Promise<void> {
  const seconds = Math.min(900, 5 * 2 ** Math.min(line.attempts, 8));
  const lease = new Date(tx.recordedAt().getTime() + seconds * 1_000);
  await tx.query(`update reminder set state = 'PLANNED', lease_until = $2, last_problem = $3 where id = $1 and state = 'SENDING'`, [line.id, lease, problem]);
}

/** Moves a line that has not left to another hour. */
export async function postpone(tx: Tx, id: string, to: Date): Promise<void> {
  await tx.query(`update reminder set send_at = $2 where id = $1 and state = 'PLANNED'`, [id, to]);
}

/** Unsent lines of an object that the room no longer owes, or owes at other hours: cancelled, then planned afresh. */
export async function plannedOf(tx: Tx, partnershipId: string): Promise<Line[]> {
  const rows = await tx.query<LineRow>(`select ${columns} from reminder where partnership_id = $1 and state = 'PLANNED' order by id for update skip locked`, [partnershipId]);
  return rows.map(lineOf);
}
