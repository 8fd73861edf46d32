import { compareDates, type CivilDate, type Subject } from '#kernel';

/** C4, the whole machine: what comes after COMPLETED belongs to the activity report and to the evaluation, which no act here reaches yet. */
export const actionStates = ['PLANNED', 'STARTED', 'ON_TRACK', 'AT_RISK', 'BLOCKED', 'COMPLETED', 'REPORTED', 'EVALUATED', 'CANCELLED', 'RESCHEDULED'] as const;
export type ActionState = (typeof actionStates)[number];

/** What a report may say of an action under way; blocked follows from what blocks it, and is not told. */
export const toldStates = ['ON_TRACK', 'AT_RISK'] as const;
export type ToldState = (typeof toldStates)[number];

/** What each kind of entry carries; ids, days and numbers only: words stand in the entry's note. `milestone` and `blocker` are places of entries. */
export interface EntryContent {
  OPENED: Record<never, never>;
  OWNER: { partyId: string; seatId: string };
  MILESTONE: { dueOn: CivilDate };
  MILESTONE_DONE: { milestone: number; doneOn: CivilDate };
  MILESTONE_DROPPED: { milestone: number };
  /** `early`: before the decision was executory, for the reason in the note. */
  STARTED: { startedOn: CivilDate; early: boolean };
  REPORT: { state: ToldState | null; percent: number | null };
  /** `partyId`: who is to lift it; null for a third party. */
  BLOCKER: { since: CivilDate; partyId: string | null };
  BLOCKER_LIFTED: { blocker: number; liftedOn: CivilDate };
  COMPLETED: { completedOn: CivilDate };
  MOVED: { endsOn: CivilDate };
  RESCHEDULED: { endsOn: CivilDate; decisionId: string };
  CANCELLED: { decisionId: string };
}
export type EntryKind = keyof EntryContent;
export const entryKinds = [
  'OPENED', 'OWNER', 'MILESTONE', 'MILESTONE_DONE', 'MILESTONE_DROPPED', 'STARTED', 'REPORT', 'BLOCKER', 'BLOCKER_LIFTED', 'COMPLETED', 'MOVED', 'RESCHEDULED', 'CANCELLED',
] as const satisfies readonly EntryKind[];

/** One line of an action's story: never changed, never removed. `place` counts from 1 within the action. */
export type Entry = { [Kind in EntryKind]: { readonly kind: Kind; readonly place: number; readonly content: Readonly<EntryContent[Kind]>; readonly note: string; readonly partyId: string | null } }[EntryKind];

/** An action as it was born: with a plan's fiche, or as the follow-up of a decision. */
export interface ActionHead {
  readonly id: string;
  readonly partnershipId: string;
  /** The decision it carries out: the plan's, or the one it follows up. */
  readonly decisionId: string;
  /** Instant (UTC) at which that decision became executory; null before. */
  readonly executoryAt: Date | null;
  readonly sheetId: string | null;
  /** The year of its plan, or of its own end. */
  readonly year: number;
  readonly title: string;
  readonly startsOn: CivilDate | null;
  /** The end first planned. */
  readonly plannedEnd: CivilDate | null;
}

/** Something promised for a day: reached, given up, or still awaited. */
export interface Milestone {
  readonly place: number;
  readonly label: string;
  readonly dueOn: CivilDate;
  readonly doneOn: CivilDate | null;
  readonly dropped: boolean;
}

/** What stands in the way: since when, whose it is to lift (null: a third party's). */
export interface Blocker {
  readonly place: number;
  readonly what: string;
  readonly since: CivilDate;
  readonly partyId: string | null;
  readonly liftedOn: CivilDate | null;
}

/** An action as its story makes it. */
export interface FollowedAction extends ActionHead {
  readonly entries: readonly Entry[];
  readonly state: ActionState;
  /** 0 to 100, as last told; it may go down. */
  readonly percent: number;
  readonly endsOn: CivilDate | null;
  readonly startedOn: CivilDate | null;
  /** Why it started before its decision was executory; null when it did not. */
  readonly earlyReason: string | null;
  readonly completedOn: CivilDate | null;
  /** The decision that cancelled it, or moved it beyond its year. */
  readonly endedByDecisionId: string | null;
  /** The seat that answers for it, by party. */
  readonly owners: ReadonlyMap<string, string>;
  readonly milestones: readonly Milestone[];
  readonly blockers: readonly Blocker[];
}

type Standing = Omit<FollowedAction, keyof ActionHead | 'entries' | 'state'> & { readonly told: ActionState };

const set = <Line extends { readonly place: number }>(lines: readonly Line[], place: number, change: Partial<Line>): readonly Line[] =>
  lines.map((line) => (line.place === place ? { ...line, ...change } : line));

