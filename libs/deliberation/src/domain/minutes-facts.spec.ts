import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '#kernel';
import { castVote, closeBallot, openBallot } from './ballot.js';
import { decisionOf, everyoneThere, later, meetingIn, morning, rules, seat, seats, towns, valueOf, villeneuve, withRules } from './given.contract.js';
import { gatherFacts } from './minutes-facts.js';
import { callRoll } from './roll.js';

describe('the facts of a PV', () => {
  const meeting = { ...meetingIn(villeneuve, { state: 'OPEN', convenedAt: later(-9000) }), openedAt: morning, closedAt: later(90) };
  const roll = callRoll({ at: morning, parties: towns, seats, attendance: everyoneThere }, rules);
  const opened = valueOf(openBallot(decisionOf(meeting), { id: 'b-1', textHash: 'text-1', at: later(10) }, { meeting, roll, rules, openBallots: 0 })).state;
  const ballot = valueOf(castVote(opened.ballot, { seatId: 'vlg-2', personId: 'person-vlg-2', choice: 'AGAINST', words: 'Trop tôt', textHash: 'text-1', at: later(11) })).state;
  const voted = valueOf(closeBallot({ ...opened, ballot }, { at: later(12) })).state;
  const former = seat('vlg-9', 'ELECTED', { until: morning });
  const record = { meeting, parties: towns, seats: [...seats, former], attendance: everyoneThere, openingRoll: roll, rules, guests: [], hands: [], contests: [], decisions: [{ decision: voted.decision, ballots: [voted.ballot, opened.ballot] }] };
  const facts = gatherFacts(record);

  it('tell the meeting, who was there, each decision numbered, each vote with its name and words', () => {
    expect(facts.meeting).toMatchObject({ openedAt: '2026-11-14T09:00:00.000Z', closedAt: '2026-11-14T10:30:00.000Z', hostPartyId: 'vlg' });
    expect(facts.members.map(({ seatId }) => seatId)).toEqual(seats.map(({ id }) => id));
    expect(facts.quorum).toEqual({ rule: 'EVERY_CO_PRESIDENT', missingPartyIds: [], source: { kind: 'PRODUCT_DEFAULT', reference: 'C5 Q4' } });
    expect(facts.decisions).toMatchObject([{ order: 1, state: 'NOT_ADOPTED', ballots: [{ round: 1, adopted: false, votes: [{ name: 'Nom vlg-2', choice: 'AGAINST', words: 'Trop tôt' }] }] }]);
    expect(facts.decisions[0]?.ballots[0]?.reasons).toContainEqual({ code: 'AGAINST', args: { name: 'Nom vlg-2', words: 'Trop tôt' } });
  });

  it('say nothing of guests, powers or hands where there were none; tell them where there were, contestations with them', () => {
    expect(facts).not.toHaveProperty('guests');
    expect(facts).not.toHaveProperty('proxies');
    expect(facts.decisions[0]?.ballots[0]).not.toHaveProperty('hands');
    const one = withRules({ proxies: 'ONE_PER_MEMBER' });
    const attendance = { ...everyoneThere, bySeat: { ...everyoneThere.bySeat, 'vlg-3': 'ABSENT', 'tiz-3': 'ABSENT', 'tiz-2': 'EXCUSED' }, proxies: [{ seatId: 'vlg-3', holderSeatId: 'vlg-2' }, { seatId: 'tiz-3', holderSeatId: 'tiz-2' }] } as const;
    const guests = [{ id: 'g', meetingId: meeting.id, name: 'Association', capacity: 'eau', notedAt: morning, takenOffAt: null }];
    const sheet = { id: 'h', partnershipId: 'p-1', meetingId: meeting.id, rounds: [{ decisionId: 'd-1', ballotId: 'b-1', textHash: 'text-1', electorSeatIds: [], exceptions: [] }], state: 'CONFIRMED', enteredBy: 'a', enteredParty: 'vlg', enteredAt: morning, confirmedBy: 'b', confirmedParty: 'tiz', confirmedAt: later(12), withdrawReason: null } as const;
    const contests = [{ handsId: 'h', ballotId: 'b-1', seatId: 'vlg-2', personId: 'person-vlg-2', reason: 'J’étais pour.', contestedAt: later(20) }];
    const documents = [{ decisionId: 'd-1', name: 'plan.pdf', sha256: 'a'.repeat(64) }];
    const told = gatherFacts({ ...record, rules: one, attendance, guests, documents, hands: [sheet], contests });
    expect([facts.documents, told.documents]).toEqual([undefined, documents]);
    expect(told.guests).toEqual([{ name: 'Association', capacity: 'eau' }]);
    expect(told.proxies).toEqual([{ seatId: 'vlg-3', holderSeatId: 'vlg-2', counts: true }, { seatId: 'tiz-3', holderSeatId: 'tiz-2', counts: false }]);
    expect(told.decisions[0]?.ballots[0]?.hands).toEqual({ notedBy: 'vlg', confirmedBy: 'tiz', contests: [{ seatId: 'vlg-2', reason: 'J’étais pour.', at: later(20).toISOString() }] });
  });

  it('leave out a ballot never closed, and are the same text each time', () => {
    expect(facts.decisions[0]?.ballots).toHaveLength(1);
    expect(canonicalJson(gatherFacts(structuredClone(record)))).toBe(canonicalJson(facts));
  });
});
