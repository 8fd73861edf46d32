import type { Deed, Form } from '../../base/act.ts';
import { lifePath } from './life.graphql.ts';

type Input = (form: Form) => Readonly<Record<string, unknown>>;
type Done = { readonly id: string };

/** What is left empty is not known yet. */
const known = (form: Form, ...names: readonly string[]): Record<string, string | null> => Object.fromEntries(names.map((name) => [name, form.text(name).trim() || null]));
const given = (form: Form, ...names: readonly string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, form.text(name)]));

const deed = (mutation: string, input: Input, anchor: (form: Form) => string): Deed<Done> => ({
  document: `mutation ${mutation}($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { ...refused ... on AgreementLife { id } } }`,
  variables: (form) => ({ input: { agreementId: form.text('agreementId'), ...input(form) } }),
  done: ({ id }, form) => lifePath(id, anchor(form)),
});
const ofParty = (mutation: string, input: Input): Deed<Done> => deed(mutation, (form) => ({ partyId: form.text('partyId'), ...known(form, 'motive'), ...input(form) }), (form) => `#party-${form.text('partyId')}`);

export const recordCouncilResolution = ofParty('recordCouncilResolution', (form) => ({ ...given(form, 'body', 'decidedOn'), ...known(form, 'number') }));
export const recordAgreementSignature = ofParty('recordAgreementSignature', (form) => given(form, 'office', 'place', 'signedOn'));
export const recordTransmission = ofParty('recordTransmission', (form) => known(form, 'actId', 'sentOn', 'receivedOn', 'publishedOn'));
export const recordVisa = ofParty('recordVisa', (form) => ({ ...given(form, 'authority'), ...known(form, 'reference', 'submittedOn', 'decision', 'decidedOn') }));
export const recordOriginalCopies = deed('recordOriginalCopies', (form) => ({ holders: form.text('holders').split('\n').map((line) => line.trim()).filter(Boolean), ...known(form, 'motive') }), () => '#originals');
export const recordRenewalReview = deed('recordRenewalReview', (form) => ({ ordinal: Number(form.text('ordinal')), ...given(form, 'reviewedOn', 'outcome'), ...known(form, 'motive') }), () => '#review');
export const giveTerminationNotice = deed('giveTerminationNotice', (form) => ({ ...given(form, 'partyId', 'sentOn'), ...known(form, 'noticeId', 'receivedOn', 'motive') }), () => '#notice');
export const withdrawTerminationNotice = deed('withdrawTerminationNotice', (form) => given(form, 'noticeId', 'withdrawnOn', 'motive'), () => '#notice');

export const proposeAxis: Deed<Done> = {
  document: 'mutation proposeAxis($input: ProposeAxisInput!) { proposeAxis(input: $input) { ...refused ... on Axis { id } } }',
  variables: (form) => ({ input: given(form, 'partnershipId', 'title', 'titleAr', 'text') }),
  done: ({ id }) => `/agreement#axis-${id}`,
};

export const withdrawAxis: Deed<Done> = {
  document: 'mutation withdrawAxis($input: WithdrawAxisInput!) { withdrawAxis(input: $input) { ...refused ... on Agreement { id } } }',
  variables: (form) => ({ input: given(form, 'axisId') }),
  done: () => '/agreement#axes',
};
