import { accepted, refused, type Answer, type Decided } from '#kernel';
import { adopt, becomeExecutory, type DeadlineWorld } from './adoption.js';
import { told } from './facts.js';
import { coordinates, type Hand } from './hand.js';
import { aboutPlan, type Plan, type PlanCase } from './plan.js';
import { planAlreadyOpen, planIsEmpty, sheetOfOtherYear } from './refusals.js';
import type { SheetWorld } from './edit.js';
import type { SheetState } from './sheet.js';
import { sources } from './sources.js';

/** A decision of a confirmed paper, as far as a plan needs it. Instants are UTC. */
export interface AdoptedOnPaper {
  readonly decisionId: string;
  readonly adoptedAt: Date;
  readonly executoryAt: Date | null;
}

/** Fiches that a paper's plan may hold: living ones that no decision has settled. */
export const takeable: readonly SheetState[] = ['DRAFT', 'SUBMITTED', 'RETURNED', 'CO_VALIDATED'];

/** May this hand take up a plan of that year? Only where none was opened here. Refused with PLAN_BY_COORDINATORS or PLAN_ALREADY_OPEN. */
export function mayTakeUp(hand: Hand, year: number, last: Plan | null): Answer<true> {
  const coordinator = coordinates(hand);
  if (coordinator.refused) return coordinator;
  return last ? planAlreadyOpen(year) : accepted(true);
}

/** What the paper's plan is made of, in which words, and from which decision. */
export interface TakeUpCommand {
  readonly hand: Hand;
  readonly last: Plan | null;
  /** Its content and hash stand in the plan already. */
  readonly held: PlanCase;
  readonly decision: AdoptedOnPaper;
}

/**
 * A plan adopted on paper before Passerelle (« repris »): adopted on the day of that meeting, and judged by the deadline as any plan is.
 * Its fiches are validated by nobody again: the paper did. Refused with PLAN_IS_EMPTY, SHEET_OF_OTHER_YEAR or TAKE_UP_SHEET_STATE besides.
 */
export function takeUp({ hand, last, held, decision }: TakeUpCommand, world: { readonly sheets: SheetWorld; readonly deadline: DeadlineWorld }): Answer<Decided<Plan>> {
  const { plan, actions } = held;
  const may = mayTakeUp(hand, plan.year, last);
  if (may.refused) return may;
  const { planByCommittee } = world.sheets.sources;
  if (actions.length === 0) return planIsEmpty(planByCommittee);
  const foreign = actions.find(({ year }) => year !== plan.year);
  if (foreign) return sheetOfOtherYear(foreign.year, plan.year, planByCommittee);
  const settled = actions.find(({ state }) => !takeable.includes(state));
  if (settled) return refused('TAKE_UP_SHEET_STATE', { title: settled.title, state: settled.state }, sources.states);
  const adopted = adopt({ ...plan, state: 'FROZEN' }, decision, world.deadline);
  if (adopted.refused) return adopted;
  const { decisionId, adoptedAt, executoryAt } = decision;
  const state = executoryAt ? becomeExecutory(adopted.value.state, { decisionId, executoryAt }, world.deadline).state : adopted.value.state;
  const { year, version, onTime } = state;
  const data = { year, version, decisionId, adoptedAt: adoptedAt.toISOString(), executoryAt: executoryAt?.toISOString() ?? null, onTime, count: actions.length };
  return accepted({ state, facts: [told('ActionPlanTakenUp', aboutPlan(plan), data)] });
}
