import type { Json } from '#kernel';
import { hmacBytes, type ReadTx, type Tx } from '#platform';
import { mayLeave } from './hold.store.js';

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
export interface Line extends NewLine {
  readonly id: string;
  readonly state: 'PLANNED' | 'SENDING' | 'SENT' | 'FAILED' | 'SUPERSEDED' | 'CANCELLED' | 'GATHERED';
  readonly attempts: number;
  readonly messageId: string;
  /** Machine instant of the planning. */
  readonly plannedAt: Date;
}

const columns = `id, partnership_id as "partnershipId", rule, object_kind as "objectKind", object_id as "objectId", period, person_id as "personId", occurrence,
  due_on::text as "dueOn", send_at as "sendAt", priority, state, attempts, message_id as "messageId", details, planned_at as "plannedAt"`;

/** The lines that answer a condition; `rest` is SQL of this store, never of a caller outside it. */
export const linesWhere = (tx: ReadTx, rest: string, parameters: readonly unknown[]): Promise<Line[]> =>
  tx.query<Line>(`select ${columns} from reminder where ${rest}`, parameters);

/** What makes a line one: the unique key, but for the channel. */
export const keyOf = (line: Pick<NewLine, 'rule' | 'objectKind' | 'objectId' | 'period' | 'personId' | 'occurrence'>): string =>
  [line.rule, line.objectKind, line.objectId, line.period, line.personId, line.occurrence].join('|');

/** Stable over every attempt and every re-planning: a repeated message is recognised by it (RFC 5322 §3.6.4). */
export const messageIdOf = (secret: string, line: NewLine, host: string): string => `${hmacBytes(secret, keyOf(line)).toString('hex').slice(0, 40)}@${host}`;

/** Planning and leaving of a partnership's lines take turns, over every process: what is decided on is not changed meanwhile. Of several, in one order, so that two who take some of the same never cross. */
export const takeTurns = (tx: Tx, partnershipIds: readonly string[]): Promise<object[]> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended(turn, 7)) from unnest($1::text[]) as turn', [[...partnershipIds].sort().map((id) => `notices:${id}`)]);
export const takeTurn = (tx: Tx, partnershipId: string): Promise<object[]> => takeTurns(tx, [partnershipId]);

/** What the lines of one debt share is told once for all of them. */
const insertLines = `
  insert into reminder (id, partnership_id, rule, object_kind, object_id, period, person_id, occurrence, channel, due_on, send_at, state, priority, attempts, message_id, details, planned_at)
  select line.id, matter."partnershipId", line.rule, matter."objectKind", matter."objectId", matter."period", line.person_id, line.occurrence, 'MAIL',
         line.due_on, line.send_at, 'PLANNED', matter."priority", 0, line.message_id, matter."details", $10
  from unnest($1::uuid[], $2::int[], $3::text[], $4::uuid[], $5::int[], $6::date[], $7::timestamptz[], $8::text[]) as line(id, matter, rule, person_id, occurrence, due_on, send_at, message_id)
  join jsonb_to_recordset($9::jsonb) as matter("place" int, "partnershipId" uuid, "objectKind" text, "objectId" uuid, "period" text, "priority" int, "details" jsonb) on matter."place" = line.matter`;

type Matter = Pick<NewLine, 'partnershipId' | 'objectKind' | 'objectId' | 'period' | 'priority' | 'details'>;

const isSameMatter = (one: Matter, other: Matter): boolean =>
  one.objectId === other.objectId && one.details === other.details && one.period === other.period && one.objectKind === other.objectKind && one.partnershipId === other.partnershipId && one.priority === other.priority;

/** What lines are about, each matter once where its lines follow one another, and the place of each line's own. */
function mattersOf(lines: readonly NewLine[]): { matters: (Matter & { place: number })[]; places: number[] } {
  const matters: (Matter & { place: number })[] = [];
  const places = lines.map((line) => {
    const last = matters.at(-1);
    if (last && isSameMatter(last, line)) return last.place;
    const { partnershipId, objectKind, objectId, period, priority, details } = line;
    return matters.push({ place: matters.length, partnershipId, objectKind, objectId, period, priority, details }) - 1;
  });
  return { matters, places };
}

