import { describe, expect, it } from '@jest/globals';
import { wordDifference } from './word-difference.ts';

const said = (before: string, after: string): string => wordDifference(before, after).map(({ kind, text }) => (kind === 'same' ? text : `[${kind === 'added' ? '+' : '-'}${text}]`)).join('');
/** What a reader of the removed, or of the added words alone would read. */
const side = (before: string, after: string, kind: 'added' | 'removed'): string => wordDifference(before, after).filter((piece) => piece.kind === 'same' || piece.kind === kind).map(({ text }) => text).join('');

describe('from one text to another', () => {
  it('names whole words, not letters, in any script', () => {
    expect(said('Accompagner 120 personnes.', 'Accompagner 150 personnes.')).toBe('Accompagner [-120][+150] personnes.');
    expect(said('مواكبة 120 شخصاً', 'مواكبة 150 شخصاً')).toBe('مواكبة [-120][+150] شخصاً');
    expect(said('ⵜⴰⵎⴰⵣⵉⵖⵜ ⴰⵏⴰⵡⴰⵍ', 'ⵜⴰⵎⴰⵣⵉⵖⵜ ⵜⴰⵔⵡⴰ')).toContain('[-ⴰⵏⴰⵡⴰⵍ][+ⵜⴰⵔⵡⴰ]');
  });

  it('joins changes that only a space keeps apart', () => {
    expect(said('trois mots ici', 'deux termes ici')).toBe('[-trois mots][+deux termes] ici');
    expect(said('', 'Deux villes.')).toBe('[+Deux villes.]');
    expect(said('Deux villes.', 'Deux villes.')).toBe('Deux villes.');
  });

  it('loses no word of either text, however far apart they are', () => {
    const words = (seed: number, count: number): string => Array.from({ length: count }, (_, place) => `m${(seed * 7919 + place * (seed + 3)) % 97}`).join(' ');
    for (let seed = 1; seed < 20; seed += 1) {
      const [before, after] = [words(seed, 40 + seed), words(seed + 1, 60 - seed)];
      expect(side(before, after, 'removed').replace(/\s+/g, ' ')).toBe(before);
      expect(side(before, after, 'added').replace(/\s+/g, ' ')).toBe(after);
    }
    expect(side(words(2, 6_000), words(5, 6_000), 'added')).toBe(words(5, 6_000));
  });
});
