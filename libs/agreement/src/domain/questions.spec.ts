import { describe, expect, it } from '@jest/globals';
import type { Json } from '#kernel';
import { readFileSync } from 'node:fs';
import { concerns, defaultSource, definitionOf, mayBe, ruleKeys, ruleOrDefault, type RuleKey } from './questions.js';
import { fitsField } from './rule-values.js';

const recorded = JSON.parse(readFileSync(new URL('../../../../fixtures/villeneuve-tiznit/rules.json', import.meta.url), 'utf8')) as readonly { key: RuleKey; value: Json }[];

describe('the twenty-five questions', () => {
  it('are each answered by at least one rule, and none is asked that is not one of them', () => {
    const asked = new Set(ruleKeys.map((key) => definitionOf(key).question).filter((number) => number !== null));
    expect([...asked].sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
  });

  it('hold every rule of the convention of the first seed, with the value it has there', () => {
    expect(recorded.filter(({ key, value }) => !mayBe(key, value))).toEqual([]);
  });

  it.each(ruleKeys)('%s may be its own default, and neither something else nor nothing', (key) => {
    expect(mayBe(key, definitionOf(key).byDefault)).toBe(true);
    for (const wrong of ['ELSE', null, {}, [], 7, '']) expect(mayBe(key, wrong)).toBe(false);
  });

  it('name our default as ours, and the question it answers', () => {
    expect(defaultSource('abstention')).toEqual({ kind: 'PRODUCT_DEFAULT', reference: 'C5 Q3' });
    expect(ruleOrDefault(new Map(), 'abstention')?.value).toBe('BLOCKS');
    expect(ruleOrDefault(new Map(), 'deadline')).toBeNull();
    const source = { kind: 'LAW', reference: 'L. 1115-1 CGCT' } as const;
    expect(ruleOrDefault(new Map([['abstention', { value: 'NEUTRAL', source }]]), 'abstention')).toEqual({ value: 'NEUTRAL', source });
  });

  it('fix one only: who may change the others (Q25)', () => {
    expect(ruleKeys.filter((key) => definitionOf(key).fixed)).toEqual(['changeOfRules']);
  });

  it('ask a twinning nothing but who may change what it says, and a mutual commitment what the State does', () => {
    expect(ruleKeys.filter((key) => concerns(key, 'TWINNING'))).toEqual(['changeOfRules']);
    expect(ruleKeys.filter((key) => concerns(key, 'MUTUAL_COMMITMENT'))).toEqual(['effectRule', 'prefectVisa', 'foreignVisa', 'changeOfRules']);
    expect(ruleKeys.filter((key) => !concerns(key, 'CONVENTION'))).toEqual([]);
  });
});

describe('what a rule may be', () => {
  const deadline = { day: '12-31', inclusive: false, event: 'ADOPTION', zoneRule: 'EARLIEST' };
  it.each([
    ['deadline', { ...deadline, day: '02-29' }],
    ['deadline', { ...deadline, day: '13-01' }],
    ['deadline', { ...deadline, inclusive: 'true' }],
    ['deadline', { day: '12-31', inclusive: false, event: 'ADOPTION' }],
    ['deadline', { ...deadline, more: 1 }],
    ['signature', { methods: [], order: 'ANY' }],
    ['signature', { methods: ['PASSKEY', 'PASSKEY'], order: 'ANY' }],
    ['languages', { authoritative: 'fr', allowed: ['ar'] }],
    ['stepUp', { maximumAgeMinutes: 0 }],
    ['stepUp', { maximumAgeMinutes: 2.5 }],
    ['renewal', { months: null, renewalMonths: 36, renewals: null, reviewMonthsBefore: 6 }],
    ['writtenProcedure', 'ON'],
  ] as const)('%s is not %j', (key, value) => expect(mayBe(key, value)).toBe(false));

  it.each([
    ['deadline', { ...deadline, day: '10-15', inclusive: true, event: 'EXECUTORY', zoneRule: 'LATEST' }],
    ['renewal', { months: 12, renewalMonths: 12, renewals: 0, reviewMonthsBefore: 3 }],
    ['voters', 'PARTY'],
    ['everyPartyMustConcur', false],
  ] as const)('%s may be %j', (key, value) => expect(mayBe(key, value)).toBe(true));

  it('never offers a reading Passerelle does not apply', () => {
    for (const key of ruleKeys) {
      const { shape } = definitionOf(key);
      const fields = shape.kind === 'COMPOSITE' ? Object.values(shape.fields) : [shape];
      for (const field of fields) for (const reading of field.kind === 'CHOICE' ? (field.notYet ?? []) : []) expect([key, reading, fitsField(field, reading)]).toEqual([key, reading, false]);
    }
  });
});
