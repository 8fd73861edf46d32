import { dateInWords, type CivilDate, type Json, type Language } from '#kernel';
import { hasPhrase, say, type PhraseKey, type PhraseValues } from '#phrases';
import { definitionOf, type RuleKey } from '../domain/questions.js';
import { partsOf, readingWord, type Field } from '../domain/rule-values.js';
import { france, visaCountries } from '../domain/standing.js';

/** Who reads, and in which countries the parties are (ISO 3166-1 alpha-2): a State's act is named as that State names it. */
export interface RuleReader {
  readonly language: Language;
  readonly countries: readonly string[];
}

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

const regions: Readonly<Record<string, Intl.DisplayNames>> = { fr: new Intl.DisplayNames('fr-FR', { type: 'region' }), ar: new Intl.DisplayNames('ar-MA', { type: 'region' }) };
const countryName = (language: Language, code: string): string => (regions[language] ?? regions['fr']!).of(code) ?? code;

/** Only Morocco's State gives a visa by a law we know; elsewhere one counts once it is recorded ([standing.ts](../domain/standing.ts)). */
function visaPhrase({ language, countries }: RuleReader): { phrase: PhraseKey; values: PhraseValues } {
  const abroad = [...new Set(countries)].filter((country) => country !== france);
  if (abroad.some((country) => visaCountries.includes(country))) return { phrase: 'rules.sentence.foreignVisa', values: {} };
  if (abroad.length === 0) return { phrase: 'rules.visaElsewhere.none', values: {} };
  return { phrase: 'rules.visaElsewhere.asked', values: { countries: abroad.map((country) => countryName(language, country)).join(language === 'ar' ? '، ' : ', ') } };
}

export const ruleTitle = (language: Language, key: RuleKey): string => say(language, `rules.title.${key}`);

/** The rule as it stands with this value, in one sentence; `null`: the agreement has no such rule. */
export function ruleSentence(reader: RuleReader, key: RuleKey, value: Json | null): string {
  const { language } = reader;
  const absent = `rules.absent.${key}`;
  if (value === null) return hasPhrase(absent) ? say(language, absent) : '';
  const { shape } = definitionOf(key);
  const held = (name: string): Json | undefined => (shape.kind === 'COMPOSITE' ? (value as Readonly<Record<string, Json>>)[name] : value);
  const values = partsOf(shape).map(([name, field]) => valuesOf(language, key, { name, field, held: held(name) }));
  const said: ReturnType<typeof visaPhrase> = key === 'foreignVisa' ? visaPhrase(reader) : { phrase: `rules.sentence.${key}`, values: {} };
  return say(language, said.phrase, Object.assign({}, said.values, ...values) as PhraseValues);
}
