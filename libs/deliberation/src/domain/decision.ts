import { accepted, type Answer, type Decided, type Subject } from '#kernel';
import { told, type About } from './facts.js';
import { isBlank, type Meeting, type MeetingState } from './meeting.js';
import { correctionNeedsNewDecision, decisionStateForbids, decisionTextBlank, meetingNotOpenForBallot, reasonRequired } from './refusals.js';

/** Which state may follow which (C4). A text not adopted may be put to the vote again while its meeting is open. */
export const decisionMoves = {
  ON_AGENDA: ['OPEN', 'DEFERRED', 'WITHDRAWN'],
  OPEN: ['ADOPTED', 'NOT_ADOPTED'],
  NOT_ADOPTED: ['OPEN', 'DEFERRED', 'WITHDRAWN'],
  ADOPTED: [],
  DEFERRED: [],
  WITHDRAWN: [],
} as const satisfies Record<string, readonly string[]>;

/** EXECUTORY is not a state here: it is read from the PV's `executoryAt` (decisions.md). */
export type DecisionState = keyof typeof decisionMoves;

/** What the committee is asked to decide: an item of the agenda, with the frozen text the votes bind to. */
export interface Decision {
  readonly id: string;
  readonly partnershipId: string;
  readonly meetingId: string;
  readonly subject: Subject;
  readonly state: DecisionState;
  readonly title: string;
  readonly text: string;
  /** SHA-256 (hex) of the text and data put to the vote. */
  readonly textHash: string;
  readonly ballotsHeld: number;
  /** The earlier decision this one corrects: nothing else can correct it. */
  readonly correctsDecisionId: string | null;
}

export type DecidedDecision = Answer<Decided<Decision>>;
export const aboutDecision = (decision: Decision): About => ({ partnershipId: decision.partnershipId, subject: { kind: 'decision', id: decision.id } });
export const decisionMayBecome = (decision: Decision, next: DecisionState): boolean =>
  (decisionMoves[decision.state] as readonly DecisionState[]).includes(next);

/** States in which an agenda still takes what is put on it. */
export const beforeClosing: readonly MeetingState[] = ['SCHEDULED', 'CONVENED', 'OPEN', 'NO_QUORUM', 'POSTPONED'];

export type ProposeDecision = Omit<Decision, 'state' | 'ballotsHeld' | 'partnershipId' | 'meetingId'> & { readonly at: Date };

/** Puts an item on a meeting's agenda, until the meeting closes. @returns refused MEETING_NOT_OPEN or DECISION_TEXT_BLANK. */
export function putOnAgenda(meeting: Meeting, proposal: ProposeDecision): DecidedDecision {
  if (!beforeClosing.includes(meeting.state)) return meetingNotOpenForBallot();
  if (isBlank(proposal.text) || isBlank(proposal.title)) return decisionTextBlank();
  const { at, ...item } = proposal;
  const decision: Decision = { ...item, partnershipId: meeting.partnershipId, meetingId: meeting.id, state: 'ON_AGENDA', ballotsHeld: 0 };
  const { kind: subjectKind, id: subjectId } = decision.subject;
  const data = { subjectKind, subjectId, correctsDecisionId: decision.correctsDecisionId, at: at.toISOString() };
  return accepted({ state: decision, facts: [told('DecisionPutOnAgenda', aboutDecision(decision), data)] });
}

/** Changes the text between two ballots, or before the first; the next ballot binds to the new text. */
export function amend(decision: Decision, command: { readonly text: string; readonly textHash: string; readonly at: Date }, meeting: Meeting): DecidedDecision {
  const refusal = whyNotTouchable(decision, meeting);
  if (refusal) return refusal;
  if (isBlank(command.text)) return decisionTextBlank();
  if (command.textHash === decision.textHash) return accepted({ state: decision, facts: [] });
  const { text, textHash, at } = command;
  const fact = told('DecisionAmended', aboutDecision(decision), { textHash, previousTextHash: decision.textHash, at: at.toISOString() });
  return accepted({ state: { ...decision, text, textHash }, facts: [fact] });
}

function whyNotTouchable(decision: Decision, meeting: Meeting) {
  if (decision.state === 'ADOPTED') return correctionNeedsNewDecision();
  if (!beforeClosing.includes(meeting.state)) return correctionNeedsNewDecision();
  return decision.state === 'ON_AGENDA' || decision.state === 'NOT_ADOPTED' ? null : decisionStateForbids(decision.state);
}

interface SetAside {
  readonly reason: string;
  readonly at: Date;
}

function setAside(decision: Decision, next: 'DEFERRED' | 'WITHDRAWN', command: SetAside): DecidedDecision {
  if (decision.state === 'ADOPTED') return correctionNeedsNewDecision();
  if (!decisionMayBecome(decision, next)) return decisionStateForbids(decision.state);
  if (isBlank(command.reason)) return reasonRequired();
  const kind = next === 'DEFERRED' ? 'DecisionDeferred' : 'DecisionWithdrawn';
  return accepted({
    state: { ...decision, state: next },
    facts: [told(kind, aboutDecision(decision), { reason: command.reason, at: command.at.toISOString() })],
  });
}

/** Leaves the item for a later meeting, with a reason: it comes back as a new decision. */
export const defer = (decision: Decision, command: SetAside): DecidedDecision => setAside(decision, 'DEFERRED', command);

/** Takes the item off, with a reason. */
export const withdraw = (decision: Decision, command: SetAside): DecidedDecision => setAside(decision, 'WITHDRAWN', command);