/** How the follow-up of owners, milestones and blockers goes on with an entry; any other entry leaves it. */
function besides(standing: Standing, { kind, place, content, note }: Entry): Standing {
  const { owners, milestones, blockers } = standing;
  switch (kind) {
    case 'OWNER':
      return { ...standing, owners: new Map([...owners, [content.partyId, content.seatId]]) };
    case 'MILESTONE':
      return { ...standing, milestones: [...milestones, { place, label: note, dueOn: content.dueOn, doneOn: null, dropped: false }] };
    case 'MILESTONE_DONE':
      return { ...standing, milestones: set(milestones, content.milestone, { doneOn: content.doneOn }) };
    case 'MILESTONE_DROPPED':
      return { ...standing, milestones: set(milestones, content.milestone, { dropped: true }) };
    case 'BLOCKER':
      return { ...standing, blockers: [...blockers, { place, what: note, since: content.since, partyId: content.partyId, liftedOn: null }] };
    case 'BLOCKER_LIFTED':
      return { ...standing, blockers: set(blockers, content.blocker, { liftedOn: content.liftedOn }) };
    default:
      return standing;
  }
}

/** How the state goes on with an entry. */
function onward(standing: Standing, entry: Entry): Standing {
  const { kind, content, note } = entry;
  switch (kind) {
    case 'STARTED':
      return { ...standing, told: 'STARTED', startedOn: content.startedOn, earlyReason: content.early ? note : null };
    case 'REPORT':
      return { ...standing, told: content.state ?? standing.told, percent: content.percent ?? standing.percent };
    case 'COMPLETED':
      return { ...standing, told: 'COMPLETED', percent: 100, completedOn: content.completedOn };
    case 'MOVED':
      return { ...standing, endsOn: content.endsOn };
    case 'RESCHEDULED':
      return { ...standing, told: 'RESCHEDULED', endsOn: content.endsOn, endedByDecisionId: content.decisionId };
    case 'CANCELLED':
      return { ...standing, told: 'CANCELLED', endedByDecisionId: content.decisionId };
    default:
      return besides(standing, entry);
  }
}

const underWay: readonly ActionState[] = ['STARTED', 'ON_TRACK', 'AT_RISK'];
export const isOpen = ({ liftedOn }: Blocker): boolean => liftedOn === null;

/** Under way with something in its way, it is blocked; once that is lifted, it stands as it was last told. */
const stateOf = ({ told, blockers }: Standing): ActionState => (underWay.includes(told) && blockers.some(isOpen) ? 'BLOCKED' : told);

/** The action that this story makes: a pure function of it, so that a lost column is made again exactly alike. */
export function followed(head: ActionHead, entries: readonly Entry[]): FollowedAction {
  const birth: Standing = {
    told: 'PLANNED', percent: 0, endsOn: head.plannedEnd, startedOn: null, earlyReason: null, completedOn: null, endedByDecisionId: null, owners: new Map(), milestones: [], blockers: [],
  };
  const standing = entries.reduce(onward, birth);
  const { told: _, ...shown } = standing;
  return { ...head, ...shown, entries, state: stateOf(standing) };
}

/** Its story is over: nothing is owed on it any more. */
export const isOver = ({ state }: Pick<FollowedAction, 'state'>): boolean => ['COMPLETED', 'REPORTED', 'EVALUATED', 'CANCELLED', 'RESCHEDULED'].includes(state);

/** A day an action promises something for: a milestone, or (place 0) its own end. */
export interface Promised {
  readonly place: number;
  readonly label: string;
  readonly dueOn: CivilDate;
}

/** What the action still promises, the oldest day first; nothing once it is over. */
export function promisedOf(action: FollowedAction): readonly Promised[] {
  if (isOver(action)) return [];
  const milestones = action.milestones.filter(({ doneOn, dropped }) => !doneOn && !dropped).map(({ place, label, dueOn }) => ({ place, label, dueOn }));
  const end = action.endsOn === null ? [] : [{ place: 0, label: '', dueOn: action.endsOn }];
  return [...milestones, ...end].sort((one, other) => compareDates(one.dueOn, other.dueOn) || one.place - other.place);
}

/** What is past on that day and not done. */
export const overdueOf = (action: FollowedAction, today: CivilDate): readonly Promised[] => promisedOf(action).filter(({ dueOn }) => dueOn < today);

/** Whose fact it is, and about what. */
export const aboutAction = (action: { partnershipId: string; id: string }): { partnershipId: string; subject: Subject } => ({
  partnershipId: action.partnershipId,
  subject: { kind: 'followedAction', id: action.id },
});
