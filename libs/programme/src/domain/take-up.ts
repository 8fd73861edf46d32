import { accepted, refused, type Answer, type Decided, type RuleSource } from '#kernel';
import { adopt, becomeExecutory, type DeadlineWorld } from './adoption.js';
import { told } from './facts.js';
import { coordinates, coordinatesFor, type Hand } from './hand.js';
import { aboutPlan, type Plan, type PlanCase } from './plan.js';
import { notFound, planAlreadyOpen, planIsEmpty, sheetOfOtherYear } from './refusals.js';
import type { SheetWorld } from './edit.js';
import type { Sheet, SheetState } from './sheet.js';
import { sources } from './sources.js';

/** A decision of a confirmed paper, as far as a plan needs it. Instants are UTC. */
export interface AdoptedOnPaper {
  readonly decisionId: string;
  readonly adoptedAt: Date;
  readonly executoryAt: Date | null;
}

/** What one coordination says the paper's plan is; another party's coordination confirms it, and only then is it a plan. */
export interface TakeUpProposal {
  readonly partnershipId: string;
  readonly id: string;
  readonly year: number;
  readonly decisionId: string;
  /** In the plan's order, each in the version that was proposed. */
  readonly sheets: readonly { readonly sheetId: string; readonly version: number }[];
  readonly partyId: string;
  readonly personId: string;
  readonly state: 'WAITING' | 'CONFIRMED' | 'WITHDRAWN';
}

const aboutTakeUp = ({ partnershipId, id }: TakeUpProposal) => ({ partnershipId, subject: { kind: 'takenUpPlan', id } });

/** Fiches that a paper's plan may hold: living ones that no decision has settled. */
export const takeable: readonly SheetState[] = ['DRAFT', 'SUBMITTED', 'RETURNED', 'CO_VALIDATED'];

/** May this hand take up a plan of that year? Only where none was opened here. Refused with PLAN_BY_COORDINATORS or PLAN_ALREADY_OPEN. */
export function mayTakeUp(hand: Hand, year: number, last: Plan | null): Answer<true> {
  const coordinator = coordinates(hand);
  if (coordinator.refused) return coordinator;
  return last ? planAlreadyOpen(year) : accepted(true);
}

/** Refused with PLAN_IS_EMPTY, SHEET_OF_OTHER_YEAR or TAKE_UP_SHEET_STATE. */
function allTakeable(sheets: readonly Sheet[], year: number, source: RuleSource): Answer<true> {
  if (sheets.length === 0) return planIsEmpty(source);
  const foreign = sheets.find((sheet) => sheet.year !== year);
  if (foreign) return sheetOfOtherYear(foreign.year, year, source);
  const settled = sheets.find(({ state }) => !takeable.includes(state));
  return settled ? refused('TAKE_UP_SHEET_STATE', { title: settled.title, state: settled.state }, sources.states) : accepted(true);
}

/** What is proposed: an id of its own, its fiches as they are now, and the decision of the paper. */
export interface ProposeCommand {
  readonly hand: Hand;
  readonly last: Plan | null;
  readonly sheets: readonly Sheet[];
  readonly proposed: Pick<TakeUpProposal, 'partnershipId' | 'id' | 'year' | 'decisionId'>;
}

/** Proposed: nothing is adopted, and its fiches are everybody's to read. Refused as `mayTakeUp` says, or for a fiche that cannot be taken. */
export function proposeTakeUp({ hand, last, sheets, proposed }: ProposeCommand, world: SheetWorld): Answer<Decided<TakeUpProposal>> {
  const { year, decisionId } = proposed;
  const may = mayTakeUp(hand, year, last);
  if (may.refused) return may;
  const fit = allTakeable(sheets, year, world.sources.planByCommittee);
  if (fit.refused) return fit;
  const [partyId = ''] = coordinatesFor(hand);
  const state: TakeUpProposal = { ...proposed, sheets: sheets.map(({ id: sheetId, version }) => ({ sheetId, version })), partyId, personId: hand.personId, state: 'WAITING' };
  return accepted({ state, facts: [told('ActionPlanTakeUpProposed', aboutTakeUp(state), { year, decisionId, partyId, count: sheets.length })] });
}

/** Before it is confirmed, either coordination takes it back. Refused with PLAN_BY_COORDINATORS or TAKE_UP_SETTLED. */
export function mayWithdrawTakeUp({ state }: TakeUpProposal, hand: Hand): Answer<true> {
  const coordinator = coordinates(hand);
  if (coordinator.refused) return coordinator;
  return state === 'WAITING' ? accepted(true) : refused('TAKE_UP_SETTLED', { state }, sources.takeUp);
}

/** Its fiches stay as they were: readable by all, in no plan. */
export function withdrawTakeUp(proposal: TakeUpProposal, hand: Hand): Answer<Decided<TakeUpProposal>> {
  const may = mayWithdrawTakeUp(proposal, hand);
  if (may.refused) return may;
  const { year, decisionId } = proposal;
  const [partyId = ''] = coordinatesFor(hand);
  return accepted({ state: { ...proposal, state: 'WITHDRAWN' }, facts: [told('ActionPlanTakeUpWithdrawn', aboutTakeUp(proposal), { year, decisionId, partyId })] });
}

/**
 * The party for which this hand may confirm: another than the one that proposed, by another person, and only what was proposed.
 * Refused with PLAN_BY_COORDINATORS, TAKE_UP_SETTLED, TAKE_UP_BY_OTHER, or TAKE_UP_SHEET_CHANGED with the fiche that changed since.
 */
export function mayConfirmTakeUp(proposal: TakeUpProposal, hand: Hand, sheets: readonly Pick<Sheet, 'id' | 'version' | 'title'>[]): Answer<string> {
  const waits = mayWithdrawTakeUp(proposal, hand);
  if (waits.refused) return waits;
  const party = coordinatesFor(hand).find((id) => id !== proposal.partyId);
  if (party === undefined || hand.personId === proposal.personId) return refused('TAKE_UP_BY_OTHER', {}, sources.takeUp);
  for (const { sheetId, version } of proposal.sheets) {
    const sheet = sheets.find(({ id }) => id === sheetId);
    if (!sheet) return notFound();
    if (sheet.version !== version) return refused('TAKE_UP_SHEET_CHANGED', { title: sheet.title }, sources.takeUp);
  }
  return accepted(party);
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
  const fit = allTakeable(actions, plan.year, world.sheets.sources.planByCommittee);
  if (fit.refused) return fit;
  const adopted = adopt({ ...plan, state: 'FROZEN' }, decision, world.deadline);
  if (adopted.refused) return adopted;
  const { decisionId, adoptedAt, executoryAt } = decision;
  const state = executoryAt ? becomeExecutory(adopted.value.state, { decisionId, executoryAt }, world.deadline).state : adopted.value.state;
  const { year, version, onTime } = state;
  const data = { year, version, decisionId, adoptedAt: adoptedAt.toISOString(), executoryAt: executoryAt?.toISOString() ?? null, onTime, count: actions.length };
  return accepted({ state, facts: [told('ActionPlanTakenUp', aboutPlan(plan), data)] });
}
