import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, civilDate, territoryOf, WorkCalendar, type CivilDate } from '#kernel';
import { dayInRhythm } from './rhythm.js';

const paris = new WorkCalendar(territoryOf('FR', 'Europe/Paris'), []);
const weekly = (date: string, kind: 'DEADLINE' | 'INFORMATION' = 'DEADLINE'): CivilDate => dayInRhythm('WEEKLY', { date: civilDate(date), kind }, paris);

describe('the rhythm of one’s reminders', () => {
  it('a week’s mail leaves on the first day worked of its week, with that week’s deadlines', () => {
    expect([weekly('2026-12-30'), weekly('2026-12-28'), weekly('2026-12-24')]).toEqual(['2026-12-28', '2026-12-28', '2026-12-21']);
    // Easter Monday: the week opens on Tuesday.
    expect([weekly('2027-04-01'), weekly('2027-03-30')]).toEqual(['2027-03-30', '2027-03-30']);
  });

  it('news waits for the week to come; a day or an hour changes nothing', () => {
    expect([weekly('2027-01-07', 'INFORMATION'), weekly('2027-01-04', 'INFORMATION')]).toEqual(['2027-01-11', '2027-01-04']);
    expect(dayInRhythm('DAILY', { date: civilDate('2026-12-30'), kind: 'DEADLINE' }, paris)).toBe('2026-12-30');
  });

  it('never brings a deadline later than planned, nor more than six days earlier', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), (days) => {
        const planned = addDays(civilDate('2026-01-01'), days);
        if (!paris.isWorkingDay(planned)) return;
        const on = dayInRhythm('WEEKLY', { date: planned, kind: 'DEADLINE' }, paris);
        expect(on <= planned && addDays(on, 6) >= planned && paris.isWorkingDay(on)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
