import { describe, expect, it } from '@jest/globals';
import type { Json, Language } from '#kernel';
import { hasPhrase, say } from '#phrases';
import { definitionOf, mayBe, ruleKeys, type RuleKey } from '../domain/questions.js';
import { partsOf, readingWord, type Field } from '../domain/rule-values.js';
import { readingWords, ruleSentence, ruleTitle } from './rule-words.js';

/** Where each State's act has its name: the convention of the first seed. */
const reader = (language: Language, countries: readonly string[] = ['FR', 'MA']) => ({ language, countries });
const languages: readonly Language[] = ['fr', 'ar'];

/** Values of a field that say something else: each reading, each bound, no limit. */
function samples(field: Field): Json[] {
  switch (field.kind) {
    case 'CHOICE':
      return [...field.readings];
    case 'MANY':
      return [[...field.readings], ...field.readings.map((reading) => [reading])];
    case 'NUMBER':
      return [field.from, field.from + 1, field.from + 10, field.to, ...(field.orNone ? [null] : [])];
    case 'DAY':
      return ['12-31', '01-01'];
  }
}

/** The default, and every value one field away from it. */
function valuesOf(key: RuleKey): Json[] {
  const { shape, byDefault } = definitionOf(key);
  if (shape.kind !== 'COMPOSITE') return samples(shape);
  return partsOf(shape).flatMap(([name, field]) => samples(field).map((sample) => ({ ...(byDefault as object), [name]: sample }) as Json));
}

const said = languages.flatMap((language) => ruleKeys.flatMap((key) => valuesOf(key).map((value) => ({ language, key, value }))));

/** Readings whose words are missing: their code would be shown instead. */
const wordless = (known: (phrase: string) => boolean): string[] =>
  ruleKeys.flatMap((key) =>
    partsOf(definitionOf(key).shape).flatMap(([part, field]) => {
      if (field.kind !== 'CHOICE' && field.kind !== 'MANY') return [];
      const notYet = field.kind === 'CHOICE' ? (field.notYet ?? []) : [];
      return [...field.readings.map(readingWord), ...notYet].map((reading) => `rules.reading.${key}.${part}.${reading}`).filter((phrase) => !known(phrase));
    }),
  );

describe('the words of rules', () => {
  it.each(languages)('say every rule with every reading in %s, without a code or an open brace left', (language) => {
    for (const { key, value } of said.filter((line) => line.language === language)) {
      const sentence = ruleSentence(reader(language), key, value);
      expect(`${key}: ${sentence}`).not.toMatch(/[{}]|[A-Z]{2,}_|undefined|null/u);
      expect(sentence.endsWith('.')).toBe(true);
      expect(ruleTitle(language, key)).not.toBe('');
    }
  });

  it('tell any two values of a rule apart, in both languages', () => {
    for (const language of languages) {
      for (const key of ruleKeys) {
        const values = [...new Set(valuesOf(key).filter((value) => mayBe(key, value)).map((value) => JSON.stringify(value)))];
        const sentences = new Set(values.map((value) => ruleSentence(reader(language), key, JSON.parse(value) as Json)));
        expect([language, key, sentences.size]).toEqual([language, key, values.length]);
      }
    }
  });

  it('name every reading of every question, those Passerelle does not apply too', () => {
    expect(wordless(hasPhrase)).toEqual([]);
    expect(readingWords('fr', 'voters', { part: 'value', reading: 'ELECTED' })).toBe('Les élus seulement');
    // Planted: one reading without words is seen.
    expect(wordless((phrase) => phrase !== 'rules.reading.abstention.value.NEUTRAL' && hasPhrase(phrase))).toEqual(['rules.reading.abstention.value.NEUTRAL']);
  });

  it('ask a question wherever the texts leave one, and label every part of a composite', () => {
    for (const key of ruleKeys) {
      const { question, shape } = definitionOf(key);
      expect([key, hasPhrase(`rules.question.${key}`)]).toEqual([key, question !== null]);
      if (shape.kind === 'COMPOSITE') for (const [part] of partsOf(shape)) expect([key, part, hasPhrase(`rules.part.${key}.${part}`)]).toEqual([key, part, true]);
    }
  });

  it('say dates and lists as people do', () => {
    expect(ruleSentence(reader('fr'), 'deadline', definitionOf('deadline').byDefault)).toBe(
      'Le plan de l’année suivante est adopté avant le 31 décembre, ce jour exclu, à l’heure de la partie où ce jour finit en premier.',
    );
    expect(ruleSentence(reader('fr'), 'languages', definitionOf('languages').byDefault)).toBe('Le texte en français fait foi\u00a0; les documents peuvent être écrits en français, arabe ou amazighe.');
    expect(ruleSentence(reader('fr'), 'deadline', null)).toBe(say('fr', 'rules.absent.deadline'));
    expect(ruleSentence(reader('ar'), 'deadline', definitionOf('deadline').byDefault)).toContain('31 دجنبر');
  });

  it('name the visa by country: a Governor in Morocco alone, a supervising authority elsewhere, none where no State is foreign', () => {
    const usual = definitionOf('foreignVisa').byDefault;
    const visa = (language: Language, ...countries: string[]): string => ruleSentence(reader(language, countries), 'foreignVisa', usual);
    expect(visa('fr', 'FR', 'MA', 'SN')).toBe('Le visa du Gouverneur est attendu\u00a0; son silence ne vaut pas accord.');
    expect(visa('fr', 'FR', 'SN')).toBe('Un visa de l’autorité de tutelle (Sénégal) compte s’il est enregistré, sans être attendu\u00a0; son silence ne vaut pas accord.');
    expect(visa('fr', 'FR', 'SN', 'ML')).toContain('(Sénégal, Mali)');
    expect(visa('fr', 'FR', 'FR')).toBe('Toutes les parties sont en France\u00a0: aucun visa étranger n’est attendu.');
    expect(visa('ar', 'FR', 'SN')).toContain('السلطة الوصية (السنغال)');
    expect(visa('ar', 'FR', 'SN')).not.toContain('عامل');
    const authorities = ['GOVERNOR', 'INTERIOR', 'NONE'].map((authority) => ruleSentence(reader('fr', ['FR', 'SN']), 'foreignVisa', { authority, tacit: true }));
    expect(new Set(authorities).size).toBe(3);
  });
});