/** A list of what needs no quotes in PostgreSQL's writing: ids, numbers, days, instants. */
const listOf = (values: readonly (string | number)[]): string => `{${values.join(',')}}`;

/**
 * Writes the lines that are not there yet, in one statement; one that was cancelled before any attempt, and is owed again,
 * comes back to life (a plan reopened, an office taken again). Answers how many were written.
 */
export async function planLines(tx: Tx, lines: readonly NewLine[], sign: (line: NewLine) => string): Promise<number> {
  if (lines.length === 0) return 0;
  const { matters, places } = mattersOf(lines);
  const [told] = await tx.query<{ written: number }>(
    `with written as (${insertLines}
     on conflict on constraint reminder_once do update set state = 'PLANNED', due_on = excluded.due_on, send_at = excluded.send_at, details = excluded.details, last_problem = null
       where reminder.state = 'CANCELLED' and reminder.attempts = 0
     returning 1)
     select count(*)::int as written from written`,
    [
      listOf(lines.map(() => tx.newId())), listOf(places), lines.map(({ rule }) => rule), listOf(lines.map(({ personId }) => personId)), listOf(lines.map(({ occurrence }) => occurrence)),
      listOf(lines.map(({ dueOn }) => dueOn)), listOf(lines.map(({ sendAt }) => sendAt.toISOString())), lines.map(sign), JSON.stringify(matters), tx.recordedAt(),
    ],
  );
  return told?.written ?? 0;
}

/** The priority of sign-in codes: they overtake everything. */
export const codePriority = 1;

/** What is known of a line before anybody takes it. */
export type DueLine = Pick<Line, 'id' | 'sendAt' | 'priority'>;

/** Which due lines are asked for, at this instant of the legal clock. */
export interface DueAsked {
  readonly now: Date;
  readonly limit: number;
  readonly but?: Iterable<string>;
  /** The least urgent priority asked for; all of them when absent. */
  readonly upTo?: number | undefined;
}

/**
 * Nobody holds the line, by the clock that all processes share. No lease and no wait is given for more than fifteen minutes: a longer one was
 * written by a clock that has jumped back since, and nobody waits for it.
 */
export const isFree = (tx: ReadTx): string => `(lease_until is null or lease_until <= ${tx.sharedNow()} or lease_until > ${tx.sharedNow()} + interval '16 minutes')`;

/** Lines whose hour has come (legal clock) and which nobody holds, but for some, first things first. */
export const dueLines = (tx: ReadTx, { now, limit, but = [], upTo }: DueAsked): Promise<DueLine[]> =>
  tx.query<DueLine>(
    `select id, send_at as "sendAt", priority from reminder where state in ('PLANNED', 'SENDING') and send_at <= $1 and ${isFree(tx)} and id <> all ($3::uuid[]) and priority <= $4 and ${mayLeave} order by priority, send_at, id limit $2`,
    [now, limit, [...but], upTo ?? 1_000],
  );

/** The earliest hour of a line that waits, up to `until` (legal clock). */
export async function nextSendAt(tx: ReadTx, until: Date): Promise<Date | null> {
  const [row] = await tx.query<{ next: Date | null }>(`select min(send_at) as next from reminder where state = 'PLANNED' and send_at <= $1`, [until]);
  return row?.next ?? null;
}

/** Unsent lines of these partnerships, whatever their hour. */
export const plannedOf = (tx: ReadTx, partnershipIds: readonly string[]): Promise<Line[]> =>
  linesWhere(tx, `partnership_id = any ($1::uuid[]) and state = 'PLANNED' order by id`, [[...partnershipIds]]);

