import { describe, expect, it } from '@jest/globals';
import { territoryOf, WorkCalendar, type CivilDate } from '#kernel';
import { daysOff, ramadanIn, sharedHolidays } from './year-calendar.js';

const parties = [
  { shortName: 'Villeneuve-la-Garenne', calendar: new WorkCalendar(territoryOf('FR', 'Europe/Paris')) },
  { shortName: 'Tiznit', calendar: new WorkCalendar(territoryOf('MA', 'Africa/Casablanca')) },
];
const off = (day: string) => daysOff(day as CivilDate, parties);

describe('the year’s days off', () => {
  it('name the countries that keep them, in order, once each', () => {
    const days = sharedHolidays(['FR', 'MA', 'FR'], 2027);
    expect(days[0]).toEqual({ date: '2027-01-01', name: 'NEW_YEAR', countries: ['FR', 'MA'], predicted: false });
    expect(days.filter(({ name }) => name === 'LABOUR_DAY')).toEqual([{ date: '2027-05-01', name: 'LABOUR_DAY', countries: ['FR', 'MA'], predicted: false }]);
    expect(days.filter(({ countries }) => countries.includes('FR'))).toHaveLength(11);
    expect(days.map(({ date }) => date)).toEqual(days.map(({ date }) => date).sort());
  });

  it('say which the moon may move: the Moroccan ones of the Hijri year, no French one', () => {
    const moon = sharedHolidays(['FR', 'MA'], 2027).filter(({ predicted }) => predicted);
    expect(moon.map(({ date, name }) => `${date} ${name}`)).toEqual(['2027-03-09 AID_AL_FITR', '2027-03-10 AID_AL_FITR', '2027-05-16 AID_AL_ADHA', '2027-05-17 AID_AL_ADHA', '2027-06-06 HIJRI_NEW_YEAR', '2027-08-14 MAWLID', '2027-08-15 MAWLID']);
    expect(moon.every(({ countries }) => countries.join() === 'MA')).toBe(true);
    expect(sharedHolidays(['SN'], 2027)).toEqual([]);
  });

  it('Ramadan is a stretch of days; two of them in 2030; none where the table ends', () => {
    expect(ramadanIn(2027)).toEqual([{ from: '2027-02-08', to: '2027-03-08' }]);
    expect(ramadanIn(2030).map(({ from }) => from)).toEqual(['2030-01-05', '2030-12-26']);
    expect(ramadanIn(2060)).toEqual([]);
  });
});

describe('a start that finds somebody away', () => {
  it('names the holiday and its countries, or the parties of a day off, and nothing on a day worked everywhere', () => {
    expect(off('2027-01-11')).toEqual([{ holiday: 'INDEPENDENCE_MANIFESTO', countries: ['MA'], parties: ['Tiznit'] }]);
    expect(off('2027-01-12')).toEqual([]);
    expect(off('2027-01-09')).toEqual([{ holiday: null, countries: ['FR', 'MA'], parties: ['Villeneuve-la-Garenne', 'Tiznit'] }]);
    expect(off('2027-05-01')).toEqual([{ holiday: 'LABOUR_DAY', countries: ['FR', 'MA'], parties: ['Villeneuve-la-Garenne', 'Tiznit'] }]);
  });

  it('two reasons are two lines: Assumption Sunday in France is Mawlid in Morocco', () => {
    expect(off('2027-08-15').map(({ holiday, parties: away }) => [holiday, away])).toEqual([['ASSUMPTION', ['Villeneuve-la-Garenne']], ['MAWLID', ['Tiznit']]]);
  });
});
