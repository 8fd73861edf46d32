import { observationsFields, type ObservationsShown } from './observations.fields.ts';
import { orPaper } from './paper.graphql.ts';
import { data, type LoaderFunctionArgs } from 'react-router';
import { ask, type Trouble } from '../../base/ask.ts';
import { mayFields, type May } from '../../base/may.ts';
import type { Source } from '../../ui/source.tsx';

export type MinutesState = 'DRAFT' | 'REVIEW' | 'FINAL' | 'PARTIALLY_SIGNED' | 'EXECUTORY';

interface PartyShown {
  readonly id: string;
  readonly shortName: string;
}

/** The words people wrote, in one language. */
export interface Prose {
  readonly language: string;
  readonly discussion: string;
  readonly reservations: string;
  readonly nextMeeting: string;
  /** The office that wrote it last, for which version; what it is worth, when it does not make law. */
  readonly writtenBy: string | null;
  readonly version: number | null;
  readonly standing: string | null;
  readonly mayRead: May;
}

export interface Pdf {
  readonly language: string;
  readonly sha256: string | null;
  readonly url: string;
}

export interface SignatureShown {
  readonly party: PartyShown;
  readonly office: string;
  readonly person: string;
  readonly place: string;
  /** The signatory's own day. */
  readonly civilDate: string;
  readonly contentHash: string;
  readonly method: 'MAIL_CODE' | 'PASSKEY' | 'PAPER' | 'DEMO';
  /** Its own side says that it is not its signature. */
  readonly contest: { readonly office: string; readonly reason: string; readonly civilDate: string } | null;
  /** Until when a signature by code may be contested, in words. */
  readonly contestableUntil: string | null;
  readonly viewerMayContest: { readonly allowed: boolean };
}

export interface MomentShown {
  readonly city: string;
  readonly civilDate: string;
  readonly time: string;
}

export interface MemberShown {
  readonly seatId: string;
  readonly party: PartyShown;
  readonly name: string;
  readonly office: string | null;
  readonly presence: 'PRESENT' | 'REMOTE' | 'EXCUSED' | 'ABSENT' | 'NO_ANSWER';
  readonly votes: boolean;
  /** Absent: who carried her voice. */
  readonly representedBy: string | null;
  /** « départ à 10:40, point 2 » */
  readonly movements: readonly string[];
}

/** A document joined to a point, by the SHA-256 of its bytes. */
export interface AnnexShown {
  readonly title: string;
  readonly sha256: string;
}

export interface DecisionShown {
  readonly number: string;
  readonly title: string;
  readonly text: string;
  readonly textHash: string;
  readonly annexes: readonly AnnexShown[];
  readonly adopted: boolean;
  readonly ballots: readonly {
    readonly ordinal: number;
    readonly adopted: boolean;
    readonly verdict: string;
    readonly reasons: readonly string[];
    readonly voices: readonly { readonly seatId: string; readonly office: string; readonly choice: 'FOR' | 'AGAINST' | 'ABSTAIN' | 'NOT_CAST'; readonly words: string | null; readonly heldBy: string | null }[];
  }[];
}

export interface VersionShown {
  readonly version: number;
  readonly voidReason: string;
  readonly contentHash: string;
  readonly pdfs: readonly Pdf[];
  readonly signatures: readonly SignatureShown[];
}

/** The locked facts, in the reader's language. */
export interface FactsShown {
  readonly partnership: string;
  readonly kind: 'ORDINARY' | 'EXTRAORDINARY';
  readonly mode: 'IN_PERSON' | 'HYBRID' | 'REMOTE';
  readonly place: string;
  readonly hostParty: PartyShown;
  readonly opened: readonly MomentShown[];
  readonly closed: readonly MomentShown[];
  readonly convokedOn: string | null;
  readonly presidents: readonly string[];
  readonly present: readonly MemberShown[];
  readonly remote: readonly MemberShown[];
  readonly excused: readonly MemberShown[];
  readonly absent: readonly MemberShown[];
  readonly quorum: { readonly reached: boolean | null; readonly rule: string };
  readonly secretary: string | null;
  readonly annexes: readonly AnnexShown[];
  readonly agenda: readonly string[];
  readonly decisions: readonly DecisionShown[];
  readonly nextMeeting: { readonly host: string; readonly when: string } | null;
}

/** A whole PV, as its page shows it. */
/** Another PV of the same meeting. */
export interface MinutesLink {
  readonly id: string;
  readonly number: string | null;
  readonly state: MinutesState;
}

