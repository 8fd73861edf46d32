import { IntlMessageFormat } from 'intl-messageformat';
import * as ar from './ar/index.js';
import * as fr from './fr/index.js';
import type { PathOf, SentenceTree, Sentences } from './sentences.js';
import { spaced } from './spaced.js';

export type Phrases = Sentences<typeof fr>;
export type PhraseKey = PathOf<Phrases>;
export type PhraseValues = Readonly<Record<string, string | number | boolean>>;

/** Languages that have every sentence; others are said in French, which is authoritative (convention, Art. 8). */
const catalogues: Readonly<Record<string, Phrases>> = { fr, ar };
/** CLDR locale of each language: ar-MA keeps Latin digits and Moroccan month names. */
const locales: Readonly<Record<string, string>> = { fr: 'fr-FR', ar: 'ar-MA' };
const compiled = new Map<string, IntlMessageFormat>();

function sentenceAt(tree: SentenceTree, key: string): string | undefined {
  let place: string | SentenceTree | undefined = tree;
  for (const part of key.split('.')) {
    if (typeof place !== 'object') return undefined;
    place = Object.hasOwn(place, part) ? place[part] : undefined;
  }
  return typeof place === 'string' ? place : undefined;
}

/**
 * The sentence of `key` in `language`, its values filled in (ICU MessageFormat).
 * @throws Error when the key is unknown: a missing sentence is a bug, caught by the parity test.
 */
export function say(language: string, key: PhraseKey, values: PhraseValues = {}): string {
  const spoken = catalogues[language] ? language : 'fr';
  const id = `${spoken}:${key}`;
  let message = compiled.get(id);
  if (!message) {
    const sentence = sentenceAt(catalogues[spoken] as unknown as SentenceTree, key);
    if (sentence === undefined) throw new Error(`no sentence for ${id}`);
    message = new IntlMessageFormat(spaced(spoken, sentence), locales[spoken], undefined, { ignoreTag: true });
    compiled.set(id, message);
  }
  return String(message.format(values));
}

/** Is there a sentence for this key? For codes that arrive as data. */
export const hasPhrase = (key: string): key is PhraseKey => sentenceAt(fr as unknown as SentenceTree, key) !== undefined;
