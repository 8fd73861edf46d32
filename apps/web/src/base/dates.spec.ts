import { describe, expect, it } from '@jest/globals';
import { momentInWords, type PlaceClock } from './dates.tsx';

const at = (text: string): number => Date.parse(text);
const tiznit: PlaceClock = { city: 'Tiznit', offsets: [[at('2020-01-01T00:00:00Z'), 60], [at('2026-09-20T02:00:00Z'), 0]] };
const plain = (text: string): string => text.replace(/[\u2066-\u2069\u200e\u200f]/gu, '').replace(/\s/gu, ' ');

describe('an instant, where the reader sits', () => {
  it.each([
    ['2026-09-20T01:59:00Z', '20 septembre 2026 à 02:59 (Tiznit)'],
    ['2026-09-20T02:00:00Z', '20 septembre 2026 à 02:00 (Tiznit)'],
    ['2025-12-31T23:30:00Z', '1 janvier 2026 à 00:30 (Tiznit)'],
  ])('%s: %s', (instant, said) => expect(plain(momentInWords('fr', instant, tiznit))).toBe(said));

  it('is in UTC, and says so, without a clock or before the years it tells', () => {
    for (const clock of [null, tiznit]) expect(plain(momentInWords('fr', '2019-06-01T09:00:00Z', clock))).toBe('1 juin 2019 à 09:00 UTC');
    expect(plain(momentInWords('ar', '2026-11-23T09:00:00Z', tiznit))).toContain('23 نونبر 2026');
  });
});
