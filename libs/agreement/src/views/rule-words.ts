import { dateInWords, type CivilDate, type Json, type Language } from '#kernel';
import { hasPhrase, say, type PhraseValues } from '#phrases';
import { definitionOf, type RuleKey } from '../domain/questions.js';
import { partsOf, readingWord, type Field } from '../domain/rule-values.js';

/** « 31 décembre »: a day of any year, said in the one after next so that no leap day is missing. */
const dayWords = (language: Language, day: string): string => dateInWords(`2026-${day}` as CivilDate, language, 'LONG').replace(' 2026', '');

const lists: Readonly<Record<string, Intl.ListFormat>> = { fr: new Intl.ListFormat('fr', { type: 'disjunction' }), ar: new Intl.ListFormat('ar', { type: 'disjunction' }) };
const listed = (language: Language, words: readonly string[]): string => (lists[language] ?? lists['fr']!).format(words);

/** A reading in words: « Les élus seulement ». One the house has no words for is said by its code. */
export function readingWords(language: Language, key: RuleKey, { part, reading }: { part: string; reading: string }): string {
  const phrase = `rules.reading.${key}.${part}.${reading}`;
  return hasPhrase(phrase) ? say(language, phrase) : reading;
}

function valuesOf(language: Language, key: RuleKey, { name, field, held }: { name: string; field: Field; held: Json | undefined }): PhraseValues {
  if (field.kind === 'NUMBER') return { [name]: Number(held ?? 0), [`${name}Known`]: held === null ? 'no' : 'yes' };
  if (field.kind === 'DAY') return { [name]: dayWords(language, String(held)) };
  if (Array.isArray(held)) return { [name]: listed(language, held.map((reading) => readingWords(language, key, { part: name, reading: String(reading) }))) };
  const word = readingWord(held as string | boolean);
  // A choice said inside a list of words (languages) is said in words; elsewhere the sentence selects by its code.
  return { [name]: key === 'languages' ? readingWords(language, key, { part: name, reading: word }) : word };
}

export const ruleTitle = (language: Language, key: RuleKey): string => say(language, `rules.title.${key}`);

/** The rule as it stands with this value, in one sentence; `null`: the agreement has no such rule. */
export function ruleSentence(language: Language, key: RuleKey, value: Json | null): string {
  const absent = `rules.absent.${key}`;
  if (value === null) return hasPhrase(absent) ? say(language, absent) : '';
  const { shape } = definitionOf(key);
  const held = (name: string): Json | undefined => (shape.kind === 'COMPOSITE' ? (value as Readonly<Record<string, Json>>)[name] : value);
  const values = partsOf(shape).map(([name, field]) => valuesOf(language, key, { name, field, held: held(name) }));
  return say(language, `rules.sentence.${key}`, Object.assign({}, ...values) as PhraseValues);
}
