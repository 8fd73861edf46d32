import { describe, expect, it } from '@jest/globals';
import { changesOf, readFacts, type PartyFacts, type PartyFactsWish } from './party-facts.js';

const wish: PartyFactsWish = { presidentTitle: 'Président', presidentTitleAr: 'رئيس', currency: 'mad', population: 74_699, populationYear: 2014, networks: ['CGLU'] };
const facts = (more: Partial<PartyFactsWish> = {}, country = 'MA'): PartyFacts => {
  const read = readFacts({ ...wish, ...more }, country);
  if (read.refused) throw new Error(read.code);
  return read.value;
};

describe('a party’s facts', () => {
  it('are read whole: what is left out is not known', () => {
    expect(facts()).toEqual({
      presidentTitle: 'Président', presidentTitleAr: 'رئيس', currency: 'MAD', hierarchy: '', workWeek: null, closedDays: [], workedDays: [], contact: null, siren: null, networks: ['CGLU'],
      authorityNote: null, authoritySource: null, supervision: null, population: 74_699, populationYear: 2014, populationApproximate: false,
    });
  });

  it('put the days of a week in order, each once', () => {
    expect(facts({ workWeek: [7, 1, 2, 3, 4, 4] }).workWeek).toEqual([1, 2, 3, 4, 7]);
    expect(facts({ workWeek: [] }).workWeek).toBeNull();
  });

  it('put declared days in order, each once, and leave out what is blank', () => {
    expect(facts({ closedDays: ['2027-03-10', '', ' 2026-12-28 ', '2027-03-10'], workedDays: ['2026-11-18'] })).toMatchObject({ closedDays: ['2026-12-28', '2027-03-10'], workedDays: ['2026-11-18'] });
  });

  it.each([
    [{ closedDays: ['2026-02-30'] }, 'DECLARED_DAY_UNREADABLE'], [{ workedDays: ['demain'] }, 'DECLARED_DAY_UNREADABLE'], [{ closedDays: ['2026-12-28'], workedDays: ['2026-12-28'] }, 'DAY_DECLARED_TWICE'],
    [{ closedDays: Array.from({ length: 101 }, (_, index) => `2${String(index).padStart(3, '0')}-01-01`) }, 'DAYS_TOO_MANY'],
    [{ workWeek: [0, 1] }, 'WORK_WEEK_UNREADABLE'], [{ workWeek: [1.5] }, 'WORK_WEEK_UNREADABLE'], [{ currency: 'DH' }, 'CURRENCY_UNREADABLE'], [{ presidentTitle: ' ' }, 'LINE_BLANK'],
    [{ contact: 'x'.repeat(161) }, 'LINE_TOO_LONG'], [{ siren: '219200789' }, 'SIREN_IS_FRENCH'], [{ populationYear: 14 }, 'POPULATION_YEAR_UNREADABLE'],
  ] as const)('refuse %j', (more, code) => {
    expect(readFacts({ ...wish, ...more }, 'MA')).toMatchObject({ refused: true, code, source: code.startsWith('LINE') ? null : { kind: 'PRODUCT_DEFAULT' } });
  });

  it('tell what changed, before and after, and nothing of what did not', () => {
    expect(changesOf(facts(), facts({ population: 80_000, populationApproximate: true, workWeek: [1, 2], networks: ['CGLU', 'AIMF'], contact: 'Service des relations internationales' }))).toEqual([
      { fact: 'contact', before: '', after: 'Service des relations internationales' },
      { fact: 'population', before: '74699', after: '80000' },
      { fact: 'populationApproximate', before: 'false', after: 'true' },
      { fact: 'networks', before: 'CGLU', after: 'CGLU ; AIMF' },
      { fact: 'workWeek', before: '', after: '1 ; 2' },
    ]);
    expect(changesOf(facts(), facts())).toEqual([]);
  });
});
