import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { wordingOf } from '#parties';
import { hasPhrase, say, type PhraseKey } from '#phrases';
import { policyRows, type Operation } from '#platform';
import './app.module.js';

/** The operations that « Qui peut quoi » could only show by their name in the schema. */
const wordless = (operations: readonly Operation[]): Operation[] => operations.filter((operation) => !hasPhrase(wordingOf(operation)));
const operations = policyRows().map(({ operation }) => operation);

describe('« Qui peut quoi »', () => {
  it('has words for every operation of the API, in French and in Arabic', () => {
    expect(operations.length).toBeGreaterThan(60);
    expect(wordless(operations)).toEqual([]);
    for (const operation of operations) for (const language of ['fr', 'ar']) expect(say(language, wordingOf(operation) as PhraseKey).length).toBeGreaterThan(4);
  });

  it('says the same words for no two operations: a reader could not tell them apart', () => {
    const said = operations.map((operation) => say('fr', wordingOf(operation) as PhraseKey));
    expect(said.filter((words, place) => said.indexOf(words) !== place)).toEqual([]);
  });

  it('turns red for a new operation, a misspelt one, and one of the other kind', () => {
    const planted: Operation[] = ['Mutation.sellTownHall', 'Mutation.signMinute', 'Query.signMinutes'];
    expect(wordless([...operations, ...planted])).toEqual(planted);
  });
});
