import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays, addMonths, addYears, civilDate, civilDateOf, civilDateOfEpochDay, compareDates, daysBetween, daysInMonth,
  epochDayOf, fieldsOf, parseCivilDate, weekdayOf, yearOf,
} from './civil-date.js';

/** The oracle: JavaScript's own UTC calendar, which shares no line with ours. */
const oracle = {
  text: (epochDay: number) => new Date(epochDay * 86_400_000).toISOString().slice(0, 10),
  exists: (y: number, m: number, d: number) => {
    const date = new Date(Date.UTC(y, m - 1, d));
    return date.getUTCFullYear() === y && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  },
};
const first = Date.UTC(1900, 0, 1) / 86_400_000;
const last = Date.UTC(2200, 11, 31) / 86_400_000;
const days = fc.integer({ min: first, max: last });

describe('civil dates', () => {
  it('agree with the oracle on every day from 1900 to 2200', () => {
    const wrong: string[] = [];
    for (let day = first; day <= last; day += 1) {
      const text = oracle.text(day);
      const weekday = new Date(day * 86_400_000).getUTCDay() || 7;
      const date = civilDateOfEpochDay(day);
      if (date !== text || epochDayOf(date) !== day || weekdayOf(date) !== weekday) wrong.push(text);
    }
    expect(wrong).toEqual([]);
  });

  it.each(['2027-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '0000-01-01', '2026-1-1', '31/12/2026', '', '2026-12-31T00:00', ' 2026-12-31', '2026-12-31\n', '２０２６-12-31'])(
    'refuses %j', (text) => {
      expect(parseCivilDate(text)).toMatchObject({ refused: true, code: 'NO_SUCH_DATE' });
      expect(() => civilDate(text)).toThrow(RangeError);
    });

  it('cuts a very long text in its refusal, without a broken character', () => {
    const answer = parseCivilDate(`${'x'.repeat(39)}😀`.repeat(1000));
    expect(answer).toMatchObject({ refused: true, args: { text: `${'x'.repeat(39)}\ufffd` } });
  });

  it('exist exactly when the oracle says so', () => {
    fc.assert(fc.property(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), (y, m, d) => {
      const text = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
      expect(!parseCivilDate(text).refused).toBe(oracle.exists(y, m, d));
    }));
  });

  it('add and count days inversely, and order as time does', () => {
    fc.assert(fc.property(days, fc.integer({ min: -20_000, max: 20_000 }), (day, step) => {
      const from = civilDateOfEpochDay(day);
      const to = addDays(from, step);
      expect(to).toBe(oracle.text(day + step));
      expect(daysBetween(from, to)).toBe(step);
      expect(compareDates(from, to)).toBe(step === 0 ? 0 : step > 0 ? -1 : 1);
    }));
  });

  it('add months inside the target month: same day, or its last day', () => {
    fc.assert(fc.property(days, fc.integer({ min: -2_400, max: 2_400 }), (day, months) => {
      const from = civilDateOfEpochDay(day);
      const { year, month, day: wanted } = fieldsOf(from);
      const target = new Date(Date.UTC(year, month - 1 + months, 1));
      const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
      expect(addMonths(from, months)).toBe(civilDateOf(target.getUTCFullYear(), target.getUTCMonth() + 1, Math.min(wanted, lastDay)));
    }));
  });

  it('know the calendar traps by name', () => {
    expect(addMonths(civilDate('2027-01-31'), 1)).toBe('2027-02-28');
    expect(addMonths(civilDate('2028-01-31'), 1)).toBe('2028-02-29');
    expect(addMonths(civilDate('2026-12-31'), 2)).toBe('2027-02-28');
    expect(addMonths(civilDate('2026-01-31'), -2)).toBe('2025-11-30');
    expect(addYears(civilDate('2028-02-29'), 1)).toBe('2029-02-28');
    expect(addDays(civilDate('2000-02-28'), 1)).toBe('2000-02-29');
    expect(addDays(civilDate('2100-02-28'), 1)).toBe('2100-03-01');
    expect([daysInMonth(1900, 2), daysInMonth(2000, 2), daysInMonth(2200, 2)]).toEqual([28, 29, 28]);
    expect(weekdayOf(civilDate('2026-11-14'))).toBe(6);
    expect(yearOf(civilDate('2026-11-14'))).toBe(2026);
  });

  it('AT-12, its arithmetic: periods of three years, three months of notice from receipt', () => {
    const effect = civilDate('2023-04-10');
    expect([addYears(effect, 3), addYears(effect, 6)]).toEqual(['2026-04-10', '2029-04-10']);
    expect(addMonths(civilDate('2027-01-31'), 3)).toBe('2027-04-30');
  });

  it('stop at the ends of the calendar instead of inventing a day', () => {
    expect(() => addDays(civilDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(civilDate('0001-01-01'), -1)).toThrow(RangeError);
    expect(() => addDays(civilDate('2026-01-01'), 0.5)).toThrow(RangeError);
  });
});
