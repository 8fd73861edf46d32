import { accepted, type Answer, type CivilDate, type Fact } from '#kernel';
import { readYear } from './draft.js';
import { told } from './facts.js';
import { aboutAction, followed, isOpen, isOver, type ActionHead, type Entry, type EntryContent, type EntryKind, type FollowedAction, type ToldState } from './followed-action.js';
import { coordinatesFor, writesFor, type Hand } from './hand.js';
import {
  actionByCoordinators, actionIsOver, actionNotExecutory, actionNotStarted, actionStarted, blockerUnknown, dayAhead, decisionNotAdopted, endsBeforeStart, milestoneUnknown, needsDecision, notAllowed,
  nothingReported, ownerNotSeated, percentOutOfRange, reasonRequired, stillBlocked, tooMany,
} from './refusals.js';
import { sources, type ProgrammeSources } from './sources.js';
import { longest, readFilledText, readText } from './text.js';

/** Who acts, on which civil day of her own party, by which rules. */
export interface Follower {
  readonly hand: Hand;
  readonly today: CivilDate;
  readonly sources: ProgrammeSources;
}

/** An action one entry further, with the fact that tells it. */
export type Followed = Answer<{ readonly action: FollowedAction; readonly entry: Entry; readonly facts: readonly Fact[] }>;

/** The most lines one action's story may hold. */
const mostEntries = 1_000;

const headOf = ({ id, partnershipId, decisionId, executoryAt, sheetId, year, title, startsOn, plannedEnd }: FollowedAction): ActionHead => ({ id, partnershipId, decisionId, executoryAt, sheetId, year, title, startsOn, plannedEnd });

/** One more line under the others: nothing that was written changes. */
function write<Kind extends EntryKind>(action: FollowedAction, { hand }: Follower, said: { kind: Kind; content: EntryContent[Kind]; note?: string }): Followed {
  const place = action.entries.length + 1;
  if (place > mostEntries) return tooMany('entries', place, mostEntries);
  const { kind, content, note = '' } = said;
  const partyId = writesFor(hand)[0] ?? null;
  const entry = { kind, place, content, note, partyId } as unknown as Entry;
  const after = followed(headOf(action), [...action.entries, entry]);
  return accepted({ action: after, entry, facts: [told('ActionFollowed', aboutAction(action), { kind, line: place, state: after.state, percent: after.percent })] });
}

/** Technicians and coordinators of either side follow an action as long as its story goes on (product default). */
export function mayFollow(action: FollowedAction, { hand }: Pick<Follower, 'hand'>): Answer<true> {
  if (writesFor(hand).length === 0) return notAllowed();
  return isOver(action) ? actionIsOver(action.state) : accepted(true);
}

/** What only a coordination does: beginning early, moving, cancelling. */
export function mayDecide(action: FollowedAction, follower: Pick<Follower, 'hand'>): Answer<true> {
  const may = mayFollow(action, follower);
  if (may.refused) return may;
  return coordinatesFor(follower.hand).length > 0 ? may : actionByCoordinators();
}

const notAhead = (day: CivilDate, { today }: Follower): Answer<true> => (day > today ? dayAhead(day, today) : accepted(true));
const yearOf = (day: CivilDate): number => Number(day.slice(0, 4));
const knownYear = (day: CivilDate, { today }: Follower): Answer<number> => readYear(yearOf(day), yearOf(today));

/** A seat of a party of the partnership, and whether somebody holds it today. */
export interface OwnerSeat {
  readonly seatId: string;
  readonly partyId: string;
  readonly held: boolean;
}

/** Each party names who answers for the action on its side, among those who sit for it. */
export function nameOwner(action: FollowedAction, seat: OwnerSeat | null, follower: Follower): Followed {
  const may = mayFollow(action, follower);
  if (may.refused) return may;
  if (!seat?.held || !writesFor(follower.hand).includes(seat.partyId)) return ownerNotSeated();
  return write(action, follower, { kind: 'OWNER', content: { partyId: seat.partyId, seatId: seat.seatId } });
}

/** Something promised for a day, in the party's own words. */
export function setMilestone(action: FollowedAction, { label, dueOn }: { label: string; dueOn: CivilDate }, follower: Follower): Followed {
  const may = mayFollow(action, follower);
  if (may.refused) return may;
  const words = readFilledText('milestone', label, longest.line);
  if (words.refused) return words;
  const year = knownYear(dueOn, follower);
  return year.refused ? year : write(action, follower, { kind: 'MILESTONE', content: { dueOn }, note: words.value });
}

