import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, civilDate, civilDateOfEpochDay, compareDates, daysBetween, weekdayOf } from './civil-date.js';
import { backPlan } from './deadline.js';
import { sendingInstant, type SendingKind } from './working-days-sending.js';
import {
  addWorkingDays, nextWorkingDay, previousWorkingDay, territoryOf, WorkCalendar, workingDaysBetween, workWeeksOf, type DayOverride,
} from './working-days.js';
import { VersionedZones } from './zone.js';

const zones = new VersionedZones();
const paris = territoryOf('FR', 'Europe/Paris');
const tiznit = territoryOf('MA', 'Africa/Casablanca');
const [french, moroccan] = [new WorkCalendar(paris), new WorkCalendar(tiznit)];
const day = civilDate;
const anyDay = fc.integer({ min: 19_723, max: 24_471 }).map(civilDateOfEpochDay);

describe('the campaign of the plan 2027 (C1.2)', () => {
  const campaign = backPlan(day('2026-12-31'), [120, 90, 75, 60, 45, 30, 15, 7, 3, 1, 0]);
  const shifted = new Map([[75, '2026-10-16'], [60, '2026-10-30']]);

  it.each([['French', french], ['Moroccan', moroccan]] as const)('keeps every day for a %s recipient but J-75 and J-60', (_, calendar) => {
    const sent = campaign.map(({ offset, date }) => [offset, sendingInstant({ date, kind: 'DEADLINE' }, calendar, zones).date]);
    expect(sent).toEqual(campaign.map(({ offset, date }) => [offset, shifted.get(offset) ?? date]));
  });

  it('leaves at 09:00 of each recipient, one hour apart after 20 September 2026, together before', () => {
    const at = (date: string, calendar: WorkCalendar) => sendingInstant({ date: day(date), kind: 'DEADLINE' }, calendar, zones).instant.toISOString();
    expect([at('2026-12-30', french), at('2026-12-30', moroccan)]).toEqual(['2026-12-30T08:00:00.000Z', '2026-12-30T09:00:00.000Z']);
    expect([at('2026-09-02', french), at('2026-09-02', moroccan)]).toEqual(['2026-09-02T07:00:00.000Z', '2026-09-02T08:00:00.000Z']);
  });

  it('pushes information forward where it pulls a deadline back', () => {
    const on = (kind: SendingKind, calendar: WorkCalendar) => sendingInstant({ date: day('2026-11-01'), kind }, calendar, zones).date;
    expect([on('DEADLINE', french), on('INFORMATION', french)]).toEqual(['2026-10-30', '2026-11-02']);
    expect([on('DEADLINE', moroccan), on('INFORMATION', moroccan)]).toEqual(['2026-10-30', '2026-11-02']);
  });
});

describe('AT-25', () => {
  it('AT-25 exceptional holiday Mon 28 Dec 2026 declared for Morocco only → the Moroccan J-3 reminders move to Fri 25 Dec, French ones stay on Mon 28; during Ramadan sent at 10:00 Moroccan time', () => {
    const declared: readonly DayOverride[] = [{ country: 'MA', date: day('2026-12-28'), kind: 'CLOSED' }];
    const [j3] = backPlan(day('2026-12-31'), [3]);
    const sent = [tiznit, paris].map((territory) => sendingInstant({ date: j3?.date ?? day('2026-01-01'), kind: 'DEADLINE' }, new WorkCalendar(territory, declared), zones));
    expect(sent).toEqual([
      { date: '2026-12-25', time: '09:00', instant: new Date('2026-12-25T09:00:00Z') },
      { date: '2026-12-28', time: '09:00', instant: new Date('2026-12-28T08:00:00Z') },
    ]);
    expect(sendingInstant({ date: day('2026-12-28'), kind: 'DEADLINE' }, moroccan, zones).date).toBe('2026-12-28');
    const inRamadan = [moroccan, french].map((calendar) => sendingInstant({ date: day('2027-02-15'), kind: 'DEADLINE' }, calendar, zones));
    expect(inRamadan).toEqual([
      { date: '2027-02-15', time: '10:00', instant: new Date('2027-02-15T10:00:00Z') },
      { date: '2027-02-15', time: '09:00', instant: new Date('2027-02-15T08:00:00Z') },
    ]);
  });

  it('takes the hour of the day it moved to, not of the day planned', () => {
    // Aïd al-Fitr 2027: planned on the feast, sent back on the last worked day of Ramadan.
    expect(sendingInstant({ date: day('2027-03-09'), kind: 'DEADLINE' }, moroccan, zones)).toMatchObject({ date: '2027-03-08', time: '10:00' });
    expect(sendingInstant({ date: day('2027-03-09'), kind: 'INFORMATION' }, moroccan, zones)).toMatchObject({ date: '2027-03-11', time: '09:00' });
  });
});

