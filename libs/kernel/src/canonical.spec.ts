import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from './canonical.js';
import type { Json } from './fact.js';

describe('canonicalJson', () => {
  it('orders keys by code units and keeps arrays in place', () => {
    expect(canonicalJson({ b: [2, 1], a: 'é', '\u20ac': null })).toBe('{"a":"é","b":[2,1],"€":null}');
  });

  it('refuses what has no canonical text', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError);
    expect(() => canonicalJson('\ud800')).toThrow(TypeError);
  });

  it('does not depend on the order in which keys were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.integer()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed as Json)).toBe(canonicalJson(value as Json));
        expect(JSON.parse(canonicalJson(value as Json))).toEqual(value);
      }),
    );
  });
});
