import { accepted, type Answer, type CivilDate, type Decided, type Subject } from '#kernel';
import { castVote, closeBallot, openBallot, type Ballot, type BallotWorld, type Voted } from './ballot.js';
import { decisionMayBecome, type Decision } from './decision.js';
import { told, type DeliberationFact } from './facts.js';
import { isBlank, type Meeting } from './meeting.js';
import {
  againstNeedsReason, contestTooLate, correctionNeedsNewDecision, decisionStateForbids, handsAlreadyContested, handsAlreadyNoted, handsByCoordinator, handsByOtherParty,
  handsEmpty, handsExceptionUnknown, handsOutdated, handsStateForbids, handsVoiceNotYours, meetingNotOpenForBallot, reasonRequired,
} from './refusals.js';
import { voterOf, type Roll } from './roll.js';
import { isHeldAt, type Seat } from './seat.js';

/** Civil days in which a member may contest the vote noted for her: ours, as for every act entered for somebody (ADR 0018). */
export const contestDays = 15;

/** « Sauf … »: a member of the roll who was not for. */
export interface HandsException {
  readonly seatId: string;
  readonly choice: 'AGAINST' | 'ABSTAIN';
  readonly words: string | null;
}

/** One decision as the table answered it: for its text, everyone on the roll but those named. */
export interface HandsRound {
  readonly decisionId: string;
  /** The ballot it becomes once it is confirmed. */
  readonly ballotId: string;
  readonly textHash: string;
  readonly electorSeatIds: readonly string[];
  readonly exceptions: readonly HandsException[];
}

/** What one coordination noted of hands round a table, and another confirms: « unanimité constatée, sauf … ». Until then no ballot exists. */
export interface Hands {
  readonly id: string;
  readonly partnershipId: string;
  readonly meetingId: string;
  readonly rounds: readonly HandsRound[];
  readonly state: 'ENTERED' | 'CONFIRMED' | 'WITHDRAWN';
  readonly enteredBy: string;
  readonly enteredParty: string;
  readonly enteredAt: Date;
  readonly confirmedBy: string | null;
  readonly confirmedParty: string | null;
  readonly confirmedAt: Date | null;
  readonly withdrawReason: string | null;
}

const aboutHands = ({ partnershipId, id }: Pick<Hands, 'partnershipId' | 'id'>): { partnershipId: string; subject: Subject } => ({ partnershipId, subject: { kind: 'hands', id } });

/** The desk from which this person coordinates. @returns refused HANDS_BY_COORDINATOR, a product default. */
export function coordinates(seats: readonly Seat[], personId: string | null, at: Date): Answer<Seat> {
  const seat = seats.find((held) => held.personId === personId && held.category === 'COORDINATOR' && isHeldAt(held, at));
  return seat ? accepted(seat) : handsByCoordinator();
}

/** A decision as it stands when it is noted. */
export interface NotedRound {
  readonly decision: Decision;
  readonly ballotId: string;
  readonly roll: Roll;
  readonly exceptions: readonly HandsException[];
}

/** May this decision's vote be noted, or confirmed, now? One on paper at a time, none that phones are voting on. */
function whyNotNow(decision: Decision, meeting: Meeting) {
  if (decision.state === 'ADOPTED') return correctionNeedsNewDecision();
  if (meeting.state !== 'OPEN' || meeting.id !== decision.meetingId) return meetingNotOpenForBallot();
  return decisionMayBecome(decision, 'OPEN') ? null : decisionStateForbids(decision.state);
}

function whyNotNoted({ decision, roll, exceptions }: NotedRound, meeting: Meeting) {
  const refusal = whyNotNow(decision, meeting);
  if (refusal) return refusal;
  const named = exceptions.map(({ seatId }) => seatId);
  if (new Set(named).size < named.length || named.some((id) => !roll.electors.some(({ seatId }) => seatId === id))) return handsExceptionUnknown();
  return exceptions.some(({ choice, words }) => choice === 'AGAINST' && isBlank(words)) ? againstNeedsReason() : null;
}

