import { accepted, dateInDigits, refused, type Answer, type CivilDate, type Json, type RuleSource } from '#kernel';
import { defaultSource, definitionOf, type RuleKey } from './questions.js';

/** Where a rule is said to come from, as it was typed. */
export interface SourceAsked {
  readonly kind: RuleSource['kind'];
  /** ARTICLE: its number in the agreement, « Art. 5 ». */
  readonly articleNumber: string | null;
  /** LAW: « L. 1115-1 CGCT ». */
  readonly reference: string | null;
  /** RULES_OF_PROCEDURE: the day they were adopted. */
  readonly adoptedOn: CivilDate | null;
  readonly quote: string | null;
}

/** An article a rule may quote: its number and its whole text. */
export interface ArticleText {
  readonly number: string;
  readonly text: string;
}

const longest = { reference: 120, quote: 600 } as const;
/** Controls, and signs that reorder or hide what is read: they are left out. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

/** As compared: typographic apostrophes, quotation marks and spaces do not make another text. */
const compared = (text: string): string =>
  text.normalize('NFC').replaceAll(/[‘’]/gu, "'").replaceAll(/[“”«»]/gu, '"').replaceAll(/\s+/gu, ' ').replaceAll(/" | "/gu, '"').trim();

/** Does the quote stand in the text, in order, each « […] » standing for words left out? */
export function isQuoteOf(quote: string, text: string): boolean {
  const pieces = compared(quote).split('[…]').map((piece) => piece.trim());
  if (pieces.some((piece) => piece.length < 3)) return false;
  const whole = compared(text);
  let from = 0;
  for (const piece of pieces) {
    const found = whole.indexOf(piece, from);
    if (found < 0) return false;
    from = found + piece.length;
  }
  return true;
}

/** A line as it is kept: NFC, spaces joined, nothing hidden. @returns refused `RULE_SOURCE_INCOMPLETE`, `RULE_WORDS_TOO_LONG` */
function line(text: string | null, field: keyof typeof longest, kind: RuleSource['kind']): Answer<string> {
  const kept = (text ?? '').normalize('NFC').replaceAll(/\s+/gu, ' ').replaceAll(unseen, '').trim();
  if (kept === '') return refused('RULE_SOURCE_INCOMPLETE', { kind });
  return kept.length > longest[field] ? refused('RULE_WORDS_TOO_LONG', { maximum: longest[field] }) : accepted(kept);
}

function articleSource({ kind, articleNumber, quote }: SourceAsked, articles: readonly ArticleText[]): Answer<RuleSource> {
  const article = articles.find(({ number }) => number === articleNumber);
  if (!article) return refused('RULE_SOURCE_INCOMPLETE', { kind });
  const words = line(quote, 'quote', kind);
  if (words.refused) return words;
  if (!isQuoteOf(words.value, article.text)) return refused('RULE_QUOTE_NOT_IN_ARTICLE', { article: article.number });
  return accepted({ kind, reference: article.number, quote: words.value });
}

function quoted(source: RuleSource, { quote, kind }: SourceAsked): Answer<RuleSource> {
  if ((quote ?? '').trim() === '') return accepted(source);
  const words = line(quote, 'quote', kind);
  return words.refused ? words : accepted({ ...source, quote: words.value });
}

/**
 * The source of a rule, checked: an article of this agreement with words that stand in it, rules of procedure with their date, a law with its
 * reference, or our default, which only stands for our own reading (A0.1: never present our default as their rule, nor theirs as ours).
 */
export function sourceOf(asked: SourceAsked, rule: { key: RuleKey; value: Json }, articles: readonly ArticleText[]): Answer<RuleSource> {
  switch (asked.kind) {
    case 'ARTICLE':
      return articleSource(asked, articles);
    case 'RULES_OF_PROCEDURE':
      return asked.adoptedOn === null ? refused('RULE_SOURCE_INCOMPLETE', { kind: asked.kind }) : quoted({ kind: asked.kind, reference: dateInDigits(asked.adoptedOn) }, asked);
    case 'LAW': {
      const reference = line(asked.reference, 'reference', 'LAW');
      return reference.refused ? reference : quoted({ kind: 'LAW', reference: reference.value }, asked);
    }
    case 'PRODUCT_DEFAULT':
      return isSame(rule.value, definitionOf(rule.key).byDefault) ? accepted(defaultSource(rule.key)) : refused('RULE_NOT_OUR_DEFAULT');
  }
}

/** The same JSON, whatever the order of its keys. */
export function isSame(one: Json, other: Json): boolean {
  const sorted = (value: Json): Json =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]))
      : value;
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

/** Why: a short line, asked of whoever corrects a rule. @returns refused `RULE_MOTIVE_REQUIRED`, `RULE_WORDS_TOO_LONG` */
export function motiveOf(text: string | null): Answer<string> {
  const words = line(text, 'quote', 'PRODUCT_DEFAULT');
  return words.refused && words.code === 'RULE_SOURCE_INCOMPLETE' ? refused('RULE_MOTIVE_REQUIRED') : words;
}
