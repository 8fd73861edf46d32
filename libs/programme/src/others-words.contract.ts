import { readFileSync } from 'node:fs';

interface Quoted {
  readonly source: { readonly quote?: string };
}

const fixture = <T>(name: string): T => JSON.parse(readFileSync(new URL(`../../../fixtures/villeneuve-tiznit/${name}`, import.meta.url), 'utf8')) as T;

/** The public text of one convention, article by article. */
const articles = fixture<{ articles: readonly { text: string }[] }>('convention.fr.json').articles.map(({ text }) => text);
/** The words its rules quote, cut where the quote leaves some out. */
export const quotes = fixture<readonly Quoted[]>('rules.json').flatMap(({ source: { quote } }) => (quote ?? '').split('[…]')).filter((part) => /\w/u.test(part));

/** So many words in a row are a text's own; fewer are everybody's French. */
const run = 6;

const wordsOf = (text: string): string[] => text.toLowerCase().replaceAll('’', "'").match(/[\p{L}\p{N}-]+/gu) ?? [];
const runsOf = (text: string): string[] => {
  const words = wordsOf(text);
  return words.slice(run - 1).map((_, start) => words.slice(start, start + run).join(' '));
};
const known = new Set([...articles, ...quotes].flatMap(runsOf));
/** Quotes shorter than a run are looked for whole. */
const short = quotes.map((quote) => wordsOf(quote).join(' ')).filter((quote) => quote !== '' && quote.split(' ').length < run);

/** Every run of words in a text that stands in the convention Villeneuve-la-Garenne – Tiznit; empty when it borrows nothing. */
export function borrowedWords(text: string): string[] {
  const words = wordsOf(text).join(' ');
  return [...runsOf(text).filter((words_) => known.has(words_)), ...short.filter((quote) => words.includes(quote))];
}

/** Names an article or an annex of some convention, in French or in Arabic. */
export const namesAnArticle = (text: string): boolean => /\bArt\. ?\d|\bArticle \d|\bAnnexe [IVX]+|المادة[\s\u00a0]\d|الملحق/u.test(text);

/** Is the convention's own sentence: for a spec to prove that what it quotes was read there. */
export const standsInConvention = (quote: string): boolean => articles.some((text) => wordsOf(text).join(' ').includes(wordsOf(quote).join(' ')));
