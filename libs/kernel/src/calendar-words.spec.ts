import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDate, civilDateOfEpochDay, fieldsOf } from './civil-date.js';
import { dateInDigits, dateInWords } from './calendar-words.js';
import { languages } from './language.js';

const saturday = civilDate('2026-11-14');

describe('dates in words', () => {
  it('are said in each language', () => {
    expect(dateInWords(saturday, 'fr')).toBe('samedi 14 novembre 2026');
    expect(dateInWords(saturday, 'ar')).toBe('السبت، 14 نونبر 2026');
    expect(dateInWords(civilDate('2026-12-31'), 'zgh')).toBe('ⴰⴽⵡⴰⵙ 31 ⴷⵓⵊⴰⵏⴱⵉⵔ 2026');
    expect(dateInWords(saturday, 'en')).toMatch(/^Saturday,? 14 November 2026$/);
  });

  it('are said in each length', () => {
    expect((['FULL', 'LONG', 'DAY', 'MONTH'] as const).map((words) => dateInWords(saturday, 'fr', words))).toEqual([
      'samedi 14 novembre 2026', '14 novembre 2026', 'samedi 14 novembre', 'novembre 2026',
    ]);
    expect((['LONG', 'DAY', 'MONTH'] as const).map((words) => dateInWords(saturday, 'zgh', words))).toEqual([
      '14 ⵏⵓⵡⴰⵏⴱⵉⵔ 2026', 'ⴰⵙⵉⴹⵢⴰⵙ 14 ⵏⵓⵡⴰⵏⴱⵉⵔ', 'ⵏⵓⵡⴰⵏⴱⵉⵔ 2026',
    ]);
  });

  it('say « 1er » in French, on the first only', () => {
    expect(dateInWords(civilDate('2026-11-01'), 'fr')).toBe('dimanche 1er novembre 2026');
    expect(dateInWords(civilDate('2026-11-11'), 'fr', 'LONG')).toBe('11 novembre 2026');
    expect(dateInWords(civilDate('2026-11-01'), 'ar', 'LONG')).toBe('1 نونبر 2026');
  });

  it('carry the very day and year, in every language', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 60_000 }).map(civilDateOfEpochDay), fc.constantFrom(...languages), (date, language) => {
      const { year, day } = fieldsOf(date);
      expect(dateInWords(date, language).match(/\d+/g)).toEqual([String(day), String(year)]);
    }));
  });

  it('our Tamazight is the one CLDR holds, every day of two years', () => {
    const cldr = new Intl.DateTimeFormat('zgh-MA', { dateStyle: 'full', timeZone: 'UTC' });
    const wrong: string[] = [];
    for (let day = 20_454; day < 21_184; day += 1) {
      const date = civilDateOfEpochDay(day);
      if (dateInWords(date, 'zgh') !== cldr.format(new Date(day * 86_400_000))) wrong.push(date);
    }
    expect(wrong).toEqual([]);
  });

  it('are also written in digits', () => {
    expect(dateInDigits(saturday)).toBe('14/11/2026');
  });
});
