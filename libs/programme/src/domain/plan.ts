import { accepted, canonicalJson, type Answer, type Decided, type Json, type Subject } from '#kernel';
import { budgetTotals } from './budget.js';
import { budgetTable, type BudgetWorld } from './budget-table.js';
import { readyAction } from './completeness.js';
import type { AxisWorld } from './draft.js';
import type { SheetWorld } from './edit.js';
import { told } from './facts.js';
import { coordinates, coordinatesFor, nameOf, type Hand } from './hand.js';
import {
  axisNotOpen, planActionsChanged, planIsEmpty, planOnOpenBallot, planStateForbids, planValidatedByParty, sheetAlreadyInPlan, sheetNotCoValidated, sheetNotInPlan, sheetOfOtherYear,
} from './refusals.js';
import { keptRate, latestRates } from './rate.js';
import { contentOf, isByHand, type Pen, type Sheet } from './sheet.js';

/** C4, the stored part: being executory is derived from the minutes, never kept here. */
export const planStates = ['DRAFT', 'CO_VALIDATED', 'FROZEN', 'ADOPTED'] as const;
export type PlanState = (typeof planStates)[number];

/** The plan of a year, in one of its versions. Instants are UTC. */
export interface Plan {
  readonly id: string;
  readonly partnershipId: string;
  readonly agreementId: string;
  readonly year: number;
  readonly version: number;
  readonly state: PlanState;
  readonly content: Json;
  readonly contentHash: string | null;
  readonly frozenAt: Date | null;
  readonly decisionId: string | null;
  readonly adoptedAt: Date | null;
  readonly onTime: boolean | null;
}

/** A plan with its actions in order and the validations given by coordinators. */
export interface PlanCase {
  readonly plan: Plan;
  readonly actions: readonly Sheet[];
  readonly validations: readonly { readonly partyId: string; readonly personId: string; readonly pen?: Pen | null }[];
}

/** Whose fact it is, and about what. */
export const aboutPlan = (plan: { partnershipId: string; id: string }): { partnershipId: string; subject: Subject } => ({
  partnershipId: plan.partnershipId,
  subject: { kind: 'actionPlan', id: plan.id },
});

const mayBeComposed = (plan: Plan, hand: Hand, wanted: string): Answer<true> => {
  const coordinator = coordinates(hand);
  if (coordinator.refused) return coordinator;
  return plan.state === 'DRAFT' || plan.state === 'CO_VALIDATED' ? accepted(true) : planStateForbids(plan.state, wanted);
};

/** Composing: while nobody has frozen the plan. */
export const mayAddSheet = ({ plan }: PlanCase, hand: Hand): Answer<true> => mayBeComposed(plan, hand, 'ADD');

/** AT-13: an axis not opened yet by an executory decision carries no action. */
const openAxis = (sheet: Sheet, { axes, sources }: AxisWorld): Answer<true> => {
  const axis = axes.find(({ id }) => id === sheet.axisId);
  return axis && !axis.active ? axisNotOpen(axis.number, sources.newAxis) : accepted(true);
};

/** A revised plan (version 2 …) may take back an action adopted in the version before. */
const mayBeRetained = (sheet: Sheet, plan: Plan): boolean => sheet.state === 'CO_VALIDATED' || (sheet.state === 'ADOPTED' && plan.version > 1);

/** Retains a co-validated sheet of that year; what coordinators had validated no longer holds. */
export function addSheet(held: PlanCase, command: { hand: Hand; sheet: Sheet }, world: SheetWorld): Answer<Decided<Plan>> {
  const { plan, actions } = held;
  const { sheet, hand } = command;
  const may = mayAddSheet(held, hand);
  if (may.refused) return may;
  if (actions.some(({ id }) => id === sheet.id)) return sheetAlreadyInPlan();
  if (sheet.year !== plan.year) return sheetOfOtherYear(sheet.year, plan.year, world.sources.planByCommittee);
  if (!mayBeRetained(sheet, plan)) return sheetNotCoValidated(sheet.state, world.sources.jointly);
  const open = openAxis(sheet, world);
  if (open.refused) return open;
  return accepted({ state: { ...plan, state: 'DRAFT' }, facts: [told('ActionAddedToPlan', aboutPlan(plan), { sheetId: sheet.id, year: plan.year })] });
}

/** Takes an action out; what coordinators had validated no longer holds. */
export function removeSheet(held: PlanCase, command: { hand: Hand; sheetId: string }): Answer<Decided<Plan>> {
  const { plan, actions } = held;
  const may = mayBeComposed(plan, command.hand, 'REMOVE');
  if (may.refused) return may;
  if (!actions.some(({ id }) => id === command.sheetId)) return sheetNotInPlan();
  return accepted({ state: { ...plan, state: 'DRAFT' }, facts: [told('ActionRemovedFromPlan', aboutPlan(plan), { sheetId: command.sheetId, year: plan.year })] });
}

/** The one text of « which actions, in which versions »: two coordinators validate the same list. */
export const actionsText = (actions: readonly Sheet[]): string => canonicalJson(actions.map(({ id, version }) => [id, version]));

function partyToValidateFor({ plan, validations }: PlanCase, hand: Hand, { parties, sources }: SheetWorld): Answer<string> {
  const coordinator = coordinates(hand);
  if (coordinator.refused) return coordinator;
  if (plan.state !== 'DRAFT') return planStateForbids(plan.state, 'VALIDATE');
  const [mine = ''] = coordinatesFor(hand);
  const done = validations.some((validation) => validation.partyId === mine || isByHand(validation, hand.personId));
  return done ? planValidatedByParty(nameOf(parties, mine), sources.jointly) : accepted(mine);
}

