import type { RuleSource } from '#kernel';
import { say } from '#phrases';
import type { Block } from '#platform';
import type { Composition, MailLanguage } from './mail.js';
import { sourceIn } from '../domain/source-in.js';

const [rightToLeft, firstStrong, endOfIsolate] = ['\u2067', '\u2068', '\u2069'];
const bidiControls = /[\u202a-\u202e\u2066-\u2069]/g;
const arabicLetter = /\p{Script=Arabic}/u;

/** A name, a number or people's own words inside a sentence: they keep their direction and do not disturb their neighbours (UAX 9, isolates). */
export function isolated(text: string, language: MailLanguage): string {
  const plain = text.replace(bidiControls, '');
  return language === 'ar' || arabicLetter.test(plain) ? `${firstStrong}${plain}${endOfIsolate}` : plain;
}

type Details = Composition['line']['details'];

/** A text among a line's details; empty when it is not there. */
export const textOf = (details: Details, name: string): string => {
  const value = details[name];
  return typeof value === 'string' ? value : '';
};

/** What somebody gave as a reason, to stand inside a sentence of ours that ends it. */
export const reasonOf = (details: Details, name: string): string => textOf(details, name).replace(/[\s.؛،]+$/u, '');

/** Texts among a line's details. */
export const textsOf = (details: Details, name: string): string[] => {
  const value = details[name];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
};

/** The rule's source among a line's details. */
export const sourceOf = sourceIn;

/** Our defaults that partners may change; pages say the same (`source-words.ts`). */
const settable = /\bC5(?! Q25)|^C[23]$|rétroplanning$/;

/** Where the words stand. A text that we read in one way among others is the partners' own; the reading is ours, and says so. */
function standingOf({ kind, reference, quote }: RuleSource, language: MailLanguage): string {
  if (kind === 'PRODUCT_DEFAULT' && quote === undefined && !settable.test(reference)) return say(language, 'ui.refusal.source.FIXED', { reference });
  if (kind !== 'PRODUCT_DEFAULT' || quote === undefined) return say(language, `ui.refusal.source.${kind}`, { reference });
  return say(language, 'notices.reading', { article: /^Art\. ?[0-9-]+/.exec(reference)?.[0] ?? 'none' });
}

/** Why this is asked: the words of the text, in the language they were written in, and where they stand. Nothing when no rule says it. */
export function why(source: RuleSource | null, language: MailLanguage): Block[] {
  if (!source) return [];
  const said = standingOf(source, language);
  // It stands under French words, in a block that runs from the left.
  const reference = language === 'ar' && source.quote !== undefined ? `${rightToLeft}${said}${endOfIsolate}` : said;
  return source.quote === undefined
    ? [{ kind: 'paragraph', text: [reference] }]
    : [{ kind: 'quote', text: source.quote, language: 'fr', direction: 'ltr', source: reference }];
}
