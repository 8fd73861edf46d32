import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDate, weekdayOf } from './civil-date.js';
import { backPlan, isOnTime, planDeadline, type PlanDeadlineRule } from './deadline.js';
import { VersionedZones } from './zone.js';
import { shippedZoneSource } from './zone-data.js';

const zones = new VersionedZones();
const strict: PlanDeadlineRule = { year: 2027, day: '12-31', inclusive: false, event: 'ADOPTION', zoneRule: 'EARLIEST' };
const both = ['Africa/Casablanca', 'Europe/Paris'];
const tiznitOnly = ['Africa/Casablanca'];
const paris = (date: string, time: string) => zones.instantOf(civilDate(date), time, 'Europe/Paris');

describe('the plan deadline', () => {
  it('AT-07 adoption 30 Dec 23:59 Paris → on time; 31 Dec 00:30 Paris → late (strict); INCLUSIVE → on time until 31 Dec 23:59', () => {
    const deadline = planDeadline(strict, both, zones);
    expect(deadline.lastValidDay).toBe('2026-12-30');
    expect(isOnTime(paris('2026-12-30', '23:59'), deadline)).toBe(true);
    expect(isOnTime(paris('2026-12-31', '00:30'), deadline)).toBe(false);
    const inclusive = planDeadline({ ...strict, inclusive: true }, both, zones);
    expect(inclusive.lastValidDay).toBe('2026-12-31');
    expect(isOnTime(paris('2026-12-31', '00:30'), inclusive)).toBe(true);
    expect(isOnTime(paris('2026-12-31', '23:59'), inclusive)).toBe(true);
    expect(isOnTime(paris('2027-01-01', '00:00'), inclusive)).toBe(false);
  });

  const at08 = () => {
    const fresh = new VersionedZones();
    const plan2026 = { ...strict, year: 2026 };
    const [adopted2026, adopted2025] = [new Date('2026-12-30T23:30:00Z'), new Date('2025-12-30T23:30:00Z')];
    return {
      paris: fresh.civilAt(adopted2026, 'Europe/Paris'),
      tiznit: fresh.civilAt(adopted2026, 'Africa/Casablanca'),
      earliest: isOnTime(adopted2026, planDeadline(strict, both, fresh)),
      tiznitOnly: isOnTime(adopted2026, planDeadline(strict, tiznitOnly, fresh)),
      yearBefore: both.map((zone) => fresh.civilAt(adopted2025, zone)),
      yearBeforeOnTime: [both, tiznitOnly].map((set) => isOnTime(adopted2025, planDeadline(plan2026, set, fresh))),
    };
  };
  const truth = {
    paris: { date: '2026-12-31', time: '00:30' },
    tiznit: { date: '2026-12-30', time: '23:30' },
    earliest: false,
    tiznitOnly: true,
    yearBefore: [{ date: '2025-12-31', time: '00:30' }, { date: '2025-12-31', time: '00:30' }],
    yearBeforeOnTime: [false, false],
  };

  it('AT-08 adoption at 2026-12-30T23:30Z → late under earliest-zone rule, on time for a partnership whose only zone is Tiznit’s; same UTC hour on 2025-12-30 → 31 Dec 00:30 in both', () => {
    expect(at08()).toEqual(truth);
  });

  it('AT-08 the answers do not change when the machine’s own zone data are stale', () => {
    const kept = { format: Intl.DateTimeFormat, offset: Date.prototype.getTimezoneOffset };
    try {
      Reflect.set(Intl, 'DateTimeFormat', () => { throw new Error('the machine was asked'); });
      Date.prototype.getTimezoneOffset = () => -60;
      expect(at08()).toEqual(truth);
    } finally {
      Reflect.set(Intl, 'DateTimeFormat', kept.format);
      Date.prototype.getTimezoneOffset = kept.offset;
    }
  });

  it('AT-08 would fail on stale data of ours: planted, Morocco at UTC+1 for good', () => {
    const stale = new VersionedZones({ version: '2025c', find: (zone) => (zone === 'Africa/Casablanca' ? { untils: [Infinity], offsets: [60] } : shippedZoneSource.find(zone)) });
    expect(isOnTime(new Date('2026-12-30T23:30:00Z'), planDeadline(strict, tiznitOnly, stale))).toBe(false);
  });

  it('names the instant, the zone and the data it was computed with', () => {
    expect(planDeadline(strict, both, zones)).toMatchObject({ day: '2026-12-31', closesAt: new Date('2026-12-30T23:00:00Z'), decisiveZone: 'Europe/Paris', dataVersion: '2026f' });
    const latest = planDeadline({ ...strict, zoneRule: 'LATEST' }, both, zones);
    expect(latest).toMatchObject({ closesAt: new Date('2026-12-31T00:00:00Z'), decisiveZone: 'Africa/Casablanca' });
  });

  it('is the same whatever the order of the parties, and no party’s 31 December is ever on time when strict', () => {
    const set = fc.uniqueArray(fc.constantFrom(...both, 'Asia/Hebron', 'Africa/Algiers', 'Africa/Bamako', 'America/Martinique'), { minLength: 1 });
    fc.assert(fc.property(set, fc.integer({ min: 2020, max: 2037 }), (names, year) => {
      const deadline = planDeadline({ ...strict, year }, names, zones);
      expect(planDeadline({ ...strict, year }, [...names].reverse(), zones).closesAt).toEqual(deadline.closesAt);
      for (const zone of names) expect(isOnTime(zones.instantOf(deadline.day, '00:00', zone), deadline)).toBe(false);
      expect(isOnTime(new Date(deadline.closesAt.getTime() - 1), deadline)).toBe(true);
    }));
  });

  it('refuses to be computed for nobody, an unknown zone or a day that does not exist', () => {
    expect(() => planDeadline(strict, [], zones)).toThrow(RangeError);
    expect(() => planDeadline(strict, ['Africa/Tiznit'], zones)).toThrow(RangeError);
    expect(() => planDeadline({ ...strict, day: '02-29', year: 2028 }, both, zones)).toThrow(RangeError);
    expect(() => isOnTime(new Date(Number.NaN), planDeadline(strict, both, zones))).toThrow(RangeError);
  });
});

describe('the back plan', () => {
  it('gives the civil days of the plan 2027 (C1.2)', () => {
    const days = backPlan(civilDate('2026-12-31'), [120, 90, 75, 60, 45, 30, 15, 7, 3, 1, 0]);
    expect(days.map(({ offset, date }) => [offset, date, weekdayOf(date)])).toEqual([
      [120, '2026-09-02', 3], [90, '2026-10-02', 5], [75, '2026-10-17', 6], [60, '2026-11-01', 7], [45, '2026-11-16', 1],
      [30, '2026-12-01', 2], [15, '2026-12-16', 3], [7, '2026-12-24', 4], [3, '2026-12-28', 1], [1, '2026-12-30', 3], [0, '2026-12-31', 4],
    ]);
  });

  it('goes on after the deadline and crosses a leap day', () => {
    expect(backPlan(civilDate('2026-12-31'), [-1, -7])).toEqual([{ offset: -1, date: '2027-01-01' }, { offset: -7, date: '2027-01-07' }]);
    expect(backPlan(civilDate('2028-03-01'), [1])).toEqual([{ offset: 1, date: '2028-02-29' }]);
  });
});
