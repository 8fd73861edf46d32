import type { ReadTx, Tx } from '#platform';
import { digestRule } from '../domain/ladder.js';
import { isFree, keyOf, linesWhere, postpone, type Line, type NewLine } from './ledger.store.js';

/** The other reminders of this person in this partnership whose hour has come, never tried, locked. Under the partnership's turn. */
export const dueBeside = (tx: Tx, line: Line): Promise<Line[]> =>
  linesWhere(
    tx,
    `partnership_id = $1 and person_id = $2 and id <> $3 and state = 'PLANNED' and attempts = 0 and send_at <= $4 and ${isFree(tx)} order by send_at, id for update`,
    [line.partnershipId, line.personId, line.id, tx.now()],
  );

/** Ids of those lines that are planned and were never tried, in the order they are given. */
export async function waitingOf(tx: Tx, lines: readonly NewLine[]): Promise<string[]> {
  const [first] = lines;
  const planned = first ? await linesWhere(tx, `person_id = $1 and rule = any ($2::text[]) and occurrence = $3 and state = 'PLANNED' and attempts = 0 for update`, [first.personId, lines.map(({ rule }) => rule), first.occurrence]) : [];
  return lines.flatMap((line) => planned.find((one) => keyOf(one) === keyOf(line))?.id ?? []);
}

/** How many digests this person has had from this partnership in this period. */
export async function digestsOf(tx: ReadTx, { partnershipId, personId }: Pick<Line, 'partnershipId' | 'personId'>, period: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>('select count(*)::int as count from reminder where rule = $1 and object_id = $2 and person_id = $3 and period = $4', [digestRule, partnershipId, personId, period]);
  return row?.count ?? 0;
}

/** The readers of these lines to whom a line of those rules is due, never tried. */
export async function readersDue(tx: ReadTx, lines: readonly Line[], rules: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ personId: string }>(
    `select distinct person_id as "personId" from reminder
     where partnership_id = any ($1::uuid[]) and person_id = any ($2::uuid[]) and rule = any ($3::text[]) and state = 'PLANNED' and attempts = 0 and send_at <= $4`,
    [[...new Set(lines.map(({ partnershipId }) => partnershipId))], [...new Set(lines.map(({ personId }) => personId))], [...rules], tx.now()],
  );
  return new Set(rows.map(({ personId }) => personId));
}

/** Puts news off to the hour of the next reminder of those rules planned for its reader, up to `until`. False when none is planned so soon. */
export async function waitForCompany(tx: Tx, line: Line, { until, rules }: { until: Date; rules: readonly string[] }): Promise<boolean> {
  const [ahead] = await tx.query<{ sendAt: Date }>(
    `select min(send_at) as "sendAt" from reminder
     where partnership_id = $1 and person_id = $2 and id <> $3 and state = 'PLANNED' and attempts = 0 and rule = any ($4::text[]) and send_at > $5 and send_at <= $6 having count(*) > 0`,
    [line.partnershipId, line.personId, line.id, [...rules], tx.now(), until],
  );
  if (!ahead) return false;
  await postpone(tx, [{ line, to: ahead.sendAt }]);
  return true;
}

/** Those leave with a digest, not by themselves: kept, and named as such. Its hour is theirs: the quiet after a first request is counted from it. */
export async function markGathered(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query(`update reminder set state = 'GATHERED', send_at = $2 where id = any ($1::uuid[]) and state = 'PLANNED'`, [[...ids], tx.now()]);
}

/** The ids of the lines that a digest carries. */
export const carriedIn = ({ details }: Pick<Line, 'details'>): string[] => (Array.isArray(details['lines']) ? details['lines'].filter((id): id is string => typeof id === 'string') : []);

/** The digests of this person in this partnership whose hour has come and that have not left, locked. Under the partnership's turn. */
export const digestsWaiting = (tx: Tx, { partnershipId, personId }: Pick<Line, 'partnershipId' | 'personId'>): Promise<Line[]> =>
  linesWhere(tx, `rule = $1 and partnership_id = $2 and person_id = $3 and state = 'PLANNED' and send_at <= $4 order by send_at, id for update`, [digestRule, partnershipId, personId, tx.now()]);

/** From now on the digest carries these lines; `asked`: a coordination asked for one of them. Answers it as it stands. */
export async function carry(tx: Tx, digest: Line, { lines, asked }: { readonly lines: readonly string[]; readonly asked: boolean }): Promise<Line> {
  const details = { ...digest.details, lines: [...lines], ...(asked ? { asked } : {}) };
  await tx.query('update reminder set details = details || $2::jsonb where id = $1', [digest.id, JSON.stringify(details)]);
  return { ...digest, details };
}

/** What a digest carried and does not tell after all: CANCELLED lines come back when they are owed again. */
export async function letGo(tx: Tx, digest: Pick<Line, 'details' | 'personId'>, end: { state: 'CANCELLED' | 'SUPERSEDED'; problem: string; but?: readonly string[] }): Promise<void> {
  await tx.query(`update reminder set state = $3, last_problem = $4 where id = any ($1::uuid[]) and person_id = $2 and state = 'GATHERED' and id <> all ($5::uuid[])`, [carriedIn(digest), digest.personId, end.state, end.problem, end.but ?? []]);
}

/** The lines that a digest carries, in the order of their days; those of one day as they were put. */
export const carriedBy = (tx: ReadTx, digest: Pick<Line, 'details' | 'personId'>): Promise<Line[]> =>
  linesWhere(tx, `id = any ($1::uuid[]) and person_id = $2 and state = 'GATHERED' order by due_on, array_position($1::uuid[], id)`, [carriedIn(digest), digest.personId]);