/** « For these decisions, this is what the table answered. » */
export interface NoteHands {
  readonly id: string;
  /** The coordinator's seat. */
  readonly by: Seat;
  readonly rounds: readonly NotedRound[];
  /** Decisions already noted, that await the other coordination. */
  readonly awaiting: readonly string[];
  readonly at: Date;
}

/** Notes the votes of a table, several decisions at once: all of them, or none. Nothing is decided yet. */
export function noteHands(meeting: Meeting, { id, by, rounds, awaiting, at }: NoteHands): Answer<Decided<Hands>> {
  if (meeting.state !== 'OPEN') return meetingNotOpenForBallot();
  const decisionIds = rounds.map(({ decision }) => decision.id);
  if (decisionIds.length === 0 || new Set(decisionIds).size < decisionIds.length) return handsEmpty();
  if (decisionIds.some((decisionId) => awaiting.includes(decisionId))) return handsAlreadyNoted();
  for (const round of rounds) {
    const refusal = whyNotNoted(round, meeting);
    if (refusal) return refusal;
  }
  const state: Hands = {
    id, partnershipId: meeting.partnershipId, meetingId: meeting.id, state: 'ENTERED', enteredBy: by.personId, enteredParty: by.partyId, enteredAt: at,
    confirmedBy: null, confirmedParty: null, confirmedAt: null, withdrawReason: null,
    rounds: rounds.map(({ decision, ballotId, roll, exceptions }) => ({
      decisionId: decision.id, ballotId, textHash: decision.textHash, electorSeatIds: roll.electors.map(({ seatId }) => seatId),
      exceptions: exceptions.map(({ seatId, choice, words }) => ({ seatId, choice, words: isBlank(words) ? null : words })),
    })),
  };
  return accepted({ state, facts: [told('HandsNoted', aboutHands(state), { partyId: by.partyId, decisionIds, at: at.toISOString() })] });
}

/** May this coordination confirm? Another party's, another person (both coordinators, of two parties). */
export function confirmHands(hands: Hands, { by, at }: { readonly by: Seat; readonly at: Date }): Answer<Decided<Hands>> {
  if (hands.state !== 'ENTERED') return handsStateForbids(hands.state);
  if (by.partyId === hands.enteredParty || by.personId === hands.enteredBy) return handsByOtherParty();
  const state: Hands = { ...hands, state: 'CONFIRMED', confirmedBy: by.personId, confirmedParty: by.partyId, confirmedAt: at };
  const fact = told('HandsConfirmed', aboutHands(hands), { partyId: by.partyId, ballotIds: hands.rounds.map(({ ballotId }) => ballotId), at: at.toISOString() });
  return accepted({ state, facts: [fact] });
}

/** Takes back what was noted by mistake or what the other coordination does not recognise; either may, until it is confirmed. */
export function withdrawHands(hands: Hands, { by, reason, at }: { readonly by: Seat; readonly reason: string; readonly at: Date }): Answer<Decided<Hands>> {
  if (hands.state !== 'ENTERED') return handsStateForbids(hands.state);
  if (isBlank(reason)) return reasonRequired();
  const fact = told('HandsWithdrawn', aboutHands(hands), { partyId: by.partyId, reason, at: at.toISOString() });
  return accepted({ state: { ...hands, state: 'WITHDRAWN', withdrawReason: reason }, facts: [fact] });
}

/** A round that became a ballot: opened, voted and closed in one act. */
export interface PlayedRound extends Voted {
  readonly ballot: Ballot;
}

const sameSeats = (roll: Roll, { electorSeatIds }: HandsRound): boolean =>
  roll.electors.length === electorSeatIds.length && roll.electors.every(({ seatId }) => electorSeatIds.includes(seatId));

/**
 * Plays one noted round by the very rules of a vote on phones: opened on its text, every voice given, closed, concluded.
 * @returns refused HANDS_OUTDATED when the text or the members present are no longer those that were noted.
 */
