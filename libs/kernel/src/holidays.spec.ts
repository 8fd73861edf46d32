import { describe, expect, it } from '@jest/globals';
import { addDays, civilDate, daysBetween, yearOf, type CivilDate } from './civil-date.js';
import { easterSunday, holidayCoverage, holidaysOf } from './holidays.js';
import { hijriFeastsOf, hijriTable, isRamadan } from './holidays-hijri.js';

/** Gauss's rule with its century terms: another road to the same Sunday. */
const gaussEaster = (year: number): CivilDate => {
  const k = Math.floor(year / 100);
  const m = (15 + k - Math.floor((8 * k + 13) / 25) - Math.floor(k / 4)) % 30;
  const d = (19 * (year % 19) + m) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + ((4 + k - Math.floor(k / 4)) % 7)) % 7;
  const late = d === 29 && e === 6 ? 7 : d === 28 && e === 6 && (11 * m + 11) % 30 < 19 ? 7 : 0;
  return addDays(civilDate(`${year}-03-22`), d + e - late);
};

describe('Easter', () => {
  it('agrees with Gauss’s rule from 1900 to 2200', () => {
    const wrong = Array.from({ length: 301 }, (_, index) => 1900 + index).filter((year) => easterSunday(year) !== gaussEaster(year));
    expect(wrong).toEqual([]);
  });

  it('falls on the Sundays the almanac prints', () => {
    expect([2024, 2025, 2026, 2027, 2038, 2049].map(easterSunday)).toEqual(['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25', '2049-04-18']);
  });
});

describe('public holidays', () => {
  it('of France in 2026', () => {
    expect(holidaysOf('FR', 2026).map(({ date, name }) => `${date} ${name}`)).toEqual([
      '2026-01-01 NEW_YEAR', '2026-04-06 EASTER_MONDAY', '2026-05-01 LABOUR_DAY', '2026-05-08 VICTORY_1945', '2026-05-14 ASCENSION',
      '2026-05-25 WHIT_MONDAY', '2026-07-14 BASTILLE_DAY', '2026-08-15 ASSUMPTION', '2026-11-01 ALL_SAINTS', '2026-11-11 ARMISTICE_1918', '2026-12-25 CHRISTMAS',
    ]);
  });

  it('of Morocco in 2027: eleven fixed, seven predicted', () => {
    const list = holidaysOf('MA', 2027);
    expect(list.filter(({ predicted }) => !predicted).map(({ date }) => date.slice(5))).toEqual([
      '01-01', '01-11', '01-14', '05-01', '07-30', '08-14', '08-20', '08-21', '10-31', '11-06', '11-18',
    ]);
    expect(list.filter(({ predicted }) => predicted).map(({ date, name }) => `${date} ${name}`)).toEqual([
      '2027-03-09 AID_AL_FITR', '2027-03-10 AID_AL_FITR', '2027-05-16 AID_AL_ADHA', '2027-05-17 AID_AL_ADHA',
      '2027-06-06 HIJRI_NEW_YEAR', '2027-08-14 MAWLID', '2027-08-15 MAWLID',
    ]);
  });

  it('start the year they were instituted', () => {
    const has = (year: number, day: string) => holidaysOf('MA', year).some(({ date }) => date === `${year}-${day}`);
    expect([has(2023, '01-14'), has(2024, '01-14'), has(2024, '10-31'), has(2025, '10-31')]).toEqual([false, true, false, true]);
  });

  it('say what is complete, predicted, cut or unknown', () => {
    expect([holidayCoverage('FR', 2050), holidayCoverage('MA', 2036), holidayCoverage('MA', 2037), holidayCoverage('PS', 2027)]).toEqual([
      'COMPLETE', 'PREDICTED', 'FIXED_ONLY', 'UNKNOWN',
    ]);
    expect(holidaysOf('MA', 2037)).toHaveLength(11);
    expect(holidaysOf('PS', 2027)).toEqual([]);
  });
});

describe('the predicted Hijri table', () => {
  const hijri = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });
  const hijriDay = (date: CivilDate) => {
    const parts = Object.fromEntries(hijri.formatToParts(new Date(`${date}T12:00Z`)).map(({ type, value }) => [type, value]));
    return `${parts['month']}/${parts['day']}`;
  };
  const feasts: Readonly<Record<string, string>> = {
    '1/1': 'HIJRI_NEW_YEAR', '3/12': 'MAWLID', '3/13': 'MAWLID', '10/1': 'AID_AL_FITR', '10/2': 'AID_AL_FITR', '12/10': 'AID_AL_ADHA', '12/11': 'AID_AL_ADHA',
  };

  it('holds exactly the calendar it was written from, every day of every year it covers', () => {
    const written = new Set<string>();
    for (let year = hijriTable.firstYear; year <= hijriTable.lastYear; year += 1) hijriFeastsOf(year).forEach(({ name, date }) => written.add(`${date} ${name}`));
    const expected = new Set<string>();
    const wrong: string[] = [];
    for (let day = civilDate('2024-01-01'); yearOf(day) <= hijriTable.lastYear; day = addDays(day, 1)) {
      const name = feasts[hijriDay(day)];
      if (name) expected.add(`${day} ${name}`);
      if (isRamadan(day) !== hijriDay(day).startsWith('9/')) wrong.push(day);
    }
    expect(wrong).toEqual([]);
    expect([...written].sort()).toEqual([...expected].sort());
  });

  it.each([['2024-04-10', 'AID_AL_FITR'], ['2024-06-17', 'AID_AL_ADHA'], ['2025-03-31', 'AID_AL_FITR'], ['2025-06-07', 'AID_AL_ADHA']])(
    'is at most one day early on the feast Morocco really kept on %s', (kept, name) => {
      const date = civilDate(kept);
      const first = hijriFeastsOf(yearOf(date)).find((feast) => feast.name === name);
      const late = first ? daysBetween(first.date, date) : Number.NaN;
      expect([0, 1]).toContain(late);
    });

  it('knows no Ramadan and no feast outside its years', () => {
    expect([isRamadan(civilDate('2023-04-01')), isRamadan(civilDate('2038-10-10')), isRamadan(civilDate('2027-02-08')), isRamadan(civilDate('2027-03-09'))]).toEqual([false, false, true, false]);
    expect(hijriFeastsOf(2037)).toEqual([]);
  });
});
