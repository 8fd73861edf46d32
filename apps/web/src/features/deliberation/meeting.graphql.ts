import { documentFields, type JoinedDocument } from '../../base/documents.ts';
import { mayFields, type May } from '../../base/may.ts';
import type { Source } from '../../ui/source.tsx';
import type { Convening } from './convening.graphql.ts';
import { handsFields, type Hands } from './hands.graphql.ts';

export { withConvening } from './convening.graphql.ts';
export type MeetingState = 'SCHEDULED' | 'CONVENED' | 'OPEN' | 'CLOSED' | 'MINUTED' | 'NO_QUORUM' | 'CANCELLED' | 'POSTPONED';
export type MeetingKind = 'ORDINARY' | 'EXTRAORDINARY';
export type MeetingMode = 'IN_PERSON' | 'HYBRID' | 'REMOTE';
export type Presence = 'PRESENT' | 'REMOTE' | 'ABSENT' | 'EXCUSED' | 'NO_ANSWER';
export type DecisionState = 'ON_AGENDA' | 'OPEN' | 'ADOPTED' | 'NOT_ADOPTED' | 'DEFERRED' | 'WITHDRAWN';
export type VoteChoice = 'FOR' | 'AGAINST' | 'ABSTAIN';

export interface PartyNamed {
  readonly id: string;
  readonly shortName: string;
}

export interface SeatShown {
  readonly id: string;
  readonly office: string;
  readonly party: PartyNamed;
}

export interface VoiceShown {
  readonly choice: VoteChoice;
  readonly reason: string | null;
}

export interface VoteShown extends VoiceShown {
  readonly seat: SeatShown;
}

export interface Ballot {
  readonly id: string;
  readonly place: number;
  readonly text: string;
  readonly textHash: string;
  readonly closedAt: string | null;
  readonly roll: readonly { readonly seat: SeatShown; readonly presence: Presence; readonly heldBy: SeatShown | null }[];
  readonly votes: readonly VoteShown[] | null;
  readonly voted: readonly { readonly id: string }[];
  readonly missing: readonly SeatShown[];
  readonly cast: number;
  readonly expected: number;
  readonly outcome: { readonly adopted: boolean; readonly sentence: string; readonly tally: { readonly for: number; readonly against: number; readonly abstentions: number; readonly notCast: number }; readonly source: Source } | null;
  readonly myVote: VoiceShown | null;
  /** Has the reader a voice of her own in it? */
  readonly onRoll: boolean;
  /** Voices of absent colleagues whose powers the reader holds. */
  readonly carried: readonly { readonly seat: SeatShown; readonly vote: VoiceShown | null }[];
}

export interface Decision {
  readonly id: string;
  readonly place: number;
  readonly title: string;
  readonly text: string;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly state: DecisionState;
  readonly executoryAt: string | null;
  readonly ballots: readonly Ballot[];
  readonly viewerMay: { readonly openBallot: May; readonly vote: May; readonly closeBallot: May };
}

export interface LocalTime {
  readonly party: PartyNamed;
  readonly civilDate: string;
  readonly time: string;
  readonly zone: string;
}

/** What a list shows of a meeting. */
export interface MeetingLine {
  readonly id: string;
  readonly kind: MeetingKind;
  readonly mode: MeetingMode;
  readonly state: MeetingState;
  readonly civilDate: string;
  readonly time: string;
  readonly place: string;
  readonly hostParty: PartyNamed;
}

export interface AgendaItem {
  readonly id: string;
  readonly place: number;
  readonly title: string;
  readonly decision: { readonly id: string } | null;
  readonly durationMinutes: number | null;
  readonly presenter: { readonly id: string; readonly office: string } | null;
  readonly attachments: readonly JoinedDocument[];
}

export interface Meeting extends MeetingLine {
  readonly version: number;
  /** What a key answers for when it convenes: this convocation, as it would leave. */
  readonly convocationHash: string;
  /** How often the convocation has gone out for another day or place. */
  readonly sequence: number;
  readonly turnReason: string | null;
  readonly cancelReason: string | null;
  readonly convenedBy: SeatShown | null;
  readonly convenedAt: string | null;
  /** The convocation as files, once it left. */
  readonly convocationPdfs: readonly { readonly language: 'fr' | 'ar'; readonly url: string }[];
  readonly localTimes: readonly LocalTime[];
  readonly agenda: readonly AgendaItem[];
  readonly convening: Convening;
  readonly attendance: readonly { readonly seat: SeatShown; readonly presence: Presence; readonly there: boolean; readonly proxy: { readonly holder: SeatShown; readonly counts: boolean } | null }[];
  readonly movements: readonly { readonly id: string; readonly kind: 'ARRIVED' | 'LEFT'; readonly seat: Pick<SeatShown, 'id' | 'office'>; readonly place: number | null; readonly time: string; readonly last: boolean }[];
  readonly proxyTerms: { readonly perHolder: number; readonly source: Source };
  readonly guests: readonly { readonly id: string; readonly name: string; readonly capacity: string }[];
  readonly hands: readonly Hands[];
  readonly quorum: { readonly met: boolean; readonly required: boolean; readonly missing: readonly PartyNamed[]; readonly source: Source };
  readonly decisions: readonly Decision[];
  readonly minutes: { readonly id: string; readonly number: string | null } | null;
  readonly viewerMay: { readonly convene: May; readonly cancel: May; readonly addAgendaItem: May; readonly attachDocument: May; readonly open: May; readonly recordAttendance: May; readonly close: May; readonly noteGuest: May; readonly noteMovement: May; readonly noteHands: May };
}

