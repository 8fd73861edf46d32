import { accepted, isOnTime, planDeadline, type Answer, type Decided, type Json, type PlanDeadline, type PlanDeadlineRule, type Zones } from '#kernel';
import { told } from './facts.js';
import { planStateForbids } from './refusals.js';
import { aboutPlan, type Plan } from './plan.js';

/** The partners' reading of « avant le 31 décembre de l'année n-1 », as their `deadline` rule holds it (C5 Q8). */
export type DeadlineSetting = Omit<PlanDeadlineRule, 'year'>;

const isSetting = (value: Json): value is Json & DeadlineSetting => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { day, inclusive, event, zoneRule } = value as Partial<DeadlineSetting>;
  return typeof day === 'string' && typeof inclusive === 'boolean' && (event === 'ADOPTION' || event === 'EXECUTORY') && (zoneRule === 'EARLIEST' || zoneRule === 'LATEST');
};

/** The setting held by a rule; `null` when the agreement has none (a twinning has no plan deadline: AT-18). @throws TypeError on a rule of another shape. */
export function deadlineSetting(value: Json | undefined): DeadlineSetting | null {
  if (value === undefined) return null;
  if (!isSetting(value)) throw new TypeError(`not a plan deadline: ${JSON.stringify(value)}`);
  const { day, inclusive, event, zoneRule } = value;
  return { day, inclusive, event, zoneRule };
}

/** Where and how the deadline is counted: the setting, the zones of the parties, and the zone data. */
export interface DeadlineWorld {
  readonly setting: DeadlineSetting | null;
  readonly zonesOfParties: readonly string[];
  readonly zones: Zones;
}

/** The deadline of the plan of that year; `null` without a rule. */
export const deadlineOf = (year: number, { setting, zonesOfParties, zones }: DeadlineWorld): PlanDeadline | null =>
  setting && planDeadline({ ...setting, year }, zonesOfParties, zones);

const judged = (year: number, event: { name: DeadlineSetting['event']; at: Date }, world: DeadlineWorld): boolean | null => {
  const deadline = deadlineOf(year, world);
  return deadline && deadline.rule.event === event.name ? isOnTime(event.at, deadline) : null;
};

/** May the committee decide on this plan? Only on a frozen one: votes bind to its content. */
export const mayBeDecided = (plan: Plan): Answer<true> => (plan.state === 'FROZEN' ? accepted(true) : planStateForbids(plan.state, 'DECIDE'));

/** Adopted by the committee's decision; on time or late is judged then, from the rule in force then (C5 Q8, Q22). */
export function adopt(plan: Plan, decision: { decisionId: string; adoptedAt: Date }, world: DeadlineWorld): Answer<Decided<Plan>> {
  const may = mayBeDecided(plan);
  if (may.refused) return may;
  const { decisionId, adoptedAt } = decision;
  const { year, version } = plan;
  const onTime = judged(year, { name: 'ADOPTION', at: adoptedAt }, world);
  const fact = told('ActionPlanAdopted', aboutPlan(plan), { year, version, decisionId, adoptedAt: adoptedAt.toISOString(), onTime });
  return accepted({ state: { ...plan, state: 'ADOPTED', decisionId, adoptedAt, onTime }, facts: [fact] });
}

/** The minutes are signed by all: nothing changes but, where partners count the deadline to that instant, the judgement. */
export function becomeExecutory(plan: Plan, decision: { decisionId: string; executoryAt: Date }, world: DeadlineWorld): Decided<Plan> {
  const { decisionId, executoryAt } = decision;
  const { year, version } = plan;
  const onTime = plan.onTime ?? judged(year, { name: 'EXECUTORY', at: executoryAt }, world);
  const fact = told('ActionPlanBecameExecutory', aboutPlan(plan), { year, version, decisionId, executoryAt: executoryAt.toISOString(), onTime });
  return { state: { ...plan, onTime }, facts: [fact] };
}

export type PlanColour = 'GREEN' | 'AMBER' | 'RED';

/** Green is executory, amber adopted only, red neither (C5 Q8). */
export const colourOf = (plan: Pick<Plan, 'state'> | null, executoryAt: Date | null): PlanColour => {
  if (executoryAt) return 'GREEN';
  return plan?.state === 'ADOPTED' ? 'AMBER' : 'RED';
};
