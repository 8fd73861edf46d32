import type { PersonalDuty } from '#deliberation';
import { rulesInForce, type RuleInForce } from '#agreement';
import { compareDates, type CivilDate, type Zones } from '#kernel';
import { partiesOf } from '#parties';
import type { Actor, ReadTx } from '#platform';
import { deadlineOf, deadlineSetting } from '../domain/adoption.js';
import { milestoneDays, type MilestoneName } from '../domain/back-plan.js';
import { sources } from '../domain/sources.js';
import { daysAfter, lastMoves } from '../store/milestone.store.js';
import { calendarsOf } from './back-plan.reader.js';
import { planDebts, type PlanDebt } from './plan-debts.js';

/** The days of a year's milestones; `null` where the agreement sets no deadline. */
export type DaysOfYear = (year: number) => Readonly<Record<MilestoneName, CivilDate>> | null;

/** The milestones of a partnership, whatever the year. Two statements. */
export async function milestonesOf(tx: ReadTx, partnershipId: string, at: { inForce: ReadonlyMap<string, RuleInForce>; zones: Zones }): Promise<DaysOfYear> {
  const parties = (await partiesOf(tx, [partnershipId])).get(partnershipId) ?? [];
  const setting = deadlineSetting(at.inForce.get('deadline')?.value);
  const [days, calendars] = [daysAfter(await lastMoves(tx, partnershipId)), calendarsOf(parties)];
  return (year) => {
    const deadline = parties.length === 0 ? null : deadlineOf(year, { setting, zonesOfParties: parties.map(({ territory }) => territory.zone), zones: at.zones });
    return deadline && milestoneDays(deadline, days, calendars);
  };
}

interface PlanLine {
  readonly state: string;
  readonly actions: number;
  readonly validated: readonly string[];
}

async function planNow(tx: ReadTx, { partnershipId, year }: PlanDebt): Promise<PlanLine | null> {
  const [line] = await tx.query<PlanLine>(
    `select plan.state, (select count(*)::int from planned_action action where action.partnership_id = plan.partnership_id and action.plan_id = plan.id) as actions,
       coalesce((select json_agg(party_id) from action_plan_validation given where given.partnership_id = plan.partnership_id and given.plan_id = plan.id), '[]'::json) as validated
     from action_plan plan where plan.partnership_id = $1 and plan.year = $2 order by plan.version desc limit 1`,
    [partnershipId, year],
  );
  return line ?? null;
}

/** Whoever has validated waits for the other side, and owes nothing. */
function wanted(plan: PlanLine | null, mine: readonly string[]): 'validatePlan' | 'freezePlan' | null {
  if (!plan || plan.state === 'CO_VALIDATED') return 'freezePlan';
  if (plan.state !== 'DRAFT') return null;
  if (plan.actions === 0) return 'freezePlan';
  return mine.every((party) => plan.validated.includes(party)) ? null : 'validatePlan';
}

/** From the day fiches are due until the plan is frozen, the coordinations owe it to the committee; past its deadline, adopting it is what is owed. */
export async function toFreeze(tx: ReadTx, actor: Actor, zones: Zones): Promise<PersonalDuty[]> {
  const duties: PersonalDuty[] = [];
  const desks = actor.seats.filter(({ persona }) => persona === 'COORDINATOR');
  for (const partnershipId of new Set(desks.map((desk) => desk.partnershipId))) {
    const days = await milestonesOf(tx, partnershipId, { inForce: await rulesInForce(tx, partnershipId), zones });
    const mine = desks.filter((desk) => desk.partnershipId === partnershipId).map(({ partyId }) => partyId);
    for (const debt of (await planDebts(tx, zones, partnershipId)).filter(({ standing, closesAt }) => standing === 'OPEN' && tx.now() < closesAt)) {
      const due = days(debt.year);
      if (!due || compareDates(zones.civilAt(tx.now(), 'UTC').date, due.SHEETS_DUE) < 0) continue;
      const phrase = wanted(await planNow(tx, debt), mine);
      if (!phrase) continue;
      const place = { partnershipId, subjectId: `${debt.agreementId}-${debt.year}`, href: `/plans/${debt.year}#acts` };
      duties.push({ kind: 'VALIDATE_PLAN', phrase, values: { year: String(debt.year) }, source: sources.backPlan, dueOn: due.FREEZE, ...place });
    }
  }
  return duties;
}
