import type { ReadTx, Tx } from '#platform';
import { pairOf, type KeptRate, type Rate } from '../domain/rate.js';
import { ExchangeRateRow } from './rate.entity.js';
import { isUuid } from './uuid.js';

const columns = `rate.partnership_id as "partnershipId", rate.id, rate.from_currency as "from", rate.to_currency as "to", rate.value::text as value, rate.day::text as day, rate.source,
  rate.party_id as "partyId", rate.person_id as "personId", rate.recorded_at as "recordedAt", rate.withdrawn_at as "withdrawnAt", rate.withdrawn_by as "withdrawnBy"`;
/** The year of a plan that was frozen with this rate. */
const usedIn = `(select plan.year from action_plan plan where plan.partnership_id = rate.partnership_id and plan.content -> 'rates' @> jsonb_build_array(jsonb_build_object('id', rate.id))
  order by plan.year desc limit 1) as "usedIn"`;

/** A rate in force, and the plan that already rests on it. */
export type StandingRate = Rate & { readonly usedIn: number | null };

/** The latest rate of each pair in force in these partnerships. One statement. */
export const ratesInForce = (tx: ReadTx, partnershipIds: readonly string[]): Promise<StandingRate[]> =>
  tx.query<StandingRate>(
    `select ${columns}, ${usedIn} from
       (select distinct on (partnership_id, pair) * from exchange_rate where partnership_id = any ($1::uuid[]) and withdrawn_at is null order by partnership_id, pair, day desc) rate`,
    [[...partnershipIds]],
  );

/** The rates in force, held as they are until the end of the act: none is withdrawn while a plan is frozen with it. */
export const holdRates = (tx: Tx, partnershipId: string): Promise<Rate[]> =>
  tx.query<Rate>(`select ${columns} from exchange_rate rate where rate.partnership_id = $1 and rate.withdrawn_at is null order by rate.id for share`, [partnershipId]);

/** One rate of those open to the reader, withdrawn or not; `null` when absent or foreign. */
export async function standingRate(tx: ReadTx, id: string): Promise<StandingRate | null> {
  const [rate] = isUuid(id) ? await tx.query<StandingRate>(`select ${columns}, ${usedIn} from exchange_rate rate where rate.id = $1`, [id]) : [];
  return rate ?? null;
}

/** A rate locked until the end of the act, then the plan frozen with it, read after the lock; `null` when absent or foreign. */
export async function lockRate(tx: Tx, id: string): Promise<StandingRate | null> {
  const [held] = isUuid(id) ? await tx.query(`select id from exchange_rate where id = $1 for update`, [id]) : [];
  return held ? standingRate(tx, id) : null;
}

/** False when that pair already has its rate of that day (unique index, no error raised). */
export async function insertRate(tx: Tx, rate: Rate): Promise<boolean> {
  const { partnershipId, id, from, to, value, day, source, partyId, personId, recordedAt } = rate;
  const written = await tx.query(
    `insert into exchange_rate (partnership_id, id, from_currency, to_currency, pair, value, day, source, party_id, person_id, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (partnership_id, pair, day) where withdrawn_at is null do nothing returning id`,
    [partnershipId, id, from, to, pairOf(rate), value, day, source, partyId, personId, recordedAt],
  );
  return written.length > 0;
}

export async function keepWithdrawal(tx: Tx, { partnershipId, id, withdrawnAt, withdrawnBy }: Rate): Promise<void> {
  await tx.manager.update(ExchangeRateRow, { partnershipId, id }, { withdrawnAt, withdrawnBy });
}

interface Frozen {
  readonly id: string;
  readonly rates: readonly KeptRate[];
}

/** The rates that each of these plans was frozen with; a plan not frozen is absent. One statement. */
export const ratesOfPlans = (tx: ReadTx, planIds: readonly string[]): Promise<Frozen[]> =>
  tx.query<Frozen>(`select id, coalesce(content -> 'rates', '[]') as rates from action_plan where id = any ($1::uuid[]) and state in ('FROZEN', 'ADOPTED')`, [[...planIds]]);

/** The rates of the newest frozen plan that holds each of these sheets; a sheet of none is absent. One statement. */
export const ratesOfSheets = (tx: ReadTx, partnershipIds: readonly string[], sheetIds: readonly string[]): Promise<Frozen[]> =>
  tx.query<Frozen>(
    `select distinct on (action.sheet_id) action.sheet_id as id, coalesce(plan.content -> 'rates', '[]') as rates
     from planned_action action join action_plan plan on plan.partnership_id = action.partnership_id and plan.id = action.plan_id
     where action.partnership_id = any ($1::uuid[]) and action.sheet_id = any ($2::uuid[]) and plan.state in ('FROZEN', 'ADOPTED')
     order by action.sheet_id, plan.year desc, plan.version desc`,
    [[...partnershipIds], [...sheetIds]],
  );