export interface MinutesShown {
  readonly id: string;
  readonly meetingId: string;
  readonly number: string | null;
  readonly version: number;
  readonly state: MinutesState;
  readonly prose: readonly Prose[];
  readonly contentHash: string | null;
  readonly pdfs: readonly Pdf[];
  readonly signedPdfs: readonly Pdf[];
  /** True extracts, one per decision, once the minutes are executory. */
  readonly extracts: readonly { readonly number: string; readonly url: string }[];
  readonly executorySentence: string;
  readonly executorySource: Source;
  readonly languageNotice: string;
  readonly languageSource: Source;
  readonly facts: FactsShown;
  readonly signatures: readonly SignatureShown[];
  readonly missing: readonly PartyShown[];
  readonly voided: readonly VersionShown[];
  /** Signatures brought on paper, as far as this page tells of them. */
  readonly handSignatures: readonly { readonly id: string; readonly awaited: boolean; readonly party: PartyShown; readonly viewerMay: { readonly answer: { readonly allowed: boolean } } }[];
  readonly mayBringHandSignature: { readonly allowed: boolean };
  readonly proseVersion: number;
  readonly observations: ObservationsShown | null;
  readonly rectifies: MinutesLink | null;
  readonly rectifiesReason: string | null;
  readonly rectifiedBy: MinutesLink | null;
  readonly viewerMay: Readonly<Record<'edit' | 'review' | 'finalise' | 'sign' | 'refuse' | 'returnToDraft' | 'observe' | 'answerObservation' | 'rectify', May>>;
}

const member = 'seatId party { id shortName } name office presence votes representedBy movements';
const moment = 'city civilDate time';
const signature = 'party { id shortName } office person place civilDate contentHash method contest { office reason civilDate } contestableUntil viewerMayContest { allowed }';
const may = `${mayFields}`;

const document = `query MinutesPage($id: ID!) {
  demo { today }
  minutes(id: $id) {
    id meetingId number version state contentHash executorySentence languageNotice
    executorySource { kind reference quote } languageSource { kind reference quote }
    proseVersion prose { language discussion reservations nextMeeting writtenBy version standing mayRead { ${may} } }
    ${observationsFields} rectifies { id number state } rectifiesReason rectifiedBy { id number state }
    pdfs { language sha256 url } signedPdfs { language sha256 url } extracts { number url }
    signatures { ${signature} } missing { id shortName }
    handSignatures { id awaited party { id shortName } viewerMay { answer { allowed } } } mayBringHandSignature { allowed }
    voided { version voidReason contentHash pdfs { language sha256 url } signatures { ${signature} } }
    facts {
      partnership kind mode place hostParty { id shortName } opened { ${moment} } closed { ${moment} } convokedOn presidents
      present { ${member} } remote { ${member} } excused { ${member} } absent { ${member} }
      quorum { reached rule } secretary annexes { title sha256 } agenda nextMeeting { host when }
      decisions { number title text textHash adopted annexes { title sha256 } ballots { ordinal adopted verdict reasons voices { seatId office choice words heldBy } } }
    }
    viewerMay { edit { ${may} } review { ${may} } finalise { ${may} } sign { ${may} } refuse { ${may} } returnToDraft { ${may} } observe { ${may} } answerObservation { ${may} } rectify { ${may} } }
  }
}`;

const viewed = 'mutation Viewed($input: RecordReadingInput!) { recordReading(input: $input) { __typename } }';

/** Keeps that this person opened this PV; a failure there is no reason to hide the page. */
async function noteReading({ context }: LoaderFunctionArgs, id: string): Promise<void> {
  await context.graphql(viewed, { input: { subjectKind: 'minutes', subjectId: id } }).catch((error: unknown) => context.report(error));
}

/** The 404 of a page whose subject is absent or not the reader's. */
export const notFound = ({ context }: LoaderFunctionArgs): unknown => data({ code: 'NOT_FOUND', requestId: context.requestId } satisfies Trouble, { status: 404 });

/** A PV to be read. @throws Response as `ask`, 404 when it is absent or not the reader's */
export async function readMinutes(args: LoaderFunctionArgs): Promise<{ minutes: MinutesShown; demo: boolean }> {
  const id = args.params['id'] ?? '';
  const { minutes, demo } = await ask<{ minutes: MinutesShown | null; demo: object | null }>(args, document, { id });
  if (!minutes) {
    await orPaper(args, id);
    throw notFound(args);
  }
  await noteReading(args, id);
  return { minutes, demo: demo !== null };
}

export const minutesPath = (id: string): string => `/minutes/${id}`;
