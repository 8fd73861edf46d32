import type { LocalMoment } from '../../base/dates.tsx';
import { mayFields, type May } from '../../base/may.ts';
import type { Source } from '../../ui/source.tsx';

export const actionStates = ['PLANNED', 'STARTED', 'ON_TRACK', 'AT_RISK', 'BLOCKED', 'COMPLETED', 'REPORTED', 'EVALUATED', 'CANCELLED', 'RESCHEDULED'] as const;
export type ActionState = (typeof actionStates)[number];

interface PartyNamed {
  readonly id: string;
  readonly shortName: string;
}

interface SeatNamed {
  readonly id: string;
  readonly office: string;
  readonly party: PartyNamed;
  readonly holder: { readonly displayName: string } | null;
}

export interface Owner {
  readonly party: PartyNamed;
  readonly seat: SeatNamed | null;
}

/** An action as a line of a list. */
export interface ActionLine {
  readonly id: string;
  readonly title: string;
  readonly state: ActionState;
  readonly stateWords: string;
  readonly percent: number;
  readonly late: boolean;
  readonly lateSentence: string | null;
  readonly endsOn: string | null;
  readonly axisNumber: string | null;
  readonly sheetId: string | null;
  readonly mine: boolean;
  readonly owners: readonly Owner[];
}

export interface DecisionNamed {
  readonly id: string;
  readonly title: string;
  readonly meetingId: string;
  readonly minutesId: string | null;
  readonly minutesNumber: string | null;
}

export interface Milestone {
  readonly place: number;
  readonly label: string;
  readonly dueOn: string;
  readonly doneOn: string | null;
  readonly dropped: boolean;
  readonly late: boolean;
}

export interface ActionBlocker {
  readonly place: number;
  readonly what: string;
  readonly since: string;
  readonly party: PartyNamed | null;
  readonly liftedOn: string | null;
}

/** A whole action, with its story. */
export interface Action extends ActionLine {
  readonly year: number;
  readonly startsOn: string | null;
  readonly startedOn: string | null;
  readonly completedOn: string | null;
  readonly executorySentence: string;
  readonly executorySource: Source;
  readonly executoryAt: string | null;
  readonly earlySentence: string | null;
  readonly decision: DecisionNamed;
  readonly endedBy: DecisionNamed | null;
  readonly milestones: readonly Milestone[];
  readonly blockers: readonly ActionBlocker[];
  readonly history: readonly { readonly place: number; readonly sentence: string; readonly note: string; readonly author: string; readonly party: PartyNamed | null; readonly moment: LocalMoment }[];
  readonly ownerChoices: readonly SeatNamed[];
  readonly decisionChoices: readonly DecisionNamed[];
  readonly viewerMay: Readonly<Record<'follow' | 'start' | 'startEarly' | 'complete' | 'decide', May>>;
}

const seat = 'id office party { id shortName } holder { displayName }';
const decision = 'id title meetingId minutesId minutesNumber';
export const actionLine = `id title state stateWords percent late lateSentence endsOn axisNumber sheetId mine owners { party { id shortName } seat { ${seat} } }`;

/** The actions of a year: this year's when none is named. */
export const yearActions = `query YearActions($partnershipId: ID!, $year: Int) {
  followedActions(partnershipId: $partnershipId, year: $year) { year years actions { ${actionLine} } }
}`;
export interface YearActions {
  readonly followedActions: { readonly year: number; readonly years: readonly number[]; readonly actions: readonly ActionLine[] } | null;
}

export const wholeAction = `query Action($id: ID!) {
  followedAction(id: $id) {
    ${actionLine} year startsOn startedOn completedOn executorySentence executorySource { kind reference quote } executoryAt earlySentence
    decision { ${decision} } endedBy { ${decision} }
    milestones { place label dueOn doneOn dropped late }
    blockers { place what since party { id shortName } liftedOn }
    history { place sentence note author party { id shortName } moment { city civilDate time } }
    ownerChoices { ${seat} } decisionChoices { ${decision} }
    viewerMay { follow { ${mayFields} } start { ${mayFields} } startEarly { ${mayFields} } complete { ${mayFields} } decide { ${mayFields} } }
  }
}`;

/** A decision with what follows it. */
export interface DecisionFollowed {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly followUps: readonly ActionLine[];
  readonly viewerMayFollowUp: May;
}

/** What follows the decisions of a meeting. */
export const meetingFollowUps = `query MeetingFollowUps($id: ID!) {
  meeting(id: $id) { decisions { id title state followUps { ${actionLine} } viewerMayFollowUp { ${mayFields} } } }
}`;
export interface MeetingFollowUps {
  readonly meeting: { readonly decisions: readonly DecisionFollowed[] } | null;
}

export const actionPath = (id: string): string => `/actions/${id}`;
export const newActionPath = (meetingId: string, decisionId: string): string => `/actions/new?meeting=${meetingId}&decision=${decisionId}`;
