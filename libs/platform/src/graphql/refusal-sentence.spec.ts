import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SentenceValue } from '#kernel';
import * as fr from '../../../phrases/src/fr/index.js';
import { refusalSentence } from './refusal-sentence.js';

const iso = /\d{4}-\d{2}-\d{2}/;
/** Every value a sentence takes, and whether it is counted. */
const valuesOf = (sentence: string): Record<string, SentenceValue> =>
  Object.fromEntries([...sentence.matchAll(/\{(\w+)(?:, (\w+))?/g)].map(([, name, kind]) => [name, kind === 'plural' || kind === 'number' ? 2 : '2026-12-31']));
const own = ['text', 'title', 'name', 'label', 'word'];

describe('the sentence of a refusal', () => {
  it('says a day in the reader’s language', () => {
    const late = { code: 'SILENCE_TOO_LONG', args: { until: '2026-12-31' } };
    expect(refusalSentence(late, 'fr')).toBe('Le silence peut être demandé jusqu’au 31 décembre 2026, pas au-delà. Choisissez un jour plus proche.');
    expect(refusalSentence(late, 'ar')).toContain('31 دجنبر 2026');
    expect(refusalSentence({ code: 'HAND_DATE_AHEAD', args: { day: '2027-01-01' } }, 'fr')).toContain('1er janvier 2027');
  });

  it('prints a day as data in none of them, in no language', () => {
    const said = Object.entries(fr.refusal).flatMap(([code, sentence]) => {
      const args = Object.fromEntries(Object.entries(valuesOf(sentence)).filter(([name]) => !own.includes(name)));
      return (['fr', 'ar'] as const).map((language) => `${code} ${language}: ${refusalSentence({ code, args: { ...args, text: '', title: '', name: '', label: '', word: '' } }, language)}`);
    });
    expect(said.length).toBeGreaterThan(500);
    expect(said.filter((line) => iso.test(line))).toEqual([]);
  });

  it('quotes what a person wrote as she wrote it, and answers the code where there is no sentence or a value is missing', () => {
    expect(refusalSentence({ code: 'NO_SUCH_TIME', args: { text: '2026-12-31' } }, 'fr')).toContain('2026-12-31');
    expect(refusalSentence({ code: 'NOBODY_WROTE_IT', args: {} }, 'fr')).toBe('NOBODY_WROTE_IT');
    expect(refusalSentence({ code: 'SILENCE_TOO_LONG', args: {} }, 'fr', 'otherwise')).toBe('otherwise');
  });

  it('is worded here alone: elsewhere a refusal’s key is not put together', () => {
    const sources = ['libs', 'apps'].flatMap((root) => readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => join(root, path))).filter((path) => /\/src\/.*\.tsx?$/.test(path) && !/\.(spec|contract)\.ts$/.test(path));
    expect(sources.length).toBeGreaterThan(500);
    expect(sources.filter((path) => /`refusal\.\$\{/.test(readFileSync(path, 'utf8')))).toEqual(['libs/platform/src/graphql/refusal-sentence.ts']);
  });
});
