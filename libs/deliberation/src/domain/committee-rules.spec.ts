import { describe, expect, it } from '@jest/globals';
import type { RuleSource } from '#kernel';
import { committeeRules, type RawRule } from './committee-rules.js';
import { productDefaults } from './product-defaults.js';

const article: RuleSource = { kind: 'ARTICLE', reference: 'Art. 5', quote: 'à l’unanimité' };
const inForce = (key: string, value: RawRule['value']): ReadonlyMap<string, RawRule> => new Map([[key, { value, source: article }]]);

describe('the rules of a committee', () => {
  it('are the product’s defaults where the agreement is silent, and never claim to be its own', () => {
    const rules = committeeRules(new Map());
    expect(rules).toEqual(productDefaults);
    expect(new Set(Object.values(rules).map(({ source }) => source.kind))).toEqual(new Set(['PRODUCT_DEFAULT']));
  });

  it('are the agreement’s where it speaks, with its words', () => {
    const rules = committeeRules(inForce('abstention', 'NEUTRAL'));
    expect(rules.abstention).toEqual({ value: 'NEUTRAL', source: article });
    expect(rules.quorum).toEqual(productDefaults.quorum);
  });

  it('leave to other rooms the rules that are not the committee’s', () => {
    expect(Object.keys(committeeRules(inForce('deadline', { day: '12-31' })))).toEqual(Object.keys(productDefaults));
  });

  it.each([
    ['abstention', 'COUNTS_AS_YES'],
    ['majority', 'SIMPLE'],
    ['everyPartyMustConcur', 'true'],
    ['stepUp', { maximumAgeMinutes: 0 }],
    ['signature', { methods: [], order: 'ANY' }],
    ['languages', { authoritative: 'de', allowed: ['fr'] }],
  ] as const)('refuse to guess: %s cannot be %j', (key, value) => {
    expect(() => committeeRules(inForce(key, value))).toThrow(RangeError);
  });
});