/** The partnerships that have lines to send. */
export async function partnershipsWaiting(tx: ReadTx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(`select distinct partnership_id as id from reminder where state = 'PLANNED' and partnership_id is not null`);
  return rows.map(({ id }) => id);
}

/** A line whose day moved before it left: to its new hour, under the name that its row bears there. */
export async function moveLine(tx: Tx, id: string, { dueOn, sendAt, details: { row } }: Pick<NewLine, 'dueOn' | 'sendAt' | 'details'>): Promise<void> {
  const named = JSON.stringify(typeof row === 'string' ? { row } : {});
  await tx.query(`update reminder set send_at = $2, due_on = $3, details = (details - 'plannedFor' - 'silencedUntil' - 'row') || $4::jsonb where id = $1 and state = 'PLANNED'`, [id, sendAt, dueOn, named]);
}

/** The plan of a line that somebody silenced: it waits on, and remembers its new hour. */
export async function replanSilenced(tx: Tx, id: string, to: { dueOn: string; sendAt: Date }): Promise<void> {
  await tx.query(`update reminder set due_on = $3, details = details || jsonb_build_object('plannedFor', $2::text) where id = $1 and state = 'PLANNED'`, [id, to.sendAt.toISOString(), to.dueOn]);
}

/** Until which day its debtor asked for silence; `null` when she did not. */
export const silencedUntil = ({ details }: Line): string | null => (typeof details['silencedUntil'] === 'string' ? details['silencedUntil'] : null);

/** A line and the hour until which it waits longer than its plan says. */
export interface Wait {
  readonly line: Line;
  readonly to: Date;
}

/** Lets lines wait longer than their plan says (quiet hours), in one statement; the planned hour is remembered, so that planning again leaves it there. */
export async function postpone(tx: Tx, waits: readonly Wait[]): Promise<void> {
  if (waits.length === 0) return;
  const lines = waits.map(({ line, to }) => ({ id: line.id, to, plannedFor: plannedHour(line).toISOString() }));
  await tx.query(
    `update reminder set send_at = wait."to", details = details || jsonb_build_object('plannedFor', wait."plannedFor")
     from jsonb_to_recordset($1::jsonb) as wait(id uuid, "to" timestamptz, "plannedFor" text) where reminder.id = wait.id and state = 'PLANNED'`,
    [JSON.stringify(lines)],
  );
}

/** Puts off the reminders of one matter to a day its debtor chose; what was planned for later stays. The plan's own hours are remembered. */
export async function putOff(tx: Tx, matter: Pick<NewLine, 'objectKind' | 'objectId' | 'period' | 'personId'> & { partnershipId: string }, to: { sendAt: Date; day: string; rules: readonly string[] }): Promise<void> {
  await tx.query(
    `update reminder set send_at = $6, details = details || jsonb_build_object('silencedUntil', $7::text, 'plannedFor', coalesce(details->'plannedFor', to_jsonb(send_at)))
     where partnership_id = $1 and object_kind = $2 and object_id = $3 and period = $4 and person_id = $5 and state = 'PLANNED' and send_at < $6 and rule = any ($8::text[])`,
    [matter.partnershipId, matter.objectKind, matter.objectId, matter.period, matter.personId, to.sendAt, to.day, [...to.rules]],
  );
}

/** The hour the plan gave to a line, before it was postponed. */
export const plannedHour = ({ details, sendAt }: Line): Date => (typeof details['plannedFor'] === 'string' ? new Date(details['plannedFor']) : sendAt);

/** Ends lines that will not leave: settled before (CANCELLED), overtaken (SUPERSEDED), refused for good (FAILED). */
export async function endLines(tx: Tx, ids: readonly string[], end: { state: 'CANCELLED' | 'SUPERSEDED' | 'FAILED'; problem?: string }): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(`update reminder set state = $2, lease_until = null, last_problem = $3 where id = any ($1::uuid[]) and state in ('PLANNED', 'SENDING')`, [[...ids], end.state, end.problem ?? null]);
}
