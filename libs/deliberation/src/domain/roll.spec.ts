import { describe, expect, it } from '@jest/globals';
import { emptyAttendance, markAttendance, presenceOf, type Attendance, type Presence } from './attendance.js';
import { attended, codeOf, everyoneThere, later, mayor, meetingIn, morning, rules, seat, seats, towns, valueOf, villeneuve, withRules } from './given.contract.js';
import { callRoll } from './roll.js';
import type { Seat, WrittenDelegation } from './seat.js';

const roll = (attendance: Attendance, values: Parameters<typeof withRules>[0] = {}, members: readonly Seat[] = seats) =>
  callRoll({ at: morning, parties: towns, seats: members, attendance }, withRules(values));
const ids = (attendance: Attendance, values: Parameters<typeof withRules>[0] = {}, members: readonly Seat[] = seats) => roll(attendance, values, members).electors.map(({ seatId }) => seatId);
const without = (seatId: string, presence: Presence): Attendance => attended({ ...everyoneThere.bySeat, [seatId]: presence });
const power: WrittenDelegation = { documentId: 'doc-1', fromSeatId: 'vlg-1', toSeatId: 'vlg-2', from: later(-60), until: later(600) };

describe('the roll', () => {
  it('calls every voting member present, in the room or from afar, and no coordinator', () => {
    expect(ids(everyoneThere)).toEqual(['vlg-1', 'vlg-2', 'vlg-3', 'vlg-4', 'tiz-1', 'tiz-2', 'tiz-3', 'tiz-4']);
    expect(ids(without('vlg-3', 'REMOTE'))).toContain('vlg-3');
    for (const presence of ['ABSENT', 'EXCUSED', 'NO_ANSWER'] as const) expect(ids(without('vlg-3', presence))).not.toContain('vlg-3');
    expect(ids(without('vlg-3', 'ABSENT'), { basis: 'SEATED' })).toContain('vlg-3');
  });

  it('reads who votes from the rules: élus only, or one voice per party', () => {
    expect(ids(everyoneThere, { voters: 'ELECTED' })).toEqual(['vlg-1', 'vlg-2', 'vlg-3', 'tiz-1', 'tiz-2', 'tiz-3']);
    expect(ids(everyoneThere, { voters: 'PARTY' })).toEqual(['vlg-1', 'tiz-1']);
  });

  it('calls the holder of the seat that day: not a former one, not one to come', () => {
    const former = seat('vlg-6', 'ELECTED', { until: morning });
    const next = seat('vlg-7', 'ELECTED', { from: later(1) });
    const present = attended({ ...everyoneThere.bySeat, 'vlg-6': 'PRESENT', 'vlg-7': 'PRESENT' });
    expect(ids(present, {}, [...seats, former, next])).toEqual(ids(everyoneThere));
    expect(ids(present, {}, [...seats, { ...former, until: later(1) }])).toContain('vlg-6');
  });

  it('misses the quorum without a co-president, unless a member of the same party holds a running written power', () => {
    const absent = without('vlg-1', 'ABSENT');
    expect(roll(everyoneThere).quorumMissing).toEqual([]);
    expect(roll(absent).quorumMissing).toEqual(['vlg']);
    expect(roll(absent, { quorum: 'EVERY_PARTY' }).quorumMissing).toEqual([]);
    expect(roll(absent, { quorum: 'NONE' }).quorumMissing).toEqual([]);
    expect(roll({ ...absent, delegations: [power] }).quorumMissing).toEqual([]);
    expect(ids({ ...absent, delegations: [power] }, { voters: 'PARTY' })).toEqual(['vlg-2', 'tiz-1']);
    const worthless = [{ until: morning }, { toSeatId: 'tiz-2' }, { toSeatId: 'vlg-5' }, { fromSeatId: 'tiz-1' }];
    for (const change of worthless) expect(roll({ ...absent, delegations: [{ ...power, ...change }] }).quorumMissing).toEqual(['vlg']);
    const delegateAway = attended({ ...absent.bySeat, 'vlg-2': 'EXCUSED' });
    expect(roll({ ...delegateAway, delegations: [power] }).quorumMissing).toEqual(['vlg']);
  });

  it('counts the silence of an absent co-president, where parties speak and every seat counts', () => {
    const absent = without('vlg-1', 'ABSENT');
    const seated = { voters: 'PARTY', basis: 'SEATED' } as const;
    expect(ids(absent, seated)).toEqual(['vlg-1', 'tiz-1']);
    expect(ids({ ...absent, delegations: [power] }, seated)).toEqual(['vlg-2', 'tiz-1']);
  });

  it('misses the quorum for a party whose voting members are all away', () => {
    const coordinatorOnly = attended({ 'vlg-5': 'PRESENT', 'tiz-1': 'PRESENT' });
    expect(roll(coordinatorOnly, { quorum: 'EVERY_PARTY' }).quorumMissing).toEqual(['vlg']);
    expect(roll(coordinatorOnly, { quorum: 'NONE' }).quorumMissing).toEqual([]);
  });
});

describe('attendance', () => {
  const open = meetingIn(villeneuve, { state: 'OPEN' });
  const mark = (world: { state?: typeof open.state; mode?: typeof open.mode; remote?: 'NONE' } = {}, presence: Presence = 'PRESENT', member = mayor) =>
    markAttendance({ meeting: { ...open, ...world }, attendance: emptyAttendance, rules: world.remote ? withRules({ remote: 'NONE' }) : rules }, { seat: member, presence, at: morning });

  it('is nothing until said, then said and told once', () => {
    expect(presenceOf(emptyAttendance, 'vlg-1')).toBe('NO_ANSWER');
    const { state, facts } = valueOf(mark());
    expect(presenceOf(state, 'vlg-1')).toBe('PRESENT');
    expect(facts).toMatchObject([{ kind: 'AttendanceMarked', data: { seatId: 'vlg-1', presence: 'PRESENT' } }]);
    expect(valueOf(markAttendance({ meeting: open, attendance: state, rules }, { seat: mayor, presence: 'PRESENT', at: morning })).facts).toEqual([]);
  });

  it('is taken from the convocation to the closing, of seated members, from afar only where allowed', () => {
    for (const state of ['SCHEDULED', 'CLOSED', 'MINUTED', 'CANCELLED', 'POSTPONED', 'NO_QUORUM'] as const) expect(codeOf(mark({ state }))).toBe('ATTENDANCE_CLOSED');
    expect(codeOf(mark({ state: 'CONVENED' }, 'EXCUSED'))).toBeNull();
    expect(codeOf(mark({}, 'PRESENT', { ...mayor, until: morning }))).toBe('NOT_SEATED');
    expect(codeOf(mark({}, 'REMOTE'))).toBeNull();
    expect(codeOf(mark({ mode: 'IN_PERSON' }, 'REMOTE'))).toBe('REMOTE_NOT_ALLOWED');
    expect(codeOf(mark({ remote: 'NONE' }, 'REMOTE'))).toBe('REMOTE_NOT_ALLOWED');
  });
});
