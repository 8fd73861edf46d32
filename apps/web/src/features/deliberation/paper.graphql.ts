import { redirect, type LoaderFunctionArgs } from 'react-router';
import type { Deed, Form } from '../../base/act.ts';
import { ask } from '../../base/ask.ts';
import type { JoinedDocument } from '../../base/documents.ts';
import { mayFields, type May } from '../../base/may.ts';
import type { Source } from '../../ui/source.tsx';

interface PartyNamed {
  readonly id: string;
  readonly shortName: string;
}

/** A PV signed on paper before Passerelle, in a list. */
export interface PaperLine {
  readonly id: string;
  readonly number: string;
  readonly heldOn: string;
  readonly place: string;
  readonly state: 'ENTERED' | 'CONFIRMED' | 'WITHDRAWN';
  readonly standing: string;
  readonly viewerMay: { readonly confirm: { readonly allowed: boolean } };
}

/** The whole of it. */
export interface Paper extends Omit<PaperLine, 'viewerMay'> {
  readonly kind: 'ORDINARY' | 'EXTRAORDINARY';
  readonly host: PartyNamed;
  readonly contentHash: string;
  readonly decisions: readonly { readonly title: string; readonly text: string; readonly result: 'ADOPTED' | 'NOT_ADOPTED' }[];
  readonly signatures: readonly { readonly party: PartyNamed; readonly office: string; readonly signedOn: string }[];
  readonly missing: readonly PartyNamed[];
  readonly scan: (JoinedDocument & { readonly sha256: string }) | null;
  readonly executorySentence: string;
  readonly executorySource: Source;
  readonly enteredSentence: string;
  readonly confirmedSentence: string | null;
  readonly notes: readonly { readonly party: PartyNamed; readonly words: string; readonly at: string }[];
  readonly viewerMay: { readonly change: May; readonly confirm: May; readonly note: May };
}

export const joiningPath = '/joining';
export const paperPath = (id: string): string => `/joining/minutes/${id}`;
export const paperLineFields = 'id number heldOn place state standing viewerMay { confirm { allowed } }';
export const paperPage = `query PaperMinutes($id: ID!) {
  paperMinutes(id: $id) {
    id number heldOn place state standing kind host { id shortName } contentHash decisions { title text result } signatures { party { id shortName } office signedOn }
    missing { id shortName } scan { id name size sha256 url attachedAt party { shortName } person { displayName } viewerMayRemove { ${mayFields} } }
    executorySentence executorySource { kind reference quote } enteredSentence confirmedSentence notes { party { id shortName } words at }
    viewerMay { change { ${mayFields} } confirm { ${mayFields} } note { ${mayFields} } }
  }
}`;
export interface PaperAnswer {
  readonly paperMinutes: Paper | null;
}

/** Decisions a form has room for. */
export const decisionLines = 8;

function contentOf(form: Form): object {
  const lines = Array.from({ length: decisionLines }, (_, index) => String(index + 1)).filter((line) => form.text(`title.${line}`).trim() || form.text(`text.${line}`).trim());
  const signed = (form.values['party'] ?? []).filter((id) => form.text(`office.${id}`).trim() && form.text(`signedOn.${id}`));
  return {
    number: form.text('number'), heldOn: form.text('heldOn'), kind: form.text('kind'), hostPartyId: form.text('hostPartyId'), place: form.text('place'),
    decisions: lines.map((line) => ({ title: form.text(`title.${line}`), text: form.text(`text.${line}`), result: form.text(`result.${line}`) || 'ADOPTED' })),
    signatures: signed.map((partyId) => ({ partyId, office: form.text(`office.${partyId}`), signedOn: form.text(`signedOn.${partyId}`) })),
  };
}

const deed = (mutation: string, input: (form: Form) => object): Deed<{ readonly id: string }> => ({
  document: `mutation ${mutation}($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { ...refused ... on PaperMinutes { id } } }`,
  variables: (form) => ({ input: input(form) }),
  done: ({ id }) => paperPath(id),
});

export const enterPaperMinutes = deed('enterPaperMinutes', (form) => ({ partnershipId: form.text('partnershipId'), content: contentOf(form) }));
export const correctPaperMinutes = deed('correctPaperMinutes', (form) => ({ id: form.text('id'), content: contentOf(form) }));
export const withdrawPaperMinutes: Deed<{ readonly id: string }> = { ...deed('withdrawPaperMinutes', (form) => ({ id: form.text('id'), reason: form.text('reason') })), done: () => joiningPath };
export const confirmPaperMinutes = deed('confirmPaperMinutes', (form) => ({ id: form.text('id'), contentHash: form.text('contentHash'), scanSha256: form.text('scanSha256') }));
export const notePaperMinutes = deed('notePaperMinutes', (form) => ({ id: form.text('id'), words: form.text('words') }));

/** What a paper tells of has the paper's page, whichever way one comes: @throws Response to it, when this id is a paper's */
export async function orPaper(args: LoaderFunctionArgs, id: string): Promise<void> {
  const { paperMinutes } = await ask<{ paperMinutes: { id: string } | null }>(args, 'query IsPaper($id: ID!) { paperMinutes(id: $id) { id } }', { id });
  if (paperMinutes) throw redirect(paperPath(paperMinutes.id), 303);
}
