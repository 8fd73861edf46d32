import { describe, expect, it } from '@jest/globals';
import type { Json } from '#kernel';
import { hasPhrase, say } from '#phrases';
import { concerns, definitionOf, mayBe, type RuleKey } from './questions.js';
import { clashesAmong, ruleClashCodes, type RuleClashCode } from './rule-clashes.js';
import { templates } from './templates.js';

type Values = Readonly<Partial<Record<RuleKey, Json>>>;
const codesOf = (values: Values): RuleClashCode[] => clashesAmong((key) => values[key] ?? definitionOf(key).byDefault).map(({ code }) => code);

const clashing: Readonly<Record<RuleClashCode, Values>> = {
  ABSTENTION_STILL_BLOCKS: { voters: 'PARTY', abstention: 'NEUTRAL' },
  NO_QUORUM_YET_EVERY_PARTY: { quorum: 'NONE' },
  YEARLY_PLAN_RARER_MEETINGS: { frequency: 'ONCE_PER_TWO_CIVIL_YEARS' },
};

describe('rules that do not go together', () => {
  it('are none of our defaults, and none of what a template begins with', () => {
    expect(codesOf({})).toEqual([]);
    for (const { key, rules } of templates) expect([key, codesOf(rules)]).toEqual([key, []]);
  });

  it.each(ruleClashCodes)('%s: by values the rules may have, said beside both, with our source', (code) => {
    for (const [key, value] of Object.entries(clashing[code]) as [RuleKey, Json][]) expect([key, mayBe(key, value)]).toEqual([key, true]);
    expect(codesOf(clashing[code])).toEqual([code]);
    const [clash] = clashesAmong((key) => clashing[code][key] ?? definitionOf(key).byDefault);
    expect(clash?.source.kind).toBe('PRODUCT_DEFAULT');
    expect(new Set(clash?.keys).size).toBe(2);
    for (const language of ['fr', 'ar'] as const) {
      expect(hasPhrase(`rules.clash.${code}`)).toBe(true);
      expect(say(language, `rules.clash.${code}`)).not.toBe('');
    }
  });

  it('are no more once one of the two gives way', () => {
    expect(codesOf({ voters: 'PARTY', abstention: 'NEUTRAL', everyPartyMustConcur: false })).toEqual([]);
    expect(codesOf({ voters: 'PARTY', abstention: 'BLOCKS' })).toEqual([]);
    // Where every member votes, a party concurs by another of its members.
    expect(codesOf({ voters: 'ALL_MEMBERS', abstention: 'NEUTRAL' })).toEqual([]);
    expect(codesOf({ quorum: 'NONE', everyPartyMustConcur: false })).toEqual([]);
    expect(codesOf({ frequency: 'ONCE_PER_CIVIL_YEAR' })).toEqual([]);
  });

  it('are looked for among the rules of the agreement only: a twinning has none of them', () => {
    const all = Object.assign({}, ...Object.values(clashing)) as Values;
    expect(clashesAmong((key) => (concerns(key, 'CONVENTION') ? (all[key] ?? definitionOf(key).byDefault) : undefined))).toHaveLength(3);
    expect(clashesAmong((key) => (concerns(key, 'TWINNING') ? (all[key] ?? definitionOf(key).byDefault) : undefined))).toEqual([]);
  });
});
