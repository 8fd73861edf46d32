import type { Deed, Form } from '../../base/act.ts';

export { answerConvocation, callSilentAgain, keepSafetySheet, logIncident, planAgendaItem, proposeAgendaItem, rescheduleMeeting, settleAgendaProposal } from './convening.graphql.ts';
export { confirmHands, contestHands, noteGuest, takeGuestOff, withdrawHands } from './hands.graphql.ts';

const documentOf = (mutation: string, done: string): string => {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return `mutation ${mutation}($input: ${type}!) { ${mutation}(input: $input) { ...refused ... on ${done} } }`;
};

type Input = (form: Form) => Readonly<Record<string, unknown>>;
type MeetingDone = { readonly id: string };
type DecisionDone = { readonly id: string; readonly meetingId: string };
type BallotDone = { readonly decisionId: string; readonly meetingId: string };

const onMeeting = (mutation: string, input: Input, anchor = ''): Deed<MeetingDone> => ({
  document: documentOf(mutation, 'Meeting { id }'),
  variables: (form) => ({ input: input(form) }),
  done: ({ id }) => `/meetings/${id}${anchor}`,
});
const onDecision = (mutation: string, input: Input): Deed<DecisionDone> => ({
  document: documentOf(mutation, 'Decision { id meetingId }'),
  variables: (form) => ({ input: input(form) }),
  done: ({ id, meetingId }) => `/meetings/${meetingId}#decision-${id}`,
});

const meetingId: Input = (form) => ({ meetingId: form.text('meetingId') });
/** The power given to another seat, or taken back; `undefined` where it was left as it is, or where its giver is there (the server takes it back). */
function powerOf(form: Form, seatId: string, everyone: boolean): string | null | undefined {
  const [power, was] = [form.text(`power.${seatId}`), form.text(`powerWas.${seatId}`)];
  const there = everyone || !['ABSENT', 'EXCUSED'].includes(form.text(`presence.${seatId}`));
  return there || power === was ? undefined : power || null;
}

/** What was touched on the sheet, and nothing else: somebody may be keeping it from the other town at the same time. */
const presences: Input = (form) => {
  const everyone = form.text('everyone');
  const seats = Object.keys(form.values).flatMap((name) => (name.startsWith('was.') ? [name.slice('was.'.length)] : []));
  const said = seats.map((seatId) => ({ seatId, presence: everyone || form.text(`presence.${seatId}`), was: form.text(`was.${seatId}`), power: powerOf(form, seatId, everyone !== '') }));
  return { ...meetingId(form), entries: said.filter(({ presence, was, power }) => presence !== '' && (presence !== was || power !== undefined)).map(({ seatId, presence, power }) => ({ seatId, presence, ...(power !== undefined && { proxyToSeatId: power }) })) };
};
const scheduled: Input = (form) => ({
  partnershipId: form.text('partnershipId'),
  kind: form.text('kind'),
  mode: form.text('mode'),
  hostPartyId: form.text('hostPartyId') || null,
  civilDate: form.text('civilDate'),
  time: form.text('time'),
  place: form.text('place'),
  turnReason: form.text('turnReason') || null,
});
const agendaItem: Input = (form) => ({
  ...meetingId(form),
  title: form.text('title'),
  subjectKind: form.text('subjectKind') || null,
  subjectId: form.text('subjectId') || null,
  text: form.text('text') || null,
});

export const scheduleMeeting = onMeeting('scheduleMeeting', scheduled);
export const addAgendaItem = onMeeting('addAgendaItem', agendaItem, '#agenda');
export const detachFromAgendaItem = onMeeting('detachFromAgendaItem', (form) => ({ attachmentId: form.text('attachmentId') }), '#agenda');
export const conveneMeeting = onMeeting('conveneMeeting', meetingId);
export const cancelMeeting = onMeeting('cancelMeeting', (form) => ({ ...meetingId(form), reason: form.text('reason') }));
export const openMeeting = onMeeting('openMeeting', meetingId);
export const recordAttendance = onMeeting('recordAttendance', presences, '#attendance');
export const noteMovement: Deed<MeetingDone> = {
  ...onMeeting('noteMovement', (form) => {
    const [kind, seatId] = form.text('move').split(':');
    return { ...meetingId(form), kind, seatId, agendaItemId: form.text('agendaItemId') || null };
  }, '#attendance'),
  pressed: (form) => form.text('move'),
};
export const takeBackMovement = onMeeting('takeBackMovement', (form) => ({ movementId: form.text('movementId') }), '#attendance');
export const closeMeeting = onMeeting('closeMeeting', meetingId);
export const openBallot = onDecision('openBallot', (form) => ({ decisionId: form.text('decisionId'), text: form.text('text') || null }));
export const closeBallot = onDecision('closeBallot', (form) => ({ ballotId: form.text('ballotId') }));

/** A voice, on the very text that was on the screen. */
export const castVote: Deed<BallotDone> = {
  document: documentOf('castVote', 'Ballot { decisionId meetingId }'),
  variables: (form) => ({ input: { ballotId: form.text('ballotId'), choice: form.text('choice'), reason: (form.text('choice') === 'AGAINST' && form.text('reason')) || null, textHash: form.text('textHash'), seatId: form.text('seatId') || null } }),
  done: ({ decisionId, meetingId: id }) => `/meetings/${id}#decision-${decisionId}`,
};

/** The minutes of a closed meeting are drawn from the meeting itself. */
export const draftMinutes: Deed<MeetingDone> = {
  document: documentOf('draftMinutes', 'Minutes { id }'),
  variables: (form) => ({ input: meetingId(form) }),
  done: ({ id }) => `/minutes/${id}`,
};
