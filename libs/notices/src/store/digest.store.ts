import type { ReadTx, Tx } from '#platform';
import { digestRule } from '../domain/ladder.js';
import { linesWhere, type Line } from './ledger.store.js';

/** The other reminders of this person in this partnership whose hour has come, never tried, locked. Under the partnership's turn. */
export const dueBeside = (tx: Tx, line: Line): Promise<Line[]> =>
  linesWhere(
    tx,
    `partnership_id = $1 and person_id = $2 and id <> $3 and state = 'PLANNED' and attempts = 0 and send_at <= $4 and (lease_until is null or lease_until <= $5) order by send_at, id for update`,
    [line.partnershipId, line.personId, line.id, tx.now(), tx.recordedAt()],
  );

/** How many digests this person has had from this partnership in this period. */
export async function digestsOf(tx: ReadTx, { partnershipId, personId }: Line, period: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>('select count(*)::int as count from reminder where rule = $1 and object_id = $2 and person_id = $3 and period = $4', [digestRule, partnershipId, personId, period]);
  return row?.count ?? 0;
}

/** Those leave with a digest, not by themselves: kept, and named as such. */
export async function markGathered(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query(`update reminder set state = 'GATHERED' where id = any ($1::uuid[]) and state = 'PLANNED'`, [[...ids]]);
}

/** The lines that a digest carries, in the order of their days. */
export const carriedBy = (tx: ReadTx, { details, personId }: Pick<Line, 'details' | 'personId'>): Promise<Line[]> =>
  linesWhere(tx, `id = any ($1::uuid[]) and person_id = $2 and state = 'GATHERED' order by due_on, id`, [Array.isArray(details['lines']) ? details['lines'] : [], personId]);
