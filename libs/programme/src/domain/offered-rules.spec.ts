import { describe, expect, it } from '@jest/globals';
import { definitionOf, ruleKeys, type RuleDefinition, type RuleKey } from '#agreement';
import type { Json, RuleSource } from '#kernel';
import { committeeRules } from '../../../deliberation/src/domain/committee-rules.js';
import { productDefaults } from '../../../deliberation/src/domain/product-defaults.js';
import { deadlineSetting } from './adoption.js';
import { sourcesOf } from './sources.js';

const source: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'C5' };

/** Every value a form may give for a rule whose fields are choices: each reading, the other fields at their default. */
function offered(key: RuleKey): Json[] {
  const { shape, byDefault }: RuleDefinition = definitionOf(key);
  const one = (field: (typeof shape & { kind: 'CHOICE' }) | unknown): readonly Json[] => (field as { readings?: readonly Json[] }).readings ?? [];
  if (shape.kind !== 'COMPOSITE') return [...one(shape)];
  return Object.entries(shape.fields).flatMap(([name, field]) => {
    const readings = field.kind === 'MANY' ? field.readings.map((reading) => [reading]) : field.kind === 'NUMBER' ? [field.from, field.to] : one(field);
    return readings.map((reading) => ({ ...(byDefault as object), [name]: reading }) as Json);
  });
}

/** What the rooms above do with a rule: they take it, or they throw rather than guess. */
const applied = (key: string, value: Json): boolean => {
  const inForce = new Map([[key, { value, source }]]);
  try {
    committeeRules(inForce);
    sourcesOf(inForce);
    deadlineSetting(inForce.get('deadline')?.value);
    return true;
  } catch {
    return false;
  }
};

describe('the readings offered by the catalogue', () => {
  it.each(ruleKeys)('%s is applied by its room, whichever is chosen', (key) => {
    for (const value of offered(key)) expect([key, value, applied(key, value)]).toEqual([key, value, true]);
  });

  it('would be seen to offer what no room applies: planted', () => expect(applied('writtenProcedure', 'ON')).toBe(false));

  it('hold every rule the committee reads, with the same default', () => {
    for (const [key, { value }] of Object.entries(productDefaults)) expect([key, definitionOf(key as RuleKey)?.byDefault]).toEqual([key, value]);
  });

  it('hold every rule the programme reads', () => {
    expect(Object.keys(sourcesOf(new Map())).filter((key) => !(ruleKeys as string[]).includes(key))).toEqual([]);
  });
});