export function playRound(round: HandsRound, decision: Decision, { world, at }: { readonly world: BallotWorld; readonly at: Date }): Answer<Decided<PlayedRound>> {
  if (decision.textHash !== round.textHash || !sameSeats(world.roll, round)) return handsOutdated();
  const opened = openBallot(decision, { id: round.ballotId, textHash: round.textHash, at }, world);
  if (opened.refused) return opened;
  const facts = [...opened.value.facts];
  let { ballot } = opened.value.state;
  for (const elector of ballot.roll.electors) {
    const { choice, words } = round.exceptions.find(({ seatId }) => seatId === elector.seatId) ?? { choice: 'FOR' as const, words: null };
    const cast = castVote(ballot, { seatId: elector.seatId, personId: voterOf(elector).personId, choice, words, textHash: round.textHash, at });
    if (cast.refused) return cast;
    ballot = cast.value.state;
    facts.push(...cast.value.facts);
  }
  const closed = closeBallot({ decision: opened.value.state.decision, ballot }, { at });
  if (closed.refused) return closed;
  return accepted({ state: closed.value.state, facts: [...facts, ...closed.value.facts] });
}

/** A member says that the vote noted for her is not hers. The closed ballot stays as it is. */
export interface HandsContest {
  readonly handsId: string;
  readonly ballotId: string;
  readonly seatId: string;
  readonly personId: string;
  readonly reason: string;
  readonly contestedAt: Date;
}

/** « That vote is not mine. » Civil days are those of the territory of whose voice it is. */
export interface ContestHands {
  readonly ballot: Ballot | null;
  readonly personId: string | null;
  readonly reason: string;
  readonly today: CivilDate;
  readonly until: CivilDate;
  readonly before: readonly Pick<HandsContest, 'ballotId' | 'seatId'>[];
  readonly at: Date;
}

/** Whose voice, noted in this ballot, is this person's: her own, or one that she carried. */
export const voiceNotedFor = (ballot: Ballot, personId: string | null): string | null => ballot.roll.electors.find((elector) => elector.personId === personId || voterOf(elector).personId === personId)?.seatId ?? null;

/** Contests once, within the delay. It changes no closed ballot: while the meeting is open another may follow, later only a new decision corrects. */
export function contestHands(hands: Hands, { ballot, personId, reason, today, until, before, at }: ContestHands): Answer<Decided<HandsContest>> {
  if (hands.state !== 'CONFIRMED') return handsStateForbids(hands.state);
  const seatId = ballot && hands.rounds.some(({ ballotId }) => ballotId === ballot.id) ? voiceNotedFor(ballot, personId) : null;
  if (!ballot || !seatId || !personId) return handsVoiceNotYours();
  if (before.some((contest) => contest.ballotId === ballot.id && contest.seatId === seatId)) return handsAlreadyContested();
  if (today > until) return contestTooLate(until);
  if (isBlank(reason)) return reasonRequired();
  const fact = told('HandsContested', { partnershipId: hands.partnershipId, subject: { kind: 'meeting', id: hands.meetingId } }, { handsId: hands.id, decisionId: ballot.decisionId, ballotId: ballot.id, seatId, at: at.toISOString() });
  return accepted({ state: { handsId: hands.id, ballotId: ballot.id, seatId, personId, reason, contestedAt: at }, facts: [fact] });
}

/** One notice for the whole meeting to each member whose voice was noted: those on the rolls, each once, and who carried a voice. None where no hand was noted. */
export function handsTold(meeting: Meeting, ballots: readonly Ballot[], at: Date): DeliberationFact[] {
  const people = ballots.flatMap(({ roll }) => roll.electors.flatMap((elector) => [elector.personId, voterOf(elector).personId]));
  const personIds = [...new Set(people)];
  return personIds.length > 0 ? [told('HandsTold', { partnershipId: meeting.partnershipId, subject: { kind: 'meeting', id: meeting.id } }, { personIds, at: at.toISOString() })] : [];
}
