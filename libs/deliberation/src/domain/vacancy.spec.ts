import { describe, expect, it } from '@jest/globals';
import { civilDate, type CivilDate } from '#kernel';
import { isFollowed, stoppedOn, vacantSince, type Term } from './vacancy.js';

const day = (text: string): CivilDate => civilDate(text);
const term = (from: string, until: string | null): Term => ({ from: day(from), until: until === null ? null : day(until) });
const today = day('2026-11-23');

describe('an office that nobody holds (F33)', () => {
  it('is vacant since the end of its last mandate, whatever the order in which mandates were written', () => {
    expect(vacantSince([term('2020-07-05', '2026-04-01'), term('2026-04-01', '2026-11-16')], today)).toBe('2026-11-16');
    expect(vacantSince([term('2026-04-01', '2026-11-16'), term('2020-07-05', '2026-04-01')], today)).toBe('2026-11-16');
    // The end is the first day not held.
    expect(vacantSince([term('2026-04-01', '2026-11-23')], today)).toBe('2026-11-23');
    expect([vacantSince([], today), vacantSince([term('2026-12-01', null)], today), vacantSince([term('2026-04-01', '2026-11-24')], today)]).toEqual([null, null, null]);
  });

  it('asks nothing more once it is written down who takes it up', () => {
    expect(isFollowed([term('2026-04-01', '2026-11-16')], today)).toBe(false);
    expect(isFollowed([term('2026-04-01', '2026-11-16'), term('2026-11-24', null)], today)).toBe(true);
  });

  it('stops a chain on the later of two days: it emptied, the step came', () => {
    const [earlier, later] = [day('2026-11-10'), day('2026-11-16')];
    expect([stoppedOn(earlier, later), stoppedOn(later, earlier), stoppedOn(null, later), stoppedOn(earlier, null), stoppedOn(null, null)]).toEqual([later, later, later, earlier, null]);
  });
});
