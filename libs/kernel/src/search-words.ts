const separators = '[·•‧∙⋅・./\\-‑]';
/** Endings of inclusive writing, as people type them: « réfugié·e·s », « habitant.e.s », « acteur·rice·s ». */
const endings = 'e|es|s|ne|nes|le|les|te|tes|se|ses|ve|ves|re|res|ere|eres|[èé]re|[èé]res|rice|rices|trice|trices|euse|euses';
const word = `[\\p{L}\\p{M}\\p{N}\\u0640]+`;
const wordWithEndings = new RegExp(`${word}(?:(?:\\((?:${endings})\\)s?|${separators}(?:${endings}))(?![\\p{L}\\p{M}\\p{N}]))*`, 'giu');
const endingOf = new RegExp(`${separators}|[()]`, 'gu');

const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ٱ: 'ا', ى: 'ي', ی: 'ي', ة: 'ه', ک: 'ك' };
const replaced = new RegExp(`[${Object.keys(ligatures).join('')}]`, 'gu');
/** Arabic-Indic and Persian digits stand in two runs of ten. */
const digit = (sign: string): string => String((sign.codePointAt(0) as number) & 0xf);

/** One spelling for what people spell in several ways: case, accents, ligatures, forms of alef and ya, vowel signs, tatweel, digits. */
export const foldedText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replace(/[٠-٩۰-۹]/gu, digit)
    .replace(replaced, (sign) => ligatures[sign] as string);

/** Where the masculine changes before its feminine: « acteur·rice » is « actrice », not « acteurrice ». */
const joins: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^t?rices?$/, /teur$/, 'trice'],
  [/^euses?$/, /eur$/, 'euse'],
  [/^e?res?$/, /er$/, 'ere'],
  [/^ves?$/, /f$/, 've'],
  [/^ses?$/, /x$/, 'se'],
];

function feminine(base: string, ending: string): string {
  const join = joins.find(([asked, found]) => asked.test(ending) && found.test(base));
  return join ? base.replace(join[1], join[2]) : base.replace(/s$/, '') + ending.replace(/s$/, '');
}

/** « الـ » and the particles written with it; what is left must still be a word. */
const withoutArticle = (folded: string): string => folded.replace(/^(?:[وفبك]?ال|لل)(?=\p{Script=Arabic}{2,}$)/u, '');

/** Every form under which one written word may be looked for: « réfugié·e·s » is also refugie, refugies, refugiee, refugiees. */
function formsOf(written: string): string[] {
  const [base = '', ...ends] = foldedText(written.replace(endingOf, ' ')).split(' ').filter(Boolean);
  const plural = ends.some((end) => end.endsWith('s'));
  const genders = [base, ...ends.filter((end) => end !== 's').map((end) => feminine(base, end))];
  const forms = ends.length === 0 ? [base] : [...genders, ...(plural ? genders.map((form) => (form.endsWith('s') ? form : `${form}s`)) : [])];
  return [...new Set(forms.flatMap((form) => [form, withoutArticle(form)]))].filter(Boolean);
}

/** A word as it stands in a text, and the forms under which it is found. `start` and `end` count UTF-16 units. */
export interface WrittenWord {
  readonly start: number;
  readonly end: number;
  readonly forms: readonly string[];
}

/** The words of a text, in their order. Apostrophes part words: « l’eau » is l, eau. */
export const writtenWords = (text: string): WrittenWord[] =>
  [...text.matchAll(wordWithEndings)].map(({ 0: written, index }) => ({ start: index, end: index + written.length, forms: formsOf(written) })).filter(({ forms }) => forms.length > 0);

/** A word that is asked for: any of these beginnings. */
export type AskedWord = readonly string[];

/** Words that nearly every text has: asked alone they count, beside others they do not. */
const small = new Set('a au aux d de des du en et l la le les n ou par pour qu s sur un une و في من على الي عن'.split(' '));
const mostWords = 8;

/** What a person typed, as the words to look for: each is a beginning, all must be found. Empty when nothing can be looked for. */
export function askedWords(typed: string): AskedWord[] {
  // The article is asked for by neither side, so that « اللاجئين » finds « لاجئين » as well.
  const asked = writtenWords(typed.slice(0, 200)).map(({ forms }) => [...new Set(forms.map(withoutArticle))].map((form) => form.slice(0, 60)));
  const telling = asked.filter((forms) => !forms.every((form) => small.has(form)));
  return (telling.length > 0 ? telling : asked).slice(0, mostWords);
}

/** A piece of an extract; `found` are the words that were asked for. */
export interface ExtractPart {
  readonly text: string;
  readonly found: boolean;
}

const answers = (word: WrittenWord, asked: readonly AskedWord[]): boolean =>
  word.forms.some((form) => asked.some((beginnings) => beginnings.some((beginning) => (beginning.length > 1 ? form.startsWith(beginning) : form === beginning))));

/** The part of a text around the first word that was asked for, about `length` characters, cut between words. */
export function extractOf(text: string, asked: readonly AskedWord[], length = 220): ExtractPart[] {
  const words = writtenWords(text);
  const hits = words.filter((word) => answers(word, asked));
  const first = hits[0]?.start ?? 0;
  const wish = Math.max(0, Math.min(first - Math.floor(length / 4), text.length - length));
  const start = wish === 0 ? 0 : (words.find((word) => word.start >= wish)?.start ?? wish);
  const end = start + length >= text.length ? text.length : (words.findLast((word) => word.end <= start + length && word.end > start)?.end ?? start + length);
  const parts: ExtractPart[] = [];
  let at = start;
  const add = (to: number, found: boolean): void => {
    if (to > at) parts.push({ text: text.slice(at, to), found });
    at = Math.max(at, to);
  };
  for (const hit of hits.filter((word) => word.start >= start && word.end <= end)) {
    add(hit.start, false);
    add(hit.end, true);
  }
  add(end, false);
  return [...(start > 0 ? [{ text: '… ', found: false }] : []), ...parts, ...(end < text.length ? [{ text: ' …', found: false }] : [])];
}
