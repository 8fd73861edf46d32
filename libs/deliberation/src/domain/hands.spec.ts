import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '#kernel';
import { codeOf, decisionOf, everyoneThere, later, meetingIn, morning, rules, seats, towns, valueOf, villeneuve } from './given.contract.js';
import { confirmHands, contestHands, coordinates, noteHands, playRound, withdrawHands, type Hands, type HandsException, type NotedRound } from './hands.js';
import { callRoll } from './roll.js';
import { close } from './sitting.js';

const open = meetingIn(villeneuve, { state: 'OPEN', openedAt: morning });
const roll = callRoll({ at: morning, parties: towns, seats, attendance: everyoneThere }, rules);
const desk = (id: string) => seats.find((held) => held.id === id)!;
const round = (exceptions: readonly HandsException[] = [], more: Partial<NotedRound> = {}): NotedRound => ({ decision: decisionOf(open), ballotId: 'b-1', roll, exceptions, ...more });
const note = (rounds: readonly NotedRound[] = [round()], awaiting: readonly string[] = []) => noteHands(open, { id: 'h-1', by: desk('vlg-5'), rounds, awaiting, at: later(30) });
const noted = (exceptions: readonly HandsException[] = []): Hands => valueOf(note([round(exceptions)])).state;
const world = { meeting: open, roll, rules, openBallots: 0 };
const play = (hands: Hands, changed: Partial<typeof world> = {}) => playRound(hands.rounds[0]!, decisionOf(open), { world: { ...world, ...changed }, at: later(35) });
const against: HandsException = { seatId: 'tiz-3', choice: 'AGAINST', words: 'Le budget manque.' };

describe('« unanimité constatée, sauf … »', () => {
  it('is noted by a coordination, several decisions at once, and decides nothing', () => {
    expect(valueOf(coordinates(seats, 'person-vlg-5', morning)).partyId).toBe('vlg');
    expect(codeOf(coordinates(seats, 'person-vlg-1', morning))).toBe('HANDS_BY_COORDINATOR');
    const { state, facts } = valueOf(note([round(), round([], { decision: decisionOf(open, { id: 'd-2' }), ballotId: 'b-2' })]));
    expect(state).toMatchObject({ state: 'ENTERED', enteredParty: 'vlg', confirmedAt: null, rounds: [{ decisionId: 'd-1', textHash: 'text-1', exceptions: [] }, { decisionId: 'd-2' }] });
    expect(facts).toMatchObject([{ kind: 'HandsNoted', data: { partyId: 'vlg', decisionIds: ['d-1', 'd-2'] } }]);
    expect(codeOf(close(open, { openBallots: 0, handsAwaiting: 1, at: later(60) }))).toBe('HANDS_AWAITING');
  });

  it('names only members of the roll, once each, and a vote against with its reason', () => {
    expect(codeOf(note([]))).toBe('HANDS_EMPTY');
    expect(codeOf(note([round(), round()]))).toBe('HANDS_EMPTY');
    expect(codeOf(note([round([{ ...against, seatId: 'vlg-5' }])]))).toBe('HANDS_EXCEPTION_UNKNOWN');
    expect(codeOf(note([round([against, { ...against, choice: 'ABSTAIN' }])]))).toBe('HANDS_EXCEPTION_UNKNOWN');
    expect(codeOf(note([round([{ ...against, words: ' ' }])]))).toBe('AGAINST_NEEDS_REASON');
    expect(codeOf(note([round()], ['d-1']))).toBe('HANDS_ALREADY_NOTED');
    expect(codeOf(note([round([], { decision: decisionOf(open, { state: 'ADOPTED' }) })]))).toBe('CORRECTION_NEEDS_NEW_DECISION');
    expect(codeOf(note([round([], { decision: decisionOf(open, { state: 'OPEN' }) })]))).toBe('DECISION_STATE_FORBIDS');
    for (const state of ['CONVENED', 'CLOSED'] as const) expect(codeOf(noteHands({ ...open, state }, { id: 'h', by: desk('vlg-5'), rounds: [round()], awaiting: [], at: morning }))).toBe('MEETING_NOT_OPEN');
  });

  it('is confirmed by another person of another party, once', () => {
    const hands = noted();
    expect(codeOf(confirmHands(hands, { by: desk('vlg-5'), at: later(31) }))).toBe('HANDS_BY_OTHER_PARTY');
    expect(codeOf(confirmHands(hands, { by: { ...desk('tiz-5'), personId: 'person-vlg-5' }, at: later(31) }))).toBe('HANDS_BY_OTHER_PARTY');
    const { state, facts } = valueOf(confirmHands(hands, { by: desk('tiz-5'), at: later(31) }));
    expect(state).toMatchObject({ state: 'CONFIRMED', confirmedParty: 'tiz', confirmedBy: 'person-tiz-5' });
    expect(facts).toMatchObject([{ kind: 'HandsConfirmed', data: { ballotIds: ['b-1'] } }]);
    expect(codeOf(confirmHands(state, { by: desk('tiz-5'), at: later(32) }))).toBe('HANDS_STATE_FORBIDS');
    expect(codeOf(withdrawHands(state, { by: desk('vlg-5'), reason: 'Erreur', at: later(32) }))).toBe('HANDS_STATE_FORBIDS');
    expect(codeOf(withdrawHands(hands, { by: desk('tiz-5'), reason: ' ', at: later(32) }))).toBe('REASON_REQUIRED');
    expect(valueOf(withdrawHands(hands, { by: desk('tiz-5'), reason: 'Je n’ai pas vu cela.', at: later(32) })).state.state).toBe('WITHDRAWN');
  });

  it('becomes a ballot by the rules of every vote: all for adopts; one against does not, and is named with its reason', () => {
    const all = valueOf(play(noted()));
    expect(all.state.decision.state).toBe('ADOPTED');
    expect(all.state.ballot).toMatchObject({ id: 'b-1', closedAt: later(35), outcome: { adopted: true, tally: { for: 8, against: 0, abstentions: 0, notCast: 0 } } });
    expect(all.facts.map(({ kind }) => kind)).toEqual(['BallotOpened', ...Array.from({ length: 8 }, () => 'VoteCast'), 'BallotClosed', 'DecisionAdopted']);
    const { state } = valueOf(play(noted([against])));
    expect(state.ballot.outcome).toMatchObject({ adopted: false, tally: { for: 7, against: 1 }, reasons: [{ code: 'AGAINST', subjectId: 'tiz-3', args: { words: 'Le budget manque.' } }] });
  });

  it('is refused once the text, or who is there, is no longer what was noted', () => {
    const hands = noted();
    expect(codeOf(playRound(hands.rounds[0]!, decisionOf(open, { textHash: 'text-2' }), { world, at: later(35) }))).toBe('HANDS_OUTDATED');
    expect(codeOf(play(hands, { roll: { ...roll, electors: roll.electors.slice(1) } }))).toBe('HANDS_OUTDATED');
    expect(codeOf(play(hands, { roll: { ...roll, electors: roll.electors.map((elector, at) => (at === 0 ? { ...elector, seatId: 'vlg-9' } : elector)) } }))).toBe('HANDS_OUTDATED');
    expect(codeOf(play(hands, { openBallots: 1 }))).toBe('ANOTHER_BALLOT_OPEN');
  });
});

