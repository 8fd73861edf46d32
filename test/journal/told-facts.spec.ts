import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factKeys } from './fact-keys.js';

/** The facts that a source tells, by their kind. */
const toldIn = (source: string): string[] => [...source.matchAll(/(?:told\('|kind: ')([A-Z][a-z]+(?:[A-Z][a-z]+)+)'(?:, partnershipId|, about|, \{|,\n\s+partnershipId)/g)].map(([, kind]) => kind as string);

const sources = ['libs', 'apps/api/src'].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path))).filter((path) => path.endsWith('.ts') && !/\.(spec|contract)\.ts$|\/verify\//.test(path));
const unreviewed = (texts: readonly string[]): string[] => [...new Set(texts.flatMap(toldIn))].filter((kind) => !factKeys[kind]);

describe('facts', () => {
  it('told anywhere in the house have their reviewed keys', () => {
    expect(sources.length).toBeGreaterThan(200);
    const texts = sources.map((path) => readFileSync(path, 'utf8'));
    expect(texts.flatMap(toldIn).length).toBeGreaterThan(40);
    expect(unreviewed(texts)).toEqual([]);
  });

  it('that nobody reviewed are named', () => {
    expect(unreviewed([`tx.tell({ kind: 'MayorPhotographed', partnershipId, subject, data: { name } })`])).toEqual(['MayorPhotographed']);
    expect(unreviewed([`told('LetterShredded', { partnershipId }, {})`])).toEqual(['LetterShredded']);
  });
});
