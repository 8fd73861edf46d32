import type { Deed, Form } from '../../base/act.ts';

const people = '/people';
const documentOf = (mutation: string, done: string): string =>
  `mutation ${mutation}($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { ...refused ... on ${done} { id } } }`;

const onInvitation = (mutation: string, done = people): Deed<{ id: string }> => ({
  document: documentOf(mutation, 'Invitation'),
  variables: (form) => ({ input: { invitationId: form.text('invitationId') } }),
  done: () => `${done}#invitations`,
});
const onRecovery = (mutation: string): Deed<{ id: string }> => ({
  document: documentOf(mutation, 'Recovery'),
  variables: (form) => ({ input: { recoveryId: form.text('recoveryId') } }),
  done: () => `${people}#recoveries`,
});

export const confirmInvitation = onInvitation('confirmInvitation');
export const resendInvitation = onInvitation('resendInvitation');
export const withdrawInvitation = onInvitation('withdrawInvitation');
export const confirmRecovery = onRecovery('confirmRecovery');
export const applyRecovery = onRecovery('applyRecovery');
export const stopRecovery = onRecovery('stopRecovery');

/** « J’accepte », on the invitation's own page, which then says what follows. */
export const acceptInvitation: Deed<{ id: string }> = {
  document: documentOf('acceptInvitation', 'Invitation'),
  variables: (form) => ({ input: { invitationId: form.text('invitationId') } }),
  done: ({ id }) => `/invitation/${id}`,
};

/** « Je décline », with a motive or without. */
export const declineInvitation: Deed<{ id: string }> = {
  document: documentOf('declineInvitation', 'Invitation'),
  variables: (form) => ({ input: { invitationId: form.text('invitationId'), motive: form.text('motive') || null } }),
  done: ({ id }) => `/invitation/${id}`,
};

export const endMandate: Deed<{ id: string }> = {
  document: documentOf('endMandate', 'MandateEnded'),
  variables: (form) => ({ input: { mandateId: form.text('mandateId'), lastDay: form.text('lastDay'), motive: form.text('motive') } }),
  done: () => people,
};

export const askRecovery: Deed<{ id: string }> = {
  document: documentOf('askRecovery', 'Recovery'),
  variables: (form) => ({ input: { partnershipId: form.text('partnershipId'), personId: form.text('personId'), mailAddress: form.text('mailAddress').trim() || null, reason: form.text('reason') } }),
  done: () => `${people}#recoveries`,
};

const offered = (form: Form): Readonly<Record<string, unknown>> => ({
  partnershipId: form.text('partnershipId'),
  partyId: form.text('partyId'),
  category: form.text('category'),
  seatId: form.text('seatId') || null,
  personId: form.text('personId') || null,
  office: form.text('office'),
  officeAr: form.text('officeAr'),
  displayName: form.text('displayName'),
  mailAddress: form.text('mailAddress').trim(),
  language: form.text('language'),
  from: form.text('from'),
  lastDay: form.text('lastDay') || null,
  isInterim: form.text('isInterim') === 'yes',
  interimDocument: form.text('interimDocument') || null,
  interimDated: form.text('interimDated') || null,
});

export const inviteToSeat: Deed<{ id: string }> = {
  document: documentOf('inviteToSeat', 'Invitation'),
  variables: (form) => ({ input: offered(form) }),
  done: () => `${people}#invitations`,
};
