import { describe, expect, it } from '@jest/globals';
import { refusalOf, valueOf } from './given.contract.js';
import { worded } from './wording.js';

describe('a text as it is kept', () => {
  it('is composed, without outer spaces, direction marks, controls or lone surrogates', () => {
    expect(valueOf(worded('  e\u0301tude\u202e\u0000 \ud800 ', 50))).toBe('étude \ufffd');
  });
  it('is empty when nothing was written', () => {
    expect([null, undefined, ' \n '].map((raw) => valueOf(worded(raw, 5)))).toEqual(['', '', '']);
  });
  it('is measured in characters, not in code units: ⵣ and 𝒜 count for one', () => {
    expect(valueOf(worded('ⵣ𝒜ⵣ𝒜', 4))).toBe('ⵣ𝒜ⵣ𝒜');
    expect(refusalOf(worded('ⵣ𝒜ⵣ𝒜ⵣ', 4))).toMatchObject({ code: 'TEXT_TOO_LONG', args: { length: 5, maximum: 4 } });
  });
  it('is refused at one megabyte without being read', () => {
    expect(refusalOf(worded('x'.repeat(1_000_000), 300))).toMatchObject({ code: 'TEXT_TOO_LONG', args: { length: 1_000_000, maximum: 300 } });
  });
});
