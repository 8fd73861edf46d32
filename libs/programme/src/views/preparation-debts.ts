import { addDays, type CivilDate, type RuleSource, type Zones } from '#kernel';
import { seatsAt } from '#parties';
import type { ReadTx } from '#platform';
import { sources } from '../domain/sources.js';
import { daysAfter, lastMoves } from '../store/milestone.store.js';
import type { PlanDebt } from './plan-debts.js';

/** What comes before a plan (C2): fiches from the technicians of each side, then the plan frozen for the committee. */
export interface PreparationDebt {
  readonly kind: 'SHEETS' | 'FREEZE';
  readonly partnershipId: string;
  readonly agreementId: string;
  readonly year: number;
  /** The day the partners gave to this step, as they may move it (`moveMilestone`). */
  readonly dueOn: CivilDate;
  /** The technicians of each side that has submitted nothing for that year; nobody for a plan to freeze. */
  readonly debtorIds: readonly string[];
  /** The parties they sit for. */
  readonly partyIds: readonly string[];
  readonly source: RuleSource;
}

/** Once assembled, a plan wants no more fiches: from then on it is the plan that is late. */
async function sheetsOf(tx: ReadTx, { partnershipId, agreementId, year }: PlanDebt, { zones, dueOn }: { zones: Zones; dueOn: CivilDate }): Promise<PreparationDebt[]> {
  const done = await tx.query<{ id: string }>(
    `select distinct author_party_id as id from project_sheet where partnership_id = $1 and agreement_id = $2 and year = $3 and state not in ('DRAFT', 'WITHDRAWN')`,
    [partnershipId, agreementId, year],
  );
  const owing = (await seatsAt(tx, partnershipId, { instant: tx.now(), zones })).flatMap(({ category, holder, partyId }) => (category === 'TECHNICIAN' && holder && !done.some(({ id }) => id === partyId) ? [{ partyId, personId: holder.personId }] : []));
  if (owing.length === 0) return [];
  return [{ kind: 'SHEETS', partnershipId, agreementId, year, dueOn, debtorIds: owing.map(({ personId }) => personId), partyIds: [...new Set(owing.map(({ partyId }) => partyId))], source: sources.backPlan }];
}

async function freezeOf(tx: ReadTx, { partnershipId, agreementId, year }: PlanDebt, dueOn: CivilDate): Promise<PreparationDebt[]> {
  const begun = await tx.query(`select 1 from action_plan where partnership_id = $1 and agreement_id = $2 and year = $3 and state in ('DRAFT', 'CO_VALIDATED')`, [partnershipId, agreementId, year]);
  return begun.length === 0 ? [] : [{ kind: 'FREEZE', partnershipId, agreementId, year, dueOn, debtorIds: [], partyIds: [], source: sources.backPlan }];
}

/** What the plans owed in one partnership wait for, each step until the day of the next: past it, the countdown of the plan itself goes on. */
export async function preparationDebts(tx: ReadTx, zones: Zones, plans: readonly PlanDebt[]): Promise<PreparationDebt[]> {
  const open = plans.filter(({ standing }) => standing === 'OPEN');
  if (!open[0]) return [];
  const days = daysAfter(await lastMoves(tx, open[0].partnershipId));
  const today = zones.civilAt(tx.now(), 'UTC').date;
  const debts: PreparationDebt[] = [];
  for (const plan of open) {
    const before = (count: number): CivilDate => addDays(plan.day, -count);
    if (today <= before(days.CO_VALIDATION)) debts.push(...(await sheetsOf(tx, plan, { zones, dueOn: before(days.SHEETS_DUE) })));
    if (today <= before(days.MEETING)) debts.push(...(await freezeOf(tx, plan, before(days.FREEZE))));
  }
  return debts;
}
