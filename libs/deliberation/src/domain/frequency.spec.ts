import { describe, expect, it } from '@jest/globals';
import { civilDate, type CivilDate } from '#kernel';
import { isMeetingOwed, nextMeetingBy } from './frequency.js';

const days = (...list: string[]): CivilDate[] => list.map((day) => civilDate(day));

describe('how often the committee meets', () => {
  it.each([
    ['ONCE_PER_CIVIL_YEAR', '2027-12-31'],
    ['ONCE_PER_TWO_CIVIL_YEARS', '2028-12-31'],
  ] as const)('%s: after a meeting in 2026, the next by %s', (frequency, by) => {
    expect(nextMeetingBy(frequency, { heldOn: days('2025-03-01', '2026-02-03'), since: 2024 })).toBe(by);
    expect(nextMeetingBy(frequency, { heldOn: [], since: 2026 })).toBe(by);
  });

  it('asks nobody in the off year, and somebody in the year that owes one', () => {
    const by = nextMeetingBy('ONCE_PER_TWO_CIVIL_YEARS', { heldOn: days('2026-06-15'), since: 2020 });
    const owed = (today: string, ...ahead: string[]): boolean => isMeetingOwed(by, { today: civilDate(today), ahead: days(...ahead) });
    expect([owed('2027-01-01'), owed('2027-12-31'), owed('2028-01-01'), owed('2029-02-01')]).toEqual([false, false, true, true]);
    expect([owed('2028-03-01', '2028-11-01'), owed('2028-03-01', '2029-01-10'), owed('2029-01-05', '2029-01-10'), owed('2028-03-01', '2028-02-01')]).toEqual([false, true, false, true]);
  });

  it('planted: a yearly committee would be asked in that very off year', () => {
    const yearly = nextMeetingBy('ONCE_PER_CIVIL_YEAR', { heldOn: days('2026-06-15'), since: 2020 });
    expect(isMeetingOwed(yearly, { today: civilDate('2027-01-01'), ahead: [] })).toBe(true);
  });
});
