import { describe, expect, it } from '@jest/globals';
import { dayAfter, nextYearEnd } from '../../apps/web/src/features/demo/clock-days.js';

describe('the jumps of the demo’s clock', () => {
  it.each([
    ['2026-11-22', 1, '2026-11-23'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    // The night when clocks move in Paris (29 March 2026) and in Casablanca (Ramadan 2026) has a day after it, like any other.
    ['2026-03-28', 1, '2026-03-29'],
    ['2026-03-29', 7, '2026-04-05'],
  ] as const)('%s and %i days is %s', (from, days, expected) => {
    expect(dayAfter(from, days)).toBe(expected);
  });

  it.each([
    ['2026-11-22', '2026-12-28'],
    ['2026-12-27', '2026-12-28'],
    ['2026-12-28', '2027-12-28'],
    ['2027-01-01', '2027-12-28'],
  ] as const)('from %s the next 28 December is %s, always ahead', (from, expected) => {
    expect(nextYearEnd(from)).toBe(expected);
    expect(nextYearEnd(from) > from).toBe(true);
  });
});
