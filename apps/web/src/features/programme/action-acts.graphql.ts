import type { Deed, Form } from '../../base/act.ts';
import { actionPath } from './actions.graphql.ts';

type Done = { readonly id: string };

/** A mutation on an action, and where its page is shown again. */
function onAction(mutation: string, input: (form: Form) => Readonly<Record<string, unknown>>, anchor: string): Deed<Done> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return {
    document: `mutation ${mutation}($input: ${type}!) { ${mutation}(input: $input) { ...refused ... on FollowedAction { id } } }`,
    variables: (form) => ({ input: { ...input(form), ...(mutation === 'openAction' ? {} : { actionId: form.text('actionId') }) } }),
    done: ({ id }) => `${actionPath(id)}${anchor}`,
  };
}

const orNull = (form: Form, name: string): string | null => form.text(name).trim() || null;
const number = (form: Form, name: string): number | null => (form.text(name).trim() === '' ? null : Number(form.text(name)));

export const openAction = onAction('openAction', (form) => ({ decisionId: form.text('decisionId'), title: form.text('title'), startsOn: orNull(form, 'startsOn'), endsOn: form.text('endsOn') }), '');
export const nameActionOwner = onAction('nameActionOwner', (form) => ({ seatId: form.text('seatId') }), '#owners');
export const setActionMilestone = onAction('setActionMilestone', (form) => ({ label: form.text('label'), dueOn: form.text('dueOn') }), '#milestones');
export const closeActionMilestone = onAction('closeActionMilestone', (form) => ({ milestone: Number(form.text('milestone')), doneOn: orNull(form, 'doneOn'), note: orNull(form, 'note') }), '#milestones');
export const startAction = onAction('startAction', (form) => ({ reason: orNull(form, 'reason') }), '#acts');
/** A percentage typed in letters cannot be sent: the form says so. */
export const reportAction: Deed<Done> = {
  ...onAction('reportAction', (form) => ({ state: orNull(form, 'state'), percent: number(form, 'percent'), note: orNull(form, 'note') }), '#history'),
  unreadable: (form) => (/^\d{0,3}$/.test(form.text('percent').trim()) ? undefined : 'webActions.acts.unreadablePercent'),
};
export const raiseBlocker = onAction('raiseBlocker', (form) => ({ what: form.text('what'), since: form.text('since'), partyId: orNull(form, 'partyId') }), '#blockers');
export const liftBlocker = onAction('liftBlocker', (form) => ({ blocker: Number(form.text('blocker')), liftedOn: form.text('liftedOn'), note: orNull(form, 'note') }), '#blockers');
export const completeAction = onAction('completeAction', (form) => ({ completedOn: form.text('completedOn'), note: orNull(form, 'note') }), '#history');
export const rescheduleAction = onAction('rescheduleAction', (form) => ({ endsOn: form.text('endsOn'), reason: form.text('reason'), decisionId: orNull(form, 'decisionId') }), '#history');
export const cancelAction = onAction('cancelAction', (form) => ({ reason: form.text('reason'), decisionId: orNull(form, 'decisionId') }), '#history');