describe('working days', () => {
  it('follow a feast that fell a day later than predicted, once declared', () => {
    const declared: readonly DayOverride[] = [
      { country: 'MA', date: day('2027-03-09'), kind: 'OPEN' }, { country: 'MA', date: day('2027-03-11'), kind: 'CLOSED' },
    ];
    const calendar = new WorkCalendar(tiznit, declared);
    expect(['2027-03-09', '2027-03-10', '2027-03-11'].map((date) => calendar.isWorkingDay(day(date)))).toEqual([true, false, false]);
    expect(calendar.holidayOn(day('2027-03-09'))).toBeNull();
    expect(calendar.holidayOn(day('2027-03-10'))).toMatchObject({ name: 'AID_AL_FITR', predicted: true });
  });

  it('do not open a weekend because a holiday was lifted', () => {
    const calendar = new WorkCalendar(paris, [{ country: 'FR', date: day('2026-11-01'), kind: 'OPEN' }]);
    expect(calendar.isWorkingDay(day('2026-11-01'))).toBe(false);
  });

  it('follow the week of the territory', () => {
    const palestine = { country: 'PS', zone: 'Asia/Hebron', workWeek: workWeeksOf('PS')[1] ?? [] };
    const algiers = new WorkCalendar(territoryOf('DZ', 'Africa/Algiers'));
    const week = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'].map(day);
    expect(week.map((date) => algiers.isWorkingDay(date))).toEqual([true, false, false, true]);
    expect(week.map((date) => new WorkCalendar(palestine).isWorkingDay(date))).toEqual([true, false, true, true]);
    expect(workWeeksOf('__proto__')).toEqual([[1, 2, 3, 4, 5]]);
  });

  it('of both countries between All Saints and the Moroccan independence day', () => {
    const common = workingDaysBetween(day('2026-10-30'), day('2026-11-20'), [french, moroccan]);
    expect(common).toEqual([
      '2026-10-30', '2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-09', '2026-11-10', '2026-11-12', '2026-11-13',
      '2026-11-16', '2026-11-17', '2026-11-19',
    ]);
    expect(workingDaysBetween(day('2026-11-20'), day('2026-11-20'), [french])).toEqual([]);
    expect(addWorkingDays(day('2026-11-05'), 5, [french, moroccan])).toBe('2026-11-16');
    expect(addWorkingDays(day('2026-11-05'), 5, [french])).toBe('2026-11-13');
    expect(() => addWorkingDays(day('2026-11-05'), 0, [french])).toThrow(RangeError);
  });

  it('stay on a worked day, and otherwise find the nearest one on the side asked', () => {
    const naive = (calendar: WorkCalendar, from: string, to: string) => workingDaysBetween(day(from), day(to), [calendar]);
    fc.assert(fc.property(anyDay, fc.constantFrom(french, moroccan), (date, calendar) => {
      const [before, after] = [previousWorkingDay(date, calendar), nextWorkingDay(date, calendar)];
      expect([calendar.isWorkingDay(before), calendar.isWorkingDay(after)]).toEqual([true, true]);
      expect(compareDates(before, date) <= 0 && compareDates(date, after) <= 0).toBe(true);
      expect(naive(calendar, addDays(before, 1), after)).toEqual([]);
      expect(weekdayOf(before) <= 5 && weekdayOf(after) <= 5).toBe(true);
    }));
  });

  it('count as adding them does', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (date, count) => {
      const end = addWorkingDays(date, count, [french, moroccan]);
      expect(workingDaysBetween(addDays(date, 1), addDays(end, 1), [french, moroccan])).toHaveLength(count);
      expect(daysBetween(date, end)).toBeGreaterThanOrEqual(count);
    }));
  });

  it('say so when nobody ever works', () => {
    const nobody = new WorkCalendar({ ...paris, workWeek: [] });
    expect(() => nextWorkingDay(day('2026-01-01'), nobody)).toThrow(RangeError);
  });
});
