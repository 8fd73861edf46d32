import { describe, expect, it } from '@jest/globals';
import { markAttendance, type Attendance } from './attendance.js';
import { castVote, openBallot } from './ballot.js';
import { codeOf, decisionOf, everyoneThere, later, meetingIn, morning, seat, seats, towns, valueOf, villeneuve, withRules } from './given.contract.js';
import { noteGuest, takeGuestOff } from './guest.js';
import { giveProxy, powersThatCount } from './proxy.js';
import { callRoll } from './roll.js';
import type { Seat } from './seat.js';

const open = meetingIn(villeneuve, { state: 'OPEN' });
const one = withRules({ proxies: 'ONE_PER_MEMBER' });
const of = (id: string): Seat => seats.find((held) => held.id === id)!;
const away = (...ids: string[]): Attendance => ({ ...everyoneThere, bySeat: { ...everyoneThere.bySeat, ...Object.fromEntries(ids.map((id) => [id, 'ABSENT' as const])) } });
const give = (attendance: Attendance, [from, to]: readonly [string, string | null], rules = one) => giveProxy({ meeting: open, attendance, rules }, { seat: of(from), holder: to === null ? null : of(to), at: later(1) });
const counting = (attendance: Attendance, rules = one) => [...powersThatCount({ at: morning, seats, attendance }, rules)].map(([from, holder]) => `${from} by ${holder.id}`);

describe('« absent, pouvoir à … »', () => {
  const given = valueOf(give(away('vlg-3'), ['vlg-3', 'vlg-2']));

  it('is noted where the rule allows, told once, and gives the absent a voice in her colleague’s hand', () => {
    expect(given.facts).toMatchObject([{ kind: 'ProxyGiven', data: { seatId: 'vlg-3', holderSeatId: 'vlg-2' } }]);
    expect(valueOf(give(given.state, ['vlg-3', 'vlg-2'])).facts).toEqual([]);
    const roll = callRoll({ at: morning, parties: towns, seats, attendance: given.state }, one);
    expect(roll.electors.find(({ seatId }) => seatId === 'vlg-3')).toMatchObject({ presence: 'ABSENT', heldBy: { seatId: 'vlg-2' } });
    const { ballot } = valueOf(openBallot(decisionOf(open), { id: 'b', textHash: 'text-1', at: later(2) }, { meeting: open, roll, rules: one, openBallots: 0 })).state;
    const cast = (personId: string) => castVote(ballot, { seatId: 'vlg-3', personId, choice: 'FOR', words: null, textHash: 'text-1', at: later(3) });
    expect(codeOf(cast('person-vlg-2'))).toBeNull();
    expect(codeOf(cast('person-vlg-3'))).toBe('NOT_ON_ROLL');
  });

  it('is refused where no rule gives any, outside one’s side, to whoever has no vote, and beyond one each', () => {
    expect(codeOf(give(away('vlg-3'), ['vlg-3', 'vlg-2'], withRules({ proxies: 'OFF' })))).toBe('PROXIES_OFF');
    expect(codeOf(give(everyoneThere, ['vlg-3', 'vlg-2']))).toBe('PROXY_PRINCIPAL_THERE');
    for (const holder of ['tiz-2', 'vlg-5', 'vlg-3']) expect(codeOf(give(away('vlg-3'), ['vlg-3', holder]))).toBe('PROXY_HOLDER_UNFIT');
    expect(codeOf(give(away('vlg-3'), ['vlg-3', 'vlg-4'], withRules({ proxies: 'ONE_PER_MEMBER', voters: 'ELECTED' })))).toBe('PROXY_HOLDER_UNFIT');
    const second = { ...given.state, bySeat: { ...given.state.bySeat, 'vlg-4': 'ABSENT' as const } };
    expect(codeOf(give(second, ['vlg-4', 'vlg-2']))).toBe('PROXY_HOLDER_FULL');
    expect(codeOf(give(second, ['vlg-4', 'vlg-2'], withRules({ proxies: 'TWO_PER_MEMBER' })))).toBeNull();
    expect(codeOf(giveProxy({ meeting: { ...open, state: 'CLOSED' }, attendance: away('vlg-3'), rules: one }, { seat: of('vlg-3'), holder: of('vlg-2'), at: later(1) }))).toBe('ATTENDANCE_CLOSED');
  });

  it('does not count while its holder is away, falls when its giver is there again, can be taken back', () => {
    expect(counting(given.state)).toEqual(['vlg-3 by vlg-2']);
    expect(counting({ ...given.state, bySeat: { ...given.state.bySeat, 'vlg-2': 'EXCUSED' } })).toEqual([]);
    const back = valueOf(markAttendance({ meeting: open, attendance: given.state, rules: one }, { seat: of('vlg-3'), presence: 'PRESENT', at: later(2) }));
    expect(back.state.proxies).toEqual([]);
    expect(back.facts.map(({ kind }) => kind)).toEqual(['AttendanceMarked', 'ProxyRevoked']);
    expect(valueOf(give(given.state, ['vlg-3', null])).state.proxies).toEqual([]);
  });

  it('never counts for the quorum', () => {
    const { state } = valueOf(give(away('vlg-1'), ['vlg-1', 'vlg-2']));
    const roll = callRoll({ at: morning, parties: towns, seats, attendance: state }, one);
    expect(roll.electors.map(({ seatId }) => seatId)).toContain('vlg-1');
    expect(roll.quorumMissing).toEqual(['vlg']);
  });

  it('is not kept by a rule that changed, nor by a seat that nobody holds any more', () => {
    expect(counting(given.state, withRules({ proxies: 'OFF' }))).toEqual([]);
    const ended = seats.map((held) => (held.id === 'vlg-2' ? seat('vlg-2', 'ELECTED', { until: morning }) : held));
    expect([...powersThatCount({ at: morning, seats: ended, attendance: given.state }, one)]).toEqual([]);
  });
});

describe('a guest', () => {
  const guest = valueOf(noteGuest(open, { id: 'g-1', name: 'Association des parents', capacity: '', already: 0, at: morning })).state;

  it('is heard from the convocation to the closing, and taken off once', () => {
    expect(guest).toMatchObject({ name: 'Association des parents', takenOffAt: null });
    expect(codeOf(noteGuest(open, { id: 'g-2', name: ' ', capacity: '', already: 0, at: morning }))).toBe('GUEST_NAME_BLANK');
    expect(codeOf(noteGuest(open, { id: 'g-2', name: 'X', capacity: '', already: 60, at: morning }))).toBe('GUESTS_TOO_MANY');
    for (const state of ['SCHEDULED', 'CLOSED'] as const) expect(codeOf(noteGuest({ ...open, state }, { id: 'g-2', name: 'X', capacity: '', already: 0, at: morning }))).toBe('ATTENDANCE_CLOSED');
    const off = valueOf(takeGuestOff(open, { guest, at: later(1) }));
    expect(off.facts).toMatchObject([{ kind: 'GuestTakenOff', data: { guestId: 'g-1' } }]);
    expect(codeOf(takeGuestOff(open, { guest: off.state, at: later(2) }))).toBe('GUEST_ALREADY_OFF');
  });
});