/** A plan that the committee may be asked to decide. */
export interface PlanToDecide {
  readonly id: string;
  readonly year: number;
  readonly version: number;
  readonly state: string;
}

interface RuleAsked {
  readonly title: string;
  readonly versions: readonly { readonly id: string; readonly act: string; readonly state: string }[];
}

/** A new axis that the committee may be asked for. */
export interface AxisToDecide {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/** The axes that await their decision. */
export const axesToDecide = ({ partnership }: Pick<MeetingAnswer, 'partnership'>): AxisToDecide[] => (partnership?.agreement?.axes ?? []).filter(({ state }) => state === 'AWAITING');

/** A change of a rule that the committee may be asked to decide. */
export interface RuleToDecide {
  readonly id: string;
  readonly title: string;
}

/** Those that a coordination proposed and that nobody has decided yet. */
export const rulesToDecide = ({ ruleBook }: Pick<MeetingAnswer, 'ruleBook'>): RuleToDecide[] =>
  (ruleBook?.rules ?? []).flatMap(({ title, versions }) => versions.filter(({ act, state }) => act === 'DECISION' && state === 'AWAITING').map(({ id }) => ({ id, title })));

export interface MeetingAnswer {
  readonly myDevices: { readonly passkeys: readonly { readonly signsNow: boolean }[] };
  readonly meeting: Omit<Meeting, 'convening'> | null;
  readonly actionPlans: readonly PlanToDecide[];
  readonly partnership: { readonly agreement: { readonly axes: readonly (AxisToDecide & { readonly state: string })[] } | null } | null;
  readonly ruleBook: { readonly rules: readonly RuleAsked[] } | null;
}

/** What every list and page asks of a meeting. */
export const meetingLine = 'id kind mode state civilDate time place hostParty { id shortName }';
const seat = 'id office party { id shortName }';
const source = 'source { kind reference quote }';
const may = (...verbs: readonly string[]): string => `viewerMay { ${verbs.map((verb) => `${verb} { ${mayFields} }`).join(' ')} }`;

/** What changes while the committee sits: who is there, what is voted, what may be done next. */
export const sittingFields = `version
    attendance { seat { ${seat} } presence there proxy { holder { ${seat} } counts } } movements { id kind seat { id office } place time last } guests { id name capacity } ${handsFields}
    quorum { met required missing { id shortName } ${source} }
    decisions {
      id place title text subjectKind subjectId state executoryAt
      ballots {
        id place text textHash closedAt cast expected
        roll { seat { ${seat} } presence heldBy { ${seat} } } votes { seat { ${seat} } choice reason } voted { id } missing { ${seat} }
        outcome { adopted sentence tally { for against abstentions notCast } ${source} } myVote { choice reason } onRoll carried { seat { ${seat} } vote { choice reason } }
      }
      ${may('openBallot', 'vote', 'closeBallot')}
    }
    ${may('convene', 'cancel', 'addAgendaItem', 'attachDocument', 'open', 'recordAttendance', 'close', 'noteGuest', 'noteMovement', 'noteHands')}`;

/** A meeting with its agenda, votes and attendance; and the plans that wait for a decision. */
export const meetingPage = `query MeetingPage($id: ID!, $partnershipId: ID!) {
  myDevices { passkeys { signsNow } }
  meeting(id: $id) {
    ${meetingLine}
    ${sittingFields}
    sequence convocationHash turnReason cancelReason convenedAt convenedBy { ${seat} }
    convocationPdfs { language url }
    localTimes { party { id shortName } civilDate time zone }
    agenda { id place title decision { id } durationMinutes presenter { id office } ${documentFields} }
    proxyTerms { perHolder ${source} }
    minutes { id number }
  }
  actionPlans(partnershipId: $partnershipId) { id year version state }
  partnership(id: $partnershipId) { agreement { axes { id number title state } } }
  ruleBook(partnershipId: $partnershipId) { rules { title versions { id act state } } }
}`;

/** The receipt of a page opened: an access, not an act. */
export const recordReading = `mutation MeetingRead($input: RecordReadingInput!) { recordReading(input: $input) { __typename } }`;
