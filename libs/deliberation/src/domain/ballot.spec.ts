import { describe, expect, it } from '@jest/globals';
import { castVote, closeBallot, openBallot, type Ballot, type Voted } from './ballot.js';
import { amend, defer, putOnAgenda, withdraw, type Decision, type DecisionState } from './decision.js';
import { codeOf, decisionOf, everyoneThere, later, meetingIn, morning, rules, seats, towns, valueOf, villeneuve, withRules } from './given.contract.js';
import type { MeetingState } from './meeting.js';
import { callRoll } from './roll.js';

const meeting = meetingIn(villeneuve, { state: 'OPEN' });
const roll = callRoll({ at: morning, parties: towns, seats, attendance: everyoneThere }, rules);
const world = { meeting, roll, rules, openBallots: 0 };
const start = (decision: Decision = decisionOf(meeting), more: Partial<typeof world> = {}): Voted =>
  valueOf(openBallot(decision, { id: `b-${decision.ballotsHeld + 1}`, textHash: decision.textHash, at: later(10) }, { ...world, ...more })).state;
const ballotIn = (voted: Voted): Ballot => voted.ballot;
const voice = (seatId: string, more: object = {}) => ({ seatId, personId: `person-${seatId}`, choice: 'FOR' as const, words: null, textHash: 'text-1', at: later(11), ...more });
const everyoneFor = (ballot: Ballot, except: Record<string, object> = {}): Ballot =>
  roll.electors.reduce((given, { seatId }) => valueOf(castVote(given, { ...voice(seatId, except[seatId]), textHash: ballot.textHash })).state, ballot);
const closed = (voted: Voted): Voted => valueOf(closeBallot(voted, { at: later(20) })).state;

describe('a vote', () => {
  it('is given, changed until the closing, and told each time it changes', () => {
    const { ballot } = start();
    const first = valueOf(castVote(ballot, voice('vlg-2')));
    expect(first.facts).toMatchObject([{ kind: 'VoteCast', subject: { kind: 'ballot', id: 'b-1' }, data: { choice: 'FOR', replacesChoice: null } }]);
    const changed = valueOf(castVote(first.state, voice('vlg-2', { choice: 'ABSTAIN' })));
    expect(changed.facts).toMatchObject([{ data: { choice: 'ABSTAIN', replacesChoice: 'FOR' } }]);
    expect(changed.state.votes).toHaveLength(1);
    expect(valueOf(castVote(changed.state, voice('vlg-2', { choice: 'ABSTAIN' }))).facts).toEqual([]);
  });

  it('is refused on another text, from outside the roll, by another person in the seat, or against without a word', () => {
    const { ballot } = start();
    expect(codeOf(castVote(ballot, voice('vlg-2', { textHash: 'text-0' })))).toBe('VOTED_TEXT_CHANGED');
    expect(codeOf(castVote(ballot, voice('vlg-5')))).toBe('NOT_ON_ROLL');
    expect(codeOf(castVote(ballot, voice('vlg-2', { personId: 'person-vlg-3' })))).toBe('NOT_ON_ROLL');
    expect(codeOf(castVote(ballot, voice('vlg-2', { choice: 'AGAINST', words: ' \n' })))).toBe('AGAINST_NEEDS_REASON');
    expect(codeOf(castVote(ballot, voice('vlg-2', { choice: 'AGAINST', words: 'Trop cher' })))).toBeNull();
  });

  it('never changes a closed ballot', () => {
    const { ballot, decision } = closed(start());
    expect(codeOf(castVote(ballot, voice('vlg-2')))).toBe('BALLOT_CLOSED');
    expect(codeOf(closeBallot({ ballot, decision }, { at: later(30) }))).toBe('BALLOT_CLOSED');
  });
});

