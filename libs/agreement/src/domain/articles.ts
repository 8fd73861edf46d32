import { accepted, refused, type Answer } from '#kernel';
import { kept } from './life-wording.js';

/** An article in its parties' words. Without a title of its own, its number stands in: « Préambule », « Art. 5 ». */
export interface ArticleWords {
  readonly number: string;
  readonly title: string;
  readonly text: string;
}

/** Longest text of an agreement, and of a title, in characters. */
export const longestAgreement = { text: 200_000, title: 160 } as const;

/** What stands before the first article, and a text that has none. */
const before = 'En-tête';
const whole = 'Texte';

const arabicOrdinals = ['الأولى', 'الثانية', 'الثالثة', 'الرابعة', 'الخامسة', 'السادسة', 'السابعة', 'الثامنة', 'التاسعة', 'العاشرة'];
const arabicNumber = (word: string): string => {
  const place = arabicOrdinals.indexOf(word);
  return place >= 0 ? String(place + 1) : word.replaceAll(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x0660));
};

const mark = /^[\s:.)\-–—]+/u;
/** Digits or a word that numbers, then a mark, the end of the line, or a title's capital. « Article 4-1 » is a part of article 4, « Article 5 du … » a sentence. */
const french = /^(?:Article|ARTICLE|Art\.|ART\.)\s+(?:(\d{1,3})\s*(?:er|ER|ère)?|([Pp]remier|PREMIER)|([IVXLC]{1,6}))(?![\p{L}\d])(?!\s*[-.]\s*\d)(\s*[:.)\-–—].*|\s+\p{Lu}.*|\s*)$/u;
const arabic = new RegExp(`^(?:المادة|الفصل|البند)\\s+([0-9٠-٩]{1,3}|${arabicOrdinals.join('|')})(?![\\p{L}\\d])(\\s*[:.)\\-–—].*|\\s*)$`, 'u');
const preamble = /^(Préambule|PRÉAMBULE|PREAMBULE|Preambule|الديباجة|ديباجة)(\s*[:.\-–—].*|\s*)$/u;
const annex = /^(?:Annexe|ANNEXE)\s+(\d{1,3}|[IVXLC]{1,6}|[A-Z])(?![\p{L}\d])(\s*[:.)\-–—].*|\s+\p{Lu}.*|\s*)$/u;

interface Heading {
  readonly number: string;
  readonly title: string;
}

function headingOf(line: string): Heading | null {
  const article = french.exec(line);
  if (article) return { number: `Art. ${article[1] ?? article[3] ?? '1'}`, title: (article[4] ?? '').replace(mark, '') };
  const ofArabic = arabic.exec(line);
  if (ofArabic) return { number: `المادة ${arabicNumber(ofArabic[1] ?? '')}`, title: (ofArabic[2] ?? '').replace(mark, '') };
  const opening = preamble.exec(line);
  if (opening) return { number: /^\p{Script=Arabic}/u.test(line) ? 'الديباجة' : 'Préambule', title: (opening[2] ?? '').replace(mark, '') };
  const annexed = annex.exec(line);
  return annexed ? { number: `Annexe ${annexed[1] ?? ''}`, title: (annexed[2] ?? '').replace(mark, '') } : null;
}

const trimmed = (lines: readonly string[]): string => lines.join('\n').replaceAll(/\n{3,}/gu, '\n\n').replaceAll(/^\n+|\n+$/gu, '');

/** A title on the line below its number stands alone: a blank line follows, and no sentence ends there. */
const isTitleBelow = ([line = '', next = '']: readonly string[]): boolean => line !== '' && next === '' && line.length <= longestAgreement.title && !/[.;:,]$/u.test(line) && !headingOf(line);

function articleOf({ number, title }: Heading, body: readonly string[]): ArticleWords {
  if (title.length > longestAgreement.title) return { number, title: number, text: trimmed([title, ...body]) };
  if (title !== '') return { number, title, text: trimmed(body) };
  return isTitleBelow(body) && body.length > 1 ? { number, title: body[0] ?? number, text: trimmed(body.slice(1)) } : { number, title: number, text: trimmed(body) };
}

function cut(lines: readonly string[]): ArticleWords[] {
  const starts = lines.flatMap((line, place) => (headingOf(line) ? [place] : []));
  const [first] = starts;
  if (first === undefined) return [{ number: whole, title: whole, text: trimmed(lines) }];
  const opening = trimmed(lines.slice(0, first));
  const found = starts.map((start, index) => articleOf(headingOf(lines[start] ?? '')!, lines.slice(start + 1, starts[index + 1])));
  return opening === '' ? found : [{ number: before, title: before, text: opening }, ...found];
}

/** A table of contents names each article once more, without words: those lines are left out. */
function once(articles: readonly ArticleWords[]): Answer<ArticleWords[]> {
  const worded = articles.filter(({ number, text }) => text !== '' || !articles.some((other) => other.number === number && other.text !== ''));
  const left = worded.filter(({ number }, place) => worded.findIndex((other) => other.number === number) === place);
  const twice = worded.find((article) => !left.includes(article) && article.text !== '');
  return twice ? refused('ARTICLE_TWICE', { article: twice.number }) : accepted(left);
}

/**
 * A text pasted in one go, cut at its headings: « Article 1 – Objet », « Préambule », « Annexe I », « المادة 1 ». Words are never changed but
 * for spaces at the ends of lines. @returns refused `TEXT_TOO_LONG`, `ARTICLE_TWICE` (argument `article`)
 */
export function cutArticles(pasted: string): Answer<ArticleWords[]> {
  const text = kept(pasted.replaceAll(/\r\n?/gu, '\n').replaceAll(/[\t\u00a0]/gu, ' '));
  if ([...text].length > longestAgreement.text) return refused('TEXT_TOO_LONG', { length: text.length, maximum: longestAgreement.text });
  return text === '' ? accepted([]) : once(cut(text.split('\n').map((line) => line.trim())));
}

const heading = ({ number, title }: ArticleWords): string => {
  const name = number.startsWith('Art. ') ? `Article ${number.slice(5)}` : number;
  return title === number ? name : `${name} – ${title}`;
};

/** The articles as one text again: cut once more, it gives the same. */
export const joinArticles = (articles: readonly ArticleWords[]): string =>
  articles.map((article) => (article.number === before || article.number === whole ? article.text : [heading(article), article.text].filter(Boolean).join('\n\n'))).join('\n\n');
