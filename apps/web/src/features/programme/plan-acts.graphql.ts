import type { Deed, Form } from '../../base/act.ts';

type PlanDone = { readonly year: number };

/** A mutation on a plan: its name, its input, and where the board is shown again. */
function onPlan(mutation: string, input: (form: Form) => Readonly<Record<string, unknown>>, anchor: (form: Form) => string): Deed<PlanDone> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return {
    document: `mutation ${mutation}($input: ${type}!) { ${mutation}(input: $input) { ...refused ... on ActionPlan { id year } } }`,
    variables: (form) => ({ input: input(form) }),
    done: ({ year }, form) => `/plans/${year}#${anchor(form)}`,
  };
}

const planId = (form: Form) => ({ planId: form.text('planId') });
const withSheet = (form: Form) => ({ ...planId(form), sheetId: form.text('sheetId') });
const atActs = () => 'acts';
const atSheet = (form: Form) => `sheet-${form.text('sheetId')}`;

/** Opens the plan of a year, or the next version of an adopted one. */
export const openPlan = onPlan('openPlan', (form) => ({ partnershipId: form.text('partnershipId'), year: Number(form.text('year')) }), atActs);
/** Validates for one's party what was read: the list of actions is named by its hash. */
export const validatePlan = onPlan('validatePlan', (form) => ({ ...planId(form), actionsHash: form.text('actionsHash') }), atActs);
export const freezePlan = onPlan('freezePlan', planId, atActs);
export const reopenPlan = onPlan('reopenPlan', planId, atActs);
export const addToPlan = onPlan('addToPlan', withSheet, atSheet);
export const removeFromPlan = onPlan('removeFromPlan', withSheet, atSheet);