describe('a contestation', () => {
  const { ballot } = valueOf(play(noted([against]))).state;
  const confirmed = valueOf(confirmHands(noted([against]), { by: desk('tiz-5'), at: later(35) })).state;
  const until = '2026-11-29' as CivilDate;
  const contest = (more: Partial<Parameters<typeof contestHands>[1]> = {}, hands = confirmed) =>
    contestHands(hands, { ballot, personId: 'person-tiz-3', reason: 'Je me suis abstenu.', today: '2026-11-14' as CivilDate, until, before: [], at: later(40), ...more });

  it('is of the member whose vote was noted, once, within the delay; the ballot stays', () => {
    const { state, facts } = valueOf(contest());
    expect(state).toMatchObject({ ballotId: 'b-1', seatId: 'tiz-3', reason: 'Je me suis abstenu.' });
    expect(facts).toMatchObject([{ kind: 'HandsContested', data: { seatId: 'tiz-3', decisionId: 'd-1' } }]);
    expect(codeOf(contest({ today: until }))).toBeNull();
    expect(codeOf(contest({ today: '2026-11-30' as CivilDate }))).toBe('CONTEST_TOO_LATE');
    expect(codeOf(contest({ before: [state] }))).toBe('HANDS_ALREADY_CONTESTED');
    expect(codeOf(contest({ reason: '' }))).toBe('REASON_REQUIRED');
    for (const personId of ['person-vlg-5', null]) expect(codeOf(contest({ personId }))).toBe('HANDS_VOICE_NOT_YOURS');
    expect(codeOf(contest({ ballot: { ...ballot, id: 'b-of-phones' } }))).toBe('HANDS_VOICE_NOT_YOURS');
    expect(codeOf(contest({}, noted()))).toBe('HANDS_STATE_FORBIDS');
  });
});
