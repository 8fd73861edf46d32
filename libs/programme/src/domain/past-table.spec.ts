import { describe, expect, it } from '@jest/globals';
import { hasPhrase } from '#phrases';
import { folded, type OfficeWords } from './office-cells.js';
import { pastTable, wholePastTable, type PastColumn, type PastProject } from './past-table.js';
import { gridOf } from './table-text.js';

const heads = new Map<string, PastColumn>(
  (Object.entries({ Titre: 'title', Années: 'years', Début: 'startsYear', Fin: 'endsYear', Lieu: 'place', Domaine: 'domain', Montant: 'amount', Devise: 'currency', Source: 'source' }) as [string, PastColumn][]).map(([head, column]) => [folded(head), column]),
);
const words = { currencies: new Map([['€', 'EUR']]) } as unknown as OfficeWords;
const judged = (text: string, known: readonly PastProject[] = []) => pastTable({ grid: gridOf(text), heads, words, known, thisYear: 2026 });
const first = judged('Titre\tAnnées\tLieu\tMontant\tDevise\nÉcole de foot\t2004-2007\tTulkarem\t12 500,50\tEUR\nStation\t2011\tJénine\t\t\n');

describe('a table of past projects', () => {
  it('is read with French years and amounts, each line once', () => {
    expect(first.faults).toEqual([]);
    expect(first.lines.map(({ line, project: { title, startsYear, endsYear, amountMinor, currency } }) => [line, title, startsYear, endsYear, amountMinor, currency])).toEqual([
      [2, 'École de foot', 2004, 2007, '1250050', 'EUR'],
      [3, 'Station', 2011, 2011, null, null],
    ]);
  });

  it('with bad lines takes nothing and names each line and column, with a sentence for each', () => {
    const bad = judged('Titre\tDébut\tFin\tMontant\tDevise\nBon\t2004\t2005\t1\tEUR\n\t2004\t\t\t\nEau\tvers 2004\t\t\t\nStade\t2009\t2007\t\t\nForum\t2031\t\t\t\nPuits\t2010\t\tbeaucoup\tEUR\nBon\t2004\t\t\t');
    expect(bad.lines).toEqual([]);
    expect(bad.faults.map(({ line, column, refusal }) => [line, column, refusal.code])).toEqual([
      [3, 'Titre', 'BLANK_TEXT'],
      [4, 'Début', 'PAST_YEAR_UNREADABLE'],
      [5, 'Fin', 'PAST_YEARS_BACKWARD'],
      [6, 'Début', 'PAST_YEAR_OUT'],
      [7, 'Montant', 'NOT_AN_AMOUNT'],
      [8, 'Titre', 'PAST_TWICE'],
    ]);
    expect(wholePastTable(bad)).toMatchObject({ refused: true, code: 'TABLE_HAS_FAULTS', args: { count: 6, line: '3' } });
    for (const { refusal } of bad.faults) expect(hasPhrase(`refusal.${refusal.code}`)).toBe(true);
  });

  it('drops no column in silence, and needs titles and years', () => {
    expect(judged('Titre\tAnnées\tCouleur\nx\t2004\tbleu').faults.map(({ column, refusal }) => [column, refusal.code])).toEqual([['Couleur', 'PAST_HEAD_UNKNOWN']]);
    expect(judged('Lieu\nici').faults.map(({ refusal }) => refusal.code)).toEqual(['PAST_HEAD_MISSING', 'PAST_HEAD_MISSING']);
  });

  it('leaves what is known alone, and refuses the same project in other words', () => {
    const known = first.lines.map(({ project }) => project);
    expect(judged('Titre\tAnnées\tLieu\nStation\t2011\tJénine\nForum\t2012\tCréteil', known)).toMatchObject({ faults: [], unchanged: 1, lines: [{ line: 3 }] });
    expect(judged('Titre\tAnnées\tLieu\nStation\t2011-2013\tJénine', known).faults.map(({ refusal }) => refusal.code)).toEqual(['PAST_KNOWN']);
    expect(judged('Titre\tAnnées\tLieu\nStation\t2011\tJénine', known).faults.map(({ refusal }) => refusal.code)).toEqual(['PAST_NOTHING_NEW']);
  });
});