/** Refused with PLAN_BY_COORDINATORS, PLAN_STATE_FORBIDS, PLAN_VALIDATED_BY_PARTY or PLAN_IS_EMPTY. */
export function mayValidate(held: PlanCase, hand: Hand, world: SheetWorld): Answer<true> {
  const party = partyToValidateFor(held, hand, world);
  if (party.refused) return party;
  return held.actions.length === 0 ? planIsEmpty(world.sources.planByCommittee) : accepted(true);
}

/** Whether the list validated is the list read: `read` and `current` are hashes of `actionsText`. */
export interface ValidateCommand {
  readonly hand: Hand;
  readonly read: string | null;
  readonly current: string;
}

/** A coordinator validates for her party; with every party the plan is co-validated (4-32). */
export function validate(held: PlanCase, command: ValidateCommand, world: SheetWorld): Answer<Decided<Plan> & { readonly validatedFor: string }> {
  const may = mayValidate(held, command.hand, world);
  if (may.refused) return may;
  if (command.read !== null && command.read !== command.current) return planActionsChanged(world.sources.jointly);
  const party = partyToValidateFor(held, command.hand, world);
  if (party.refused) return party;
  const { plan, validations } = held;
  const done = new Set([...validations.map(({ partyId }) => partyId), party.value]);
  const complete = world.parties.every(({ id }) => done.has(id));
  const { year, version } = plan;
  const validated = told('ActionPlanValidated', aboutPlan(plan), { partyId: party.value, year });
  const facts = complete ? [validated, told('ActionPlanCoValidated', aboutPlan(plan), { year, version })] : [validated];
  return accepted({ state: complete ? { ...plan, state: 'CO_VALIDATED' } : plan, facts, validatedFor: party.value });
}

/** Freezing asks both validations and, of each action: calendar, axis or reason, indicators, budget (C4, 4-34). */
export function mayFreeze({ plan, actions }: PlanCase, hand: Hand, world: SheetWorld): Answer<true> {
  const coordinator = coordinates(hand);
  if (coordinator.refused) return coordinator;
  if (plan.state !== 'CO_VALIDATED') return planStateForbids(plan.state, 'FREEZE');
  if (actions.length === 0) return planIsEmpty(world.sources.planByCommittee);
  const checks = actions.flatMap((sheet) => [openAxis(sheet, world), readyAction(sheet, world)]);
  return checks.find((check) => check.refused) ?? accepted(true);
}

/** The rates a plan rests on, and what its budget comes to with them: kept with it, whatever is written afterwards. */
function frozenRates(actions: readonly Sheet[], budget: BudgetWorld): { readonly [key: string]: Json } {
  const { conversions } = budgetTable(actions.flatMap((sheet) => sheet.budget), budget);
  const used = new Set(conversions.flatMap(({ rates }) => rates.map(({ id }) => id)));
  return {
    rates: latestRates(budget.rates).filter(({ id }) => used.has(id)).map(keptRate),
    converted: conversions.flatMap(({ total }) => (total ? [{ amountMinor: total.amountMinor.toString(), currency: total.currency }] : [])),
  };
}

/** What goes to the committee: every action as validated, the totals by currency, and the dated rates with what they come to. Equal plans have equal canonical texts. */
export const frozenContent = ({ plan, actions }: PlanCase, { axes }: SheetWorld, budget: BudgetWorld): Json => ({
  planId: plan.id,
  year: plan.year,
  version: plan.version,
  actions: actions.map((sheet, index) => ({
    place: index + 1,
    sheetId: sheet.id,
    sheetVersion: sheet.version,
    axisNumber: axes.find(({ id }) => id === sheet.axisId)?.number ?? null,
    ...contentOf(sheet),
  })),
  totals: budgetTotals(actions.map(({ budget }) => budget)).map(({ amountMinor, currency }) => ({ amountMinor: amountMinor.toString(), currency })),
  ...frozenRates(actions, budget),
});

/** The content to freeze, with the SHA-256 of its canonical text (RFC 8785). */
export interface FreezeCommand {
  readonly hand: Hand;
  readonly content: Json;
  readonly contentHash: string;
  readonly at: Date;
}

/** Freezes that content under its hash: from here only the committee's ballot, or a reopening, follows. */
export function freeze(held: PlanCase, command: FreezeCommand, world: SheetWorld): Answer<Decided<Plan>> {
  const may = mayFreeze(held, command.hand, world);
  if (may.refused) return may;
  const { plan } = held;
  const { content, contentHash, at: frozenAt } = command;
  const { year, version } = plan;
  return accepted({ state: { ...plan, state: 'FROZEN', content, contentHash, frozenAt }, facts: [told('ActionPlanFrozen', aboutPlan(plan), { year, version, contentHash })] });
}

/** C4: FROZEN → DRAFT, never while the committee votes on it. */
export function mayReopen({ plan }: PlanCase, hand: Hand, onOpenBallot: boolean): Answer<true> {
  const coordinator = coordinates(hand);
  if (coordinator.refused) return coordinator;
  if (plan.state !== 'FROZEN') return planStateForbids(plan.state, 'REOPEN');
  return onOpenBallot ? planOnOpenBallot() : accepted(true);
}

/** Back to composing: content, hash and validations no longer hold. */
export function reopen(held: PlanCase, hand: Hand, onOpenBallot: boolean): Answer<Decided<Plan>> {
  const may = mayReopen(held, hand, onOpenBallot);
  if (may.refused) return may;
  const { plan } = held;
  const { year, version } = plan;
  return accepted({ state: { ...plan, state: 'DRAFT', content: null, contentHash: null, frozenAt: null }, facts: [told('ActionPlanReopened', aboutPlan(plan), { year, version })] });
}
