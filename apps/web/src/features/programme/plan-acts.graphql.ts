import type { Deed, Form } from '../../base/act.ts';

type PlanDone = { readonly year: number };

/** A mutation on a plan: its name, its input, and where the board is shown again. */
function onPlan(mutation: string, input: (form: Form) => Readonly<Record<string, unknown>>, anchor: (form: Form) => string): Deed<PlanDone> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return {
    document: `mutation ${mutation}($input: ${type}!) { ${mutation}(input: $input) { ...refused ... on ActionPlan { id year } } }`,
    variables: (form) => ({ input: input(form) }),
    done: ({ year }, form) => `/plans/${year}${anchor(form)}`,
  };
}

const planId = (form: Form) => ({ planId: form.text('planId') });
const withSheet = (form: Form) => ({ ...planId(form), sheetId: form.text('sheetId') });
const atActs = () => '#acts';
/** The board tells which card has moved, and stays on it. */
const atSheet = (form: Form) => `?moved=${form.text('sheetId')}#sheet-${form.text('sheetId')}`;

/** Opens the plan of a year, or the next version of an adopted one. */
export const openPlan = onPlan('openPlan', (form) => ({ partnershipId: form.text('partnershipId'), year: Number(form.text('year')) }), atActs);
/** Validates for one's party what was read: the list of actions is named by its hash. */
export const validatePlan = onPlan('validatePlan', (form) => ({ ...planId(form), actionsHash: form.text('actionsHash') }), atActs);
export const freezePlan = onPlan('freezePlan', planId, atActs);
export const reopenPlan = onPlan('reopenPlan', planId, atActs);
export const addToPlan = onPlan('addToPlan', withSheet, atSheet);
export { recordExchangeRate, withdrawExchangeRate } from './budget.graphql.ts';
export const removeFromPlan = onPlan('removeFromPlan', withSheet, atSheet);

const days = (form: Form): number | null => (form.text('daysBefore').trim() === '' ? null : Number(form.text('daysBefore')));

/** Moves a step of the preparation; no number: back to what is proposed. */
export const moveMilestone: Deed<PlanDone> = {
  document: 'mutation moveMilestone($input: MoveMilestoneInput!) { moveMilestone(input: $input) { ...refused ... on PlanBoard { year } } }',
  variables: (form) => ({ input: { partnershipId: form.text('partnershipId'), milestone: form.text('milestone'), daysBefore: days(form) } }),
  unreadable: (form) => (/^\d{0,4}$/.test(form.text('daysBefore').trim()) ? undefined : 'webProgramme.backPlan.unreadable'),
  done: (_, form) => `/plans/${form.text('year')}#back-plan`,
};