/** A milestone is reached on a day, or given up for a reason: one of the two closes it, once. */
export function closeMilestone(action: FollowedAction, { milestone, doneOn, note }: { milestone: number; doneOn: CivilDate | null; note: string }, follower: Follower): Followed {
  const may = mayFollow(action, follower);
  if (may.refused) return may;
  const open = action.milestones.find(({ place, doneOn: done, dropped }) => place === milestone && !done && !dropped);
  if (!open) return milestoneUnknown();
  const words = readText('note', note, longest.reason);
  if (words.refused) return words;
  if (doneOn === null) return words.value === '' ? reasonRequired() : write(action, follower, { kind: 'MILESTONE_DROPPED', content: { milestone }, note: words.value });
  const day = notAhead(doneOn, follower);
  return day.refused ? day : write(action, follower, { kind: 'MILESTONE_DONE', content: { milestone, doneOn }, note: words.value });
}

/** May the action start now, without a reason? Not before its decision is executory (Art. 5 in the seed; F32). */
export function mayStart(action: FollowedAction, follower: Pick<Follower, 'hand' | 'sources'>): Answer<true> {
  const may = mayFollow(action, follower);
  if (may.refused) return may;
  if (action.state !== 'PLANNED') return actionStarted(action.state);
  return action.executoryAt ? accepted(true) : actionNotExecutory(action.sheetId === null ? 'DECISION' : 'PLAN', follower.sources.executory);
}

/** Starts; before the decision is executory only at a coordination's word and for a reason, which is shown (C4). */
export function start(action: FollowedAction, { reason }: { reason: string }, follower: Follower): Followed {
  const words = readText('reason', reason, longest.reason);
  if (words.refused) return words;
  const may = mayStart(action, follower);
  const early = may.refused && may.code === 'ACTION_NOT_EXECUTORY';
  if (may.refused && !(early && words.value !== '')) return may;
  if (early && coordinatesFor(follower.hand).length === 0) return actionByCoordinators();
  return write(action, follower, { kind: 'STARTED', content: { startedOn: follower.today, early }, note: words.value });
}

/** What a report says; absent parts stay as they are. */
export interface ReportCommand {
  readonly state: ToldState | null;
  readonly percent: number | null;
  readonly note: string;
}

/** Says how far the action is; two who report at once are both kept, in their order. */
export function report(action: FollowedAction, { state, percent, note }: ReportCommand, follower: Follower): Followed {
  const may = mayFollow(action, follower);
  if (may.refused) return may;
  if (action.state === 'PLANNED') return actionNotStarted();
  if (percent !== null && !(Number.isInteger(percent) && percent >= 0 && percent <= 100)) return percentOutOfRange(String(percent));
  const words = readText('note', note, longest.reason);
  if (words.refused) return words;
  if (state === null && percent === null && words.value === '') return nothingReported();
  return write(action, follower, { kind: 'REPORT', content: { state, percent }, note: words.value });
}

/** Something stands in the way: from here on the action is blocked, until it is lifted. */
export function raiseBlocker(action: FollowedAction, command: { what: string; since: CivilDate; partyId: string | null }, follower: Follower): Followed {
  const may = mayFollow(action, follower);
  if (may.refused) return may;
  const words = readFilledText('blocker', command.what, longest.reason);
  if (words.refused) return words;
  const { since, partyId } = command;
  const day = notAhead(since, follower);
  return day.refused ? day : write(action, follower, { kind: 'BLOCKER', content: { since, partyId }, note: words.value });
}

/** What stood in the way is lifted, never before it was raised. */
export function liftBlocker(action: FollowedAction, { blocker, liftedOn, note }: { blocker: number; liftedOn: CivilDate; note: string }, follower: Follower): Followed {
  const may = mayFollow(action, follower);
  if (may.refused) return may;
  const open = action.blockers.find((line) => line.place === blocker && isOpen(line));
  if (!open) return blockerUnknown();
  const words = readText('note', note, longest.reason);
  if (words.refused) return words;
  const day = notAhead(liftedOn, follower);
  if (day.refused) return day;
  if (liftedOn < open.since) return endsBeforeStart(open.since, liftedOn, sources.states);
  return write(action, follower, { kind: 'BLOCKER_LIFTED', content: { blocker, liftedOn }, note: words.value });
}

