import { currencies, type Currency, type Language } from '#kernel';
import { say, type PhraseKey, type PhraseValues } from '#phrases';
import { folded, numbered, type FactName, type ListColumn, type OfficeWords, type Place } from '../domain/office-cells.js';
import { budgetKinds, sectionNames, sheetKinds } from '../domain/sheet.js';
import type { Programme } from './programme.reader.js';

/** Languages that a file may be written in. */
export const printedLanguages = ['fr', 'ar'] as const;
export type PrintedLanguage = (typeof printedLanguages)[number];

export const factNames = ['title', 'kind', 'axis', 'lead', 'outsideAxesReason', 'startsOn', 'endsOn', 'year', 'author', 'state', 'retained'] as const satisfies readonly FactName[];
export const indicatorColumns = ['label', 'method', 'responsible', 'total'] as const;
export const budgetColumns = ['label', 'payer', 'funder', 'kind', 'amount', 'currency'] as const;

/** Every word a sentence of `sheetFile` gives for one thing; the first is the one we print. */
const wordsOf = (language: Language, key: PhraseKey, values: PhraseValues = {}): string[] => say(language, key, values).split('|').map((word) => word.trim());
export const printedWord = (language: Language, key: PhraseKey, values: PhraseValues = {}): string => wordsOf(language, key, values)[0] ?? '';

/** The head of a transversal axis's answer. */
export const transversalHead = (language: Language, { number, title }: { number: string; title: string }): string => `${say(language, 'sheetFile.transversal', { number })} : ${title}`;

/** A list of words and what they mean, the first meaning of a word being kept. */
class Dictionary<Meaning> extends Map<string, Meaning> {
  add(words: readonly string[], meaning: Meaning): void {
    for (const word of words) if (folded(word) !== '' && !this.has(folded(word))) this.set(folded(word), meaning);
  }
}

function placesOf({ axes }: Programme): Dictionary<Place> {
  const places = new Dictionary<Place>();
  for (const language of printedLanguages) {
    for (const name of factNames) places.add(wordsOf(language, `sheetFile.place.${name}`), { at: 'fact', name });
    for (const name of sectionNames) places.add(wordsOf(language, `sheetFile.place.${name}`), { at: 'section', name });
    for (const name of ['indicators', 'budget'] as const) places.add(wordsOf(language, `sheetFile.place.${name}`), { at: 'list', name });
    for (const axis of axes) {
      if (axis.kind === 'TRANSVERSAL') places.add([transversalHead(language, axis), say(language, 'sheetFile.transversal', { number: axis.number }), axis.title, `${axis.number}. ${axis.title}`], { at: 'transversal', axisId: axis.id });
    }
  }
  return places;
}

function columnsOf({ parties }: Programme): Dictionary<ListColumn> {
  const columns = new Dictionary<ListColumn>();
  for (const language of printedLanguages) {
    for (const name of indicatorColumns) columns.add(wordsOf(language, `sheetFile.indicators.${name}`), { of: 'indicators', name });
    for (const name of budgetColumns) columns.add(wordsOf(language, `sheetFile.budget.${name}`), { of: 'budget', name });
    columns.add(wordsOf(language, 'sheetFile.budget.rate'), { of: 'printed', name: 'rate' });
    for (const currency of currencies) columns.add(wordsOf(language, 'sheetFile.budget.converted', { currency }), { of: 'printed', name: `converted ${currency}` });
    for (const { id, shortName } of parties) columns.add(wordsOf(language, 'sheetFile.indicators.target', { party: shortName.replaceAll('|', ' ') }), { of: 'indicators', name: 'target', partyId: id });
  }
  return columns;
}

function meanings<Word extends string>(all: readonly Word[], key: (word: Word) => PhraseKey): Dictionary<Word> {
  const found = new Dictionary<Word>();
  for (const language of printedLanguages) for (const word of all) found.add([...wordsOf(language, key(word)), word], word);
  return found;
}

/** By number and by title: « II », « Éducation ». */
const byNumber = (all: readonly { id: string; number: string; title: string }[]): Dictionary<string> => {
  const found = new Dictionary<string>();
  for (const { id, number, title } of all) {
    found.set(numbered(number), id);
    found.add([title], id);
  }
  return found;
};

/** Every word that a file of this partnership may use, in French and in Arabic alike. */
export function officeWordsOf(programme: Programme): OfficeWords {
  const { axes, parties } = programme;
  const names = new Dictionary<string>();
  for (const { id, shortName } of parties) names.add([shortName], id);
  const named = new Dictionary<Currency>();
  for (const language of printedLanguages) for (const code of ['EUR', 'MAD'] as const) named.add([...wordsOf(language, `sheetFile.currency.${code}`), code], code);
  return {
    places: placesOf(programme),
    columns: columnsOf(programme),
    kinds: meanings(sheetKinds, (kind) => `webProgramme.kind.${kind}`),
    budgetKinds: meanings(budgetKinds, (kind) => `webProgramme.budgetKind.${kind}`),
    currencies: named,
    axes: byNumber(axes.filter(({ kind }) => kind === 'STRATEGIC')),
    leads: byNumber(axes.flatMap(({ operations }) => operations.flatMap(({ leads }) => leads))),
    parties: names,
  };
}