describe('rounds on a decision', () => {
  it('one abstention stops the first, an amended text passes the second, in the same meeting', () => {
    const first = start();
    const failed = closed({ ...first, ballot: everyoneFor(ballotIn(first), { 'tiz-2': { choice: 'ABSTAIN' } }) });
    expect(failed.decision.state).toBe('NOT_ADOPTED');
    expect(failed.ballot.outcome?.reasons).toMatchObject([{ code: 'ABSTENTION', subjectId: 'tiz-2' }]);
    const amended = valueOf(amend(failed.decision, { text: 'Le plan 2027, moins l’action 3.', textHash: 'text-2', at: later(30) }, meeting));
    expect(amended.facts).toMatchObject([{ kind: 'DecisionAmended', data: { previousTextHash: 'text-1', textHash: 'text-2' } }]);
    expect(codeOf(openBallot(amended.state, { id: 'b-2', textHash: 'text-1', at: later(31) }, world))).toBe('VOTED_TEXT_CHANGED');
    const second = start(amended.state);
    expect(second.ballot).toMatchObject({ round: 2, textHash: 'text-2', votes: [] });
    const { state, facts } = valueOf(closeBallot({ ...second, ballot: everyoneFor(ballotIn(second)) }, { at: later(40) }));
    expect(state.decision.state).toBe('ADOPTED');
    expect(facts.map(({ kind }) => kind)).toEqual(['BallotClosed', 'DecisionAdopted']);
    expect(failed.ballot.outcome?.adopted).toBe(false);
  });

  it('judges by the rules it opened with, whatever they become', () => {
    const loose = structuredClone(withRules({ abstention: 'NEUTRAL' }));
    const voted = start(decisionOf(meeting), { rules: loose });
    Object.assign(loose.abstention, { value: 'BLOCKS' });
    expect(closed({ ...voted, ballot: everyoneFor(voted.ballot, { 'tiz-2': { choice: 'ABSTAIN' } }) }).decision.state).toBe('ADOPTED');
  });

  it('AT-04: once adopted, or once the meeting is over, only a new decision corrects', () => {
    const again = { id: 'b-9', textHash: 'text-1', at: later(50) };
    const adopted = decisionOf(meeting, { state: 'ADOPTED', ballotsHeld: 1 });
    const change = { text: 'Autre texte', textHash: 'text-9', at: later(50) };
    expect(codeOf(openBallot(adopted, again, world))).toBe('CORRECTION_NEEDS_NEW_DECISION');
    expect(codeOf(amend(adopted, change, meeting))).toBe('CORRECTION_NEEDS_NEW_DECISION');
    expect(codeOf(withdraw(adopted, { reason: 'non', at: later(50) }))).toBe('CORRECTION_NEEDS_NEW_DECISION');
    for (const state of ['CLOSED', 'MINUTED'] as const) {
      expect(codeOf(openBallot(decisionOf(meeting, { state: 'NOT_ADOPTED' }), again, { ...world, meeting: { ...meeting, state } }))).toBe('CORRECTION_NEEDS_NEW_DECISION');
      expect(codeOf(amend(decisionOf(meeting), change, { ...meeting, state }))).toBe('CORRECTION_NEEDS_NEW_DECISION');
    }
    const { state } = valueOf(putOnAgenda(meetingIn(villeneuve, { id: 'm-2' }), { ...decisionOf(meeting), id: 'd-2', correctsDecisionId: 'd-1', at: later(60) }));
    expect(state).toMatchObject({ id: 'd-2', meetingId: 'm-2', state: 'ON_AGENDA', correctsDecisionId: 'd-1', ballotsHeld: 0 });
  });

  it('opens one at a time, in an open meeting of its own, from the states of the table', () => {
    const attempt = (decision: Decision, more: Partial<typeof world> = {}) => codeOf(openBallot(decision, { id: 'b', textHash: 'text-1', at: morning }, { ...world, ...more }));
    expect(attempt(decisionOf(meeting), { openBallots: 1 })).toBe('ANOTHER_BALLOT_OPEN');
    expect(attempt(decisionOf(meeting, { meetingId: 'm-other' }))).toBe('MEETING_NOT_OPEN');
    for (const state of ['SCHEDULED', 'CONVENED', 'NO_QUORUM', 'POSTPONED', 'CANCELLED'] satisfies MeetingState[])
      expect(attempt(decisionOf(meeting), { meeting: { ...meeting, state } })).toBe('MEETING_NOT_OPEN');
    for (const state of ['OPEN', 'DEFERRED', 'WITHDRAWN'] satisfies DecisionState[]) expect(attempt(decisionOf(meeting, { state }))).toBe('DECISION_STATE_FORBIDS');
  });

  it('leaves an item aside with a reason, never while it is being voted on', () => {
    const why = { reason: 'Budget attendu', at: morning };
    expect(valueOf(defer(decisionOf(meeting), why)).facts).toMatchObject([{ kind: 'DecisionDeferred' }]);
    expect(codeOf(defer(decisionOf(meeting), { ...why, reason: '' }))).toBe('REASON_REQUIRED');
    expect(codeOf(defer(decisionOf(meeting, { state: 'OPEN' }), why))).toBe('DECISION_STATE_FORBIDS');
    expect(codeOf(amend(decisionOf(meeting, { state: 'OPEN' }), { text: 'x', textHash: 'y', at: morning }, meeting))).toBe('DECISION_STATE_FORBIDS');
    expect(codeOf(amend(decisionOf(meeting), { text: ' ', textHash: 'y', at: morning }, meeting))).toBe('DECISION_TEXT_BLANK');
    expect(codeOf(putOnAgenda({ ...meeting, state: 'CLOSED' }, { ...decisionOf(meeting), at: morning }))).toBe('MEETING_NOT_OPEN');
    expect(codeOf(putOnAgenda(meeting, { ...decisionOf(meeting), text: '', at: morning }))).toBe('DECISION_TEXT_BLANK');
  });
});
