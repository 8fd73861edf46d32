import { describe, expect, it } from '@jest/globals';
import { addDays, civilDate, type CivilDate } from '#kernel';
import moment from 'moment-timezone';
import { effectiveOn, lastNoticeDay, noticeEndsOn, periodOf, periodOn, type EffectEvent, type Term } from './life.js';

const day = civilDate;
const threeYears: Term = { months: 36, renewalMonths: 36, renewals: null };
const events = (visa: string | null): EffectEvent[] => [
  { kind: 'SIGNATURE', partyId: 'tiznit', on: day('2023-03-01') },
  { kind: 'SIGNATURE', partyId: 'villeneuve', on: day('2023-03-15') },
  { kind: 'PREFECTURE', partyId: 'villeneuve', on: day('2023-03-20') },
  { kind: 'FOREIGN_VISA', partyId: 'tiznit', on: visa === null ? null : day(visa) },
];

describe('AT-12: effect, period and notice', () => {
  it('takes effect at the last of its four events; not before', () => {
    expect(effectiveOn(events('2023-04-10'), 'LAST_EVENT')).toBe('2023-04-10');
    expect(effectiveOn(events(null), 'LAST_EVENT')).toBeNull();
    expect(effectiveOn(events('2023-04-10'), 'LAST_SIGNATURE')).toBe('2023-03-15');
    expect(effectiveOn([], 'LAST_EVENT')).toBeNull();
  });

  it('is renewed tacitly for three years', () => {
    expect(periodOf(day('2023-04-10'), threeYears, 2)).toEqual({ ordinal: 2, from: '2026-04-10', until: '2029-04-10' });
    expect(periodOn(day('2023-04-10'), threeYears, day('2026-04-09'))?.ordinal).toBe(1);
    expect(periodOn(day('2023-04-10'), threeYears, day('2026-04-10'))?.ordinal).toBe(2);
    expect(periodOn(day('2023-04-10'), { ...threeYears, renewals: 0 }, day('2026-04-10'))).toBeNull();
    expect(periodOn(day('2023-04-10'), threeYears, day('2023-04-09'))).toBeNull();
  });

  it('a notice received on 31 January 2027 ends it on 30 April 2027', () => {
    expect(noticeEndsOn(day('2027-01-31'), 3)).toBe('2027-04-30');
  });
});

/** Every day of four years, leap day included: any rule of calendar months meets all its cases. */
const fourYears = Array.from({ length: 1_461 }, (_, days): CivilDate => addDays(day('2023-03-01'), days));
/** An independent calendar: moment, which this room does not use. */
const later = (from: string, months: number): string => moment.utc(from).add(months, 'months').format('YYYY-MM-DD');

describe('over thirty years, against another calendar', () => {
  it('ten periods of three years, from each day of four years', () => {
    const wrong: string[] = [];
    for (const effect of fourYears) {
      for (let ordinal = 1; ordinal <= 10; ordinal += 1) {
        const period = periodOf(effect, threeYears, ordinal);
        if (period?.from !== later(effect, 36 * (ordinal - 1)) || period.until !== later(effect, 36 * ordinal)) wrong.push(`${effect} ${ordinal}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('periods follow one another without a gap or a day shared, whatever their lengths', () => {
    const wrong: string[] = [];
    for (const effect of fourYears.filter((_, index) => index % 7 === 0)) {
      for (const term of [threeYears, { months: 48, renewalMonths: 12, renewals: null }, { months: 1, renewalMonths: 1, renewals: null }]) {
        for (let ordinal = 1; ordinal < 30; ordinal += 1) {
          const [period, next] = [periodOf(effect, term, ordinal)!, periodOf(effect, term, ordinal + 1)!];
          if (next.from !== period.until || periodOn(effect, term, addDays(period.until, -1))?.ordinal !== ordinal) wrong.push(`${effect} ${term.months} ${ordinal}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('a notice of three calendar months from each day of thirty years', () => {
    const days = Array.from({ length: 10_958 }, (_, count) => addDays(day('2023-01-01'), count));
    expect(days.filter((received) => noticeEndsOn(received, 3) !== later(received, 3))).toEqual([]);
  });

  it('the last day for a notice is the last indeed', () => {
    const wrong = fourYears.filter((until) => {
      const last = lastNoticeDay({ ordinal: 1, from: day('2020-01-01'), until }, 3);
      return later(last, 3) > until || later(addDays(last, 1), 3) <= until;
    });
    expect(wrong).toEqual([]);
  });

  it('and months counted from the end before, not from the effect, would be seen', () => {
    const sliding = (effect: string): string => later(later(effect, 1), 1);
    expect(fourYears.filter((effect) => sliding(effect) !== periodOf(effect, { months: 1, renewalMonths: 1, renewals: null }, 2)?.until).length).toBeGreaterThan(0);
  });
});
