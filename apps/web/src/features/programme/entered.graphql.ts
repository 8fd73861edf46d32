import type { Deed } from '../../base/act.ts';
import { documentFields, type JoinedDocument } from '../../base/documents.ts';
import { mayFields, type May } from '../../base/may.ts';
import type { Source } from '../../ui/source.tsx';

export type EnteredKind = 'SUBMIT_SHEET' | 'CO_VALIDATE_SHEET' | 'RETURN_SHEET' | 'VALIDATE_PLAN';
export type Channel = 'PAPER' | 'MAIL' | 'TELEPHONE' | 'IN_PERSON';
export const channels: readonly Channel[] = ['PAPER', 'MAIL', 'TELEPHONE', 'IN_PERSON'];
export type EnteredState = 'WAITING' | 'READ' | 'CONTESTED' | 'ELAPSED';

/** A person with her office, said once when one is the other. */
export const withOffice = (name: string, office: string): string => (office && office !== name ? `${name} · ${office}` : name);

/** The mark beside an act, everywhere it is shown. */
export interface EnteredMark {
  readonly id: string;
  readonly act: EnteredKind;
  readonly version: number;
  readonly sentence: string;
  readonly standing: { readonly state: EnteredState };
}
export const markFields = 'id act version sentence standing { state }';

/** An entered act as a line of the list. */
export interface EnteredLine extends EnteredMark {
  readonly title: string;
  readonly person: { readonly id: string; readonly displayName: string };
  readonly party: { readonly shortName: string };
  readonly byPerson: { readonly displayName: string };
  readonly standing: { readonly state: EnteredState; readonly sentence: string };
}

/** An entered act, whole. */
export interface EnteredOne extends EnteredLine {
  readonly office: string;
  readonly byParty: { readonly shortName: string };
  readonly channel: Channel;
  readonly saidOn: string;
  readonly note: string;
  readonly href: string;
  readonly contestReason: string | null;
  readonly outcome: string | null;
  readonly proofs: readonly JoinedDocument[];
  readonly told: { readonly state: 'SENT' | 'PLANNED' | 'FAILED' | 'NONE' };
  readonly viewerMay: { readonly contest: May };
}

const lineFields = `id act version title sentence person { id displayName } party { shortName } byPerson { displayName } standing { state sentence }`;
export const enteredActs = `query EnteredActs($partnershipId: ID!) { enteredActs(partnershipId: $partnershipId) { ${lineFields} } }`;
export const enteredAct = `query EnteredAct($id: ID!) {
  enteredAct(id: $id) {
    ${lineFields} office byParty { shortName } channel saidOn note href contestReason outcome told { state }
    ${documentFields.replace('attachments', 'proofs')} viewerMay { contest { ${mayFields} } }
  }
}`;

/** Opening what was entered in one's own name: an access, told to nobody. */
export const readEntry = 'mutation EntryRead($input: ReadEntryInput!) { readEntry(input: $input) { __typename } }';

interface EnteringPerson {
  readonly person: { readonly id: string; readonly displayName: string };
  readonly party: { readonly shortName: string };
  readonly office: string;
  readonly proofRequired: boolean;
}

/** What may be entered on a fiche or a plan, and for whom. */
export interface EnteringDesk {
  readonly subjectId: string;
  readonly title: string;
  readonly href: string;
  readonly version: number | null;
  readonly actionsHash: string | null;
  readonly options: readonly { readonly act: EnteredKind; readonly people: readonly EnteringPerson[] }[];
  readonly mailTo: readonly EnteringPerson[];
  readonly reasons: readonly string[];
  readonly rules: readonly string[];
  readonly source: Source;
  readonly today: string;
}

const personFields = 'person { id displayName } party { shortName } office proofRequired';
export const enteringDesk = `query EnteringDesk($id: ID!) {
  enteringDesk(subjectId: $id) {
    subjectId title href version actionsHash today rules reasons source { kind reference quote }
    options { act people { ${personFields} } } mailTo { ${personFields} }
  }
}`;

/** « Ce n’est pas ce que j’ai dit ». */
export const contestEntry: Deed<{ readonly id: string }> = {
  document: 'mutation contestEntry($input: ContestEntryInput!) { contestEntry(input: $input) { ...refused ... on EnteredAct { id } } }',
  variables: (form) => ({ input: { entryId: form.text('entryId'), reason: form.text('reason') } }),
  done: ({ id }) => `/entered/${id}#contested`,
};

/** A fiche leaves by mail. */
export const mailSheet: Deed<{ readonly id: string }> = {
  document: 'mutation mailSheet($input: MailSheetInput!) { mailSheet(input: $input) { ...refused ... on ProjectSheet { id } } }',
  variables: (form) => ({ input: { sheetId: form.text('sheetId'), personId: form.text('personId') } }),
  done: ({ id }) => `/sheets/${id}/mail?sent=yes#sent`,
};
