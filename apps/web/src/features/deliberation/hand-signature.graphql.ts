import type { Deed, Form } from '../../base/act.ts';
import type { JoinedDocument } from '../../base/documents.ts';
import { mayFields, type May } from '../../base/may.ts';
import type { Source } from '../../ui/source.tsx';
import type { Pdf } from './minutes.graphql.ts';

/** A signature given by hand on the printed PV. */
export interface HandSignature {
  readonly id: string;
  readonly version: number;
  readonly party: { readonly id: string; readonly shortName: string };
  readonly office: string;
  readonly place: string;
  /** The day the paper bears. */
  readonly signedOn: string;
  readonly contentHash: string;
  readonly scanSha256: string;
  readonly scan: JoinedDocument | null;
  readonly state: 'ENTERED' | 'CONFIRMED' | 'DECLINED' | 'WITHDRAWN';
  readonly awaited: boolean;
  readonly enteredSentence: string;
  readonly answeredSentence: string | null;
  readonly viewerMay: { readonly answer: May; readonly withdraw: May };
}

/** The PV, as far as its papers need it. */
export interface HandMinutes {
  readonly id: string;
  readonly number: string | null;
  readonly version: number;
  readonly contentHash: string | null;
  readonly executorySentence: string;
  readonly executorySource: Source;
  readonly pdfs: readonly Pdf[];
  readonly missing: readonly { readonly id: string }[];
  readonly handSignatures: readonly HandSignature[];
  readonly mayBringHandSignature: May;
}

export interface HandAnswer {
  readonly minutes: HandMinutes | null;
}

export const handPage = `query HandSignatures($id: ID!) {
  minutes(id: $id) {
    id number version contentHash executorySentence executorySource { kind reference quote } pdfs { language sha256 url } missing { id }
    handSignatures {
      id version party { id shortName } office place signedOn contentHash scanSha256 state awaited enteredSentence answeredSentence
      scan { id name size url attachedAt party { shortName } person { displayName } viewerMayRemove { ${mayFields} } }
      viewerMay { answer { ${mayFields} } withdraw { ${mayFields} } }
    }
    mayBringHandSignature { ${mayFields} }
  }
}`;

export const handPath = (minutesId: string): string => `/minutes/${minutesId}/hand`;

const deed = (mutation: string, on: 'Minutes' | 'HandSignature', given: { input: (form: Form) => object; done: string }): Deed<unknown> => ({
  document: `mutation ${mutation}($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { ...refused ... on ${on} { id } } }`,
  variables: (form) => ({ input: { id: form.text('id'), ...given.input(form) } }),
  done: (_answer, form) => `${handPath(form.text('minutesId'))}?done=${given.done}`,
});

/** What the papers' page can do: confirm, decline, take back. */
export const handDeeds = {
  confirmHandSignature: deed('confirmHandSignature', 'Minutes', { input: (form) => ({ contentHash: form.text('contentHash'), scanSha256: form.text('scanSha256') }), done: 'counted' }),
  declineHandSignature: deed('declineHandSignature', 'HandSignature', { input: (form) => ({ reason: form.text('reason') }), done: 'declined' }),
  withdrawHandSignature: deed('withdrawHandSignature', 'HandSignature', { input: () => ({}), done: 'withdrawn' }),
};
