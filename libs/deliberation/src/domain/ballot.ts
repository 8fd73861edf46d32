import { accepted, type Answer, type Decided } from '#kernel';
import { aboutDecision, decisionMayBecome, type Decision } from './decision.js';
import { conclude, type Outcome, type Voice } from './decision-engine.js';
import { told, type About } from './facts.js';
import { isBlank, type Meeting } from './meeting.js';
import {
  againstNeedsReason,
  anotherBallotOpen,
  ballotClosed,
  correctionNeedsNewDecision,
  decisionStateForbids,
  meetingNotOpenForBallot,
  notOnRoll,
  votedTextChanged,
} from './refusals.js';
import { voterOf, type Roll } from './roll.js';
import { frozenRules, type CommitteeRules } from './rules.js';

/** A voice as it was given, with the text it was given on. Unique per (ballot, seat). */
export interface Vote extends Voice {
  readonly textHash: string;
  readonly castAt: Date;
}

/** One round of voting on one frozen text. OPEN → CLOSED; a closed ballot never changes again. */
export interface Ballot {
  readonly id: string;
  readonly partnershipId: string;
  readonly meetingId: string;
  readonly decisionId: string;
  /** 1, 2, …: a further round may follow while the meeting is open. */
  readonly round: number;
  readonly textHash: string;
  readonly rules: CommitteeRules;
  readonly roll: Roll;
  readonly votes: readonly Vote[];
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly outcome: Outcome | null;
}

/** A decision and its current ballot change together. */
export interface Voted {
  readonly decision: Decision;
  readonly ballot: Ballot;
}

const aboutBallot = (ballot: Ballot): About => ({ partnershipId: ballot.partnershipId, subject: { kind: 'ballot', id: ballot.id } });

/** The meeting as it stands when a ballot is to open. */
export interface BallotWorld {
  readonly meeting: Meeting;
  readonly roll: Roll;
  readonly rules: CommitteeRules;
  /** Ballots still open in this meeting: one text at a time. */
  readonly openBallots: number;
}

/**
 * Opens ballot n on the decision's present text, with rules and roll frozen into it.
 * @returns refused CORRECTION_NEEDS_NEW_DECISION once adopted or once the meeting is over (decisions.md, « Decision 1–n Ballot »).
 */
export function openBallot(decision: Decision, command: { readonly id: string; readonly textHash: string; readonly at: Date }, world: BallotWorld): Answer<Decided<Voted>> {
  const { meeting, roll, rules, openBallots } = world;
  const { id, textHash, at } = command;
  if (decision.state === 'ADOPTED' || meeting.state === 'CLOSED' || meeting.state === 'MINUTED') return correctionNeedsNewDecision();
  if (meeting.state !== 'OPEN' || meeting.id !== decision.meetingId) return meetingNotOpenForBallot();
  if (openBallots > 0) return anotherBallotOpen();
  if (!decisionMayBecome(decision, 'OPEN')) return decisionStateForbids(decision.state);
  if (textHash !== decision.textHash) return votedTextChanged();
  const { partnershipId, meetingId, id: decisionId } = decision;
  const round = decision.ballotsHeld + 1;
  const ballot: Ballot = { id, partnershipId, meetingId, decisionId, round, textHash, rules: frozenRules(rules), roll, votes: [], openedAt: at, closedAt: null, outcome: null };
  const electorSeatIds = roll.electors.map((elector) => elector.seatId);
  const fact = told('BallotOpened', aboutBallot(ballot), { decisionId, round, textHash, electorSeatIds, at: at.toISOString() });
  return accepted({ state: { decision: { ...decision, state: 'OPEN', ballotsHeld: round }, ballot }, facts: [fact] });
}

/** A voice, the person who gives it, and the text they had before their eyes. */
export interface CastVote extends Voice {
  readonly personId: string;
  /** The text the voter saw: a vote on another text is refused, not moved. */
  readonly textHash: string;
  readonly at: Date;
}

/**
 * Gives or changes a voice until the ballot closes. The same voice twice is one voice.
 * @returns refused BALLOT_CLOSED, NOT_ON_ROLL, VOTED_TEXT_CHANGED or AGAINST_NEEDS_REASON.
 */
export function castVote(ballot: Ballot, command: CastVote): Answer<Decided<Ballot>> {
  const { seatId, personId, choice, textHash, at } = command;
  if (ballot.closedAt) return ballotClosed(ballot.closedAt);
  if (!ballot.roll.electors.some((elector) => elector.seatId === seatId && voterOf(elector).personId === personId)) return notOnRoll();
  if (textHash !== ballot.textHash) return votedTextChanged();
  if (choice === 'AGAINST' && isBlank(command.words)) return againstNeedsReason();
  const words = isBlank(command.words) ? null : command.words;
  const before = ballot.votes.find((vote) => vote.seatId === seatId);
  if (before && before.choice === choice && before.words === words) return accepted({ state: ballot, facts: [] });
  const votes = [...ballot.votes.filter((vote) => vote !== before), { seatId, choice, words, textHash, castAt: at }];
  const data = { decisionId: ballot.decisionId, seatId, choice, words, replacesChoice: before?.choice ?? null, textHash, at: at.toISOString() };
  return accepted({ state: { ...ballot, votes }, facts: [told('VoteCast', aboutBallot(ballot), data)] });
}

/** Closes the ballot and says what it decided, under the rules and the roll it opened with. @returns refused BALLOT_CLOSED. */
export function closeBallot({ decision, ballot }: Voted, command: { readonly at: Date }): Answer<Decided<Voted>> {
  if (ballot.closedAt) return ballotClosed(ballot.closedAt);
  if (decision.state !== 'OPEN' || ballot.decisionId !== decision.id) return decisionStateForbids(decision.state);
  const outcome = conclude(ballot.rules, ballot.roll, ballot.votes);
  const { round, textHash } = ballot;
  const at = command.at.toISOString();
  const facts = [
    told('BallotClosed', aboutBallot(ballot), { decisionId: decision.id, round, adopted: outcome.adopted, ...outcome.tally, at }),
    outcome.adopted
      ? told('DecisionAdopted', aboutDecision(decision), { ballotId: ballot.id, round, textHash, at })
      : told('DecisionNotAdopted', aboutDecision(decision), { ballotId: ballot.id, round, reasons: outcome.reasons.map(({ code, subjectId }) => ({ code, subjectId })), at }),
  ];
  return accepted({
    state: { decision: { ...decision, state: outcome.adopted ? 'ADOPTED' : 'NOT_ADOPTED' }, ballot: { ...ballot, closedAt: command.at, outcome } },
    facts,
  });
}