/** Only what has begun is completed, and nothing that is still blocked. */
export function mayComplete(action: FollowedAction, follower: Pick<Follower, 'hand'>): Answer<true> {
  const may = mayFollow(action, follower);
  if (may.refused) return may;
  if (action.state === 'PLANNED') return actionNotStarted();
  return action.state === 'BLOCKED' ? stillBlocked() : accepted(true);
}

/** Done, on a day. What is still in its way is lifted first. */
export function complete(action: FollowedAction, { completedOn, note }: { completedOn: CivilDate; note: string }, follower: Follower): Followed {
  const may = mayComplete(action, follower);
  if (may.refused) return may;
  const words = readText('note', note, longest.reason);
  if (words.refused) return words;
  const day = notAhead(completedOn, follower);
  return day.refused ? day : write(action, follower, { kind: 'COMPLETED', content: { completedOn }, note: words.value });
}

/** A decision of the committee, as far as an action's end rests on it. */
export interface DecisionTaken {
  readonly id: string;
  readonly executoryAt: Date | null;
}

/** Cancelled, or moved beyond its year: by another decision than the one it carries out, and an executory one (C4, product default). */
const byDecision = (action: FollowedAction, decision: DecisionTaken | null): Answer<string> =>
  decision?.executoryAt && decision.id !== action.decisionId ? accepted(decision.id) : needsDecision();

const readReason = (reason: string): Answer<string> => {
  const words = readText('reason', reason, longest.reason);
  return !words.refused && words.value === '' ? reasonRequired() : words;
};

/** Another end: within its year a coordination's word is enough, beyond it the committee decides. */
export function reschedule(action: FollowedAction, command: { endsOn: CivilDate; reason: string; decision: DecisionTaken | null }, follower: Follower): Followed {
  const may = mayDecide(action, follower);
  if (may.refused) return may;
  const { endsOn, decision } = command;
  const words = readReason(command.reason);
  if (words.refused) return words;
  const year = knownYear(endsOn, follower);
  if (year.refused) return year;
  if (action.startsOn !== null && endsOn < action.startsOn) return endsBeforeStart(action.startsOn, endsOn, sources.states);
  if (yearOf(endsOn) <= action.year) return write(action, follower, { kind: 'MOVED', content: { endsOn }, note: words.value });
  const decided = byDecision(action, decision);
  return decided.refused ? decided : write(action, follower, { kind: 'RESCHEDULED', content: { endsOn, decisionId: decided.value }, note: words.value });
}

/** Given up, by an executory decision of the committee (C4, product default). */
export function cancel(action: FollowedAction, command: { reason: string; decision: DecisionTaken | null }, follower: Follower): Followed {
  const may = mayDecide(action, follower);
  if (may.refused) return may;
  const words = readReason(command.reason);
  if (words.refused) return words;
  const decided = byDecision(action, command.decision);
  return decided.refused ? decided : write(action, follower, { kind: 'CANCELLED', content: { decisionId: decided.value }, note: words.value });
}

/** May this hand open an action that follows up this decision? An adopted one, at a coordination's word. */
export function mayOpen(decision: { readonly state: string }, hand: Hand): Answer<true> {
  if (coordinatesFor(hand).length === 0) return actionByCoordinators();
  return decision.state === 'ADOPTED' ? accepted(true) : decisionNotAdopted();
}

/** A follow-up of a decision, as it is opened. */
export interface OpenCommand {
  readonly id: string;
  readonly partnershipId: string;
  readonly decision: DecisionTaken & { readonly state: string };
  readonly title: string;
  readonly startsOn: CivilDate | null;
  readonly endsOn: CivilDate;
}

/** Opens the follow-up of a decision, also outside any plan (F42). */
export function open(command: OpenCommand, follower: Follower): Followed {
  const { decision, endsOn, startsOn, id, partnershipId } = command;
  const may = mayOpen(decision, follower.hand);
  if (may.refused) return may;
  const title = readFilledText('title', command.title, longest.title);
  if (title.refused) return title;
  const year = knownYear(endsOn, follower);
  if (year.refused) return year;
  if (startsOn !== null && endsOn < startsOn) return endsBeforeStart(startsOn, endsOn, sources.states);
  const { id: decisionId, executoryAt } = decision;
  const head: ActionHead = { id, partnershipId, decisionId, executoryAt, sheetId: null, year: yearOf(endsOn), title: title.value, startsOn, plannedEnd: endsOn };
  return write(followed(head, []), follower, { kind: 'OPENED', content: {} });
}
