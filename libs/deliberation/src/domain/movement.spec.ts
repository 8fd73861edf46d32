import { describe, expect, it } from '@jest/globals';
import type { Attendance } from './attendance.js';
import { codeOf, everyoneThere, later, meetingIn, morning, rules, seats, towns, valueOf, villeneuve, withRules } from './given.contract.js';
import { atOpening, noteMovement, takeBackMovement, type Movement, type MovementKind } from './movement.js';
import { giveProxy } from './proxy.js';
import { callRoll } from './roll.js';
import type { Seat } from './seat.js';

const open = meetingIn(villeneuve, { state: 'OPEN' });
const of = (id: string): Seat => seats.find((held) => held.id === id)!;
const move = (attendance: Attendance, [seatId, kind]: readonly [string, MovementKind], meeting = open) =>
  noteMovement({ meeting, attendance }, { id: `${seatId}-${kind}`, kind, agendaItemId: 'item-2', seat: of(seatId), at: later(30) });
const voters = (attendance: Attendance, more = rules): string[] => callRoll({ at: later(31), parties: towns, seats, attendance }, more).electors.map(({ seatId }) => seatId);
const back = (attendance: Attendance, movement: Movement, isLast = true) => takeBackMovement({ meeting: open, attendance }, { movement, isLast, at: later(32) });

describe('who comes and who leaves while the committee sits', () => {
  const left = valueOf(move(everyoneThere, ['vlg-3', 'LEFT']));

  it('a member who leaves is called for no ballot opened from then on, and stays on the sheet; back, she votes again', () => {
    expect(voters(everyoneThere)).toContain('vlg-3');
    expect(voters(left.attendance)).not.toContain('vlg-3');
    expect(left.attendance.bySeat['vlg-3']).toBe('PRESENT');
    expect(left.facts).toMatchObject([{ kind: 'MemberLeft', data: { seatId: 'vlg-3', agendaItemId: 'item-2' } }]);
    expect(voters(valueOf(move(left.attendance, ['vlg-3', 'ARRIVED'])).attendance)).toContain('vlg-3');
  });

  it('one who comes late is on the sheet from then on, from afar in a meeting held from afar, and speaks for herself', () => {
    const one = withRules({ proxies: 'ONE_PER_MEMBER' });
    const absent: Attendance = { ...everyoneThere, bySeat: { ...everyoneThere.bySeat, 'vlg-3': 'ABSENT' } };
    const carried = valueOf(giveProxy({ meeting: open, attendance: absent, rules: one }, { seat: of('vlg-3'), holder: of('vlg-2'), at: morning })).state;
    const came = valueOf(move(carried, ['vlg-3', 'ARRIVED']));
    expect([came.attendance.bySeat['vlg-3'], came.attendance.proxies, came.movement.was]).toEqual(['PRESENT', [], 'ABSENT']);
    expect(came.facts.map(({ kind }) => kind)).toEqual(['MemberArrived', 'AttendanceMarked', 'ProxyRevoked']);
    expect(valueOf(move(absent, ['vlg-3', 'ARRIVED'], { ...open, mode: 'REMOTE' })).attendance.bySeat['vlg-3']).toBe('REMOTE');
  });

  it('a power may be given by who leaves, and does not count while its holder is out', () => {
    const one = withRules({ proxies: 'ONE_PER_MEMBER' });
    const given = valueOf(giveProxy({ meeting: open, attendance: left.attendance, rules: one }, { seat: of('vlg-3'), holder: of('vlg-2'), at: later(31) })).state;
    expect(voters(given, one)).toContain('vlg-3');
    expect(voters(valueOf(move(given, ['vlg-2', 'LEFT'])).attendance, one)).not.toContain('vlg-3');
  });

  it('the quorum is the room’s: without its co-president the next ballot misses it', () => {
    const without = valueOf(move(everyoneThere, ['vlg-1', 'LEFT'])).attendance;
    expect(callRoll({ at: later(31), parties: towns, seats, attendance: without }, rules).quorumMissing).toEqual(['vlg']);
    expect(callRoll({ at: later(31), parties: towns, seats, attendance: atOpening(without, [left.movement]) }, rules).quorumMissing).toEqual([]);
  });

  it('is refused outside the meeting, twice, and to a seat nobody holds then', () => {
    for (const state of ['CONVENED', 'CLOSED'] as const) expect(codeOf(move(everyoneThere, ['vlg-3', 'LEFT'], { ...open, state }))).toBe('MOVEMENTS_CLOSED');
    expect(codeOf(move(everyoneThere, ['vlg-3', 'ARRIVED']))).toBe('MEMBER_ALREADY_THERE');
    expect(codeOf(move(left.attendance, ['vlg-3', 'LEFT']))).toBe('MEMBER_ALREADY_AWAY');
    expect(codeOf(noteMovement({ meeting: open, attendance: everyoneThere }, { id: 'm', kind: 'LEFT', agendaItemId: null, seat: { ...of('vlg-3'), until: later(1) }, at: later(30) }))).toBe('NOT_SEATED');
  });

  it('taken back, everything is as it was: the last one only, once, before the close', () => {
    expect(voters(valueOf(back(left.attendance, left.movement)).attendance)).toContain('vlg-3');
    const absent: Attendance = { ...everyoneThere, bySeat: { ...everyoneThere.bySeat, 'vlg-3': 'EXCUSED' } };
    const came = valueOf(move(absent, ['vlg-3', 'ARRIVED']));
    expect(valueOf(back(came.attendance, came.movement)).attendance.bySeat['vlg-3']).toBe('EXCUSED');
    const again = valueOf(move(left.attendance, ['vlg-3', 'ARRIVED']));
    expect(voters(valueOf(back(again.attendance, again.movement)).attendance)).not.toContain('vlg-3');
    expect(codeOf(back(again.attendance, left.movement, false))).toBe('MOVEMENT_OVERTAKEN');
    expect(codeOf(back(left.attendance, { ...left.movement, takenBackAt: later(31) }))).toBe('MOVEMENT_TAKEN_BACK');
    expect(codeOf(takeBackMovement({ meeting: { ...open, state: 'CLOSED' }, attendance: left.attendance }, { movement: left.movement, isLast: true, at: later(32) }))).toBe('MOVEMENTS_CLOSED');
  });

  it('the sheet at the opening is told back from the movements', () => {
    const absent: Attendance = { ...everyoneThere, bySeat: { ...everyoneThere.bySeat, 'vlg-3': 'ABSENT' } };
    const came = valueOf(move(absent, ['vlg-3', 'ARRIVED']));
    const gone = valueOf(move(came.attendance, ['vlg-3', 'LEFT']));
    expect(atOpening(gone.attendance, [came.movement, gone.movement])).toMatchObject({ bySeat: { 'vlg-3': 'ABSENT', 'vlg-1': 'PRESENT' }, away: [] });
  });

  it('planted defect: a roll that reads the sheet alone calls a member who has left', () => {
    expect(voters({ ...left.attendance, away: [] })).toContain('vlg-3');
  });
});
