import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { rules } from './given.contract.js';
import { frozenRules } from './rules.js';

const convention = readFileSync(new URL('../../../../fixtures/villeneuve-tiznit/convention.fr.json', import.meta.url), 'utf8');
const plain = (text: string): string => text.replaceAll('\\n', ' ').replaceAll(/[’']/g, '\'').replaceAll(/\s+/g, ' ');
const isInConvention = (quote: string): boolean => quote.split('[…]').every((part) => plain(convention).includes(plain(part).trim()));

describe('the rules of the convention', () => {
  it('quote the convention word for word, and every rule says where it comes from', () => {
    for (const [name, { source }] of Object.entries(rules)) {
      expect({ name, reference: source.reference }).not.toEqual({ name, reference: '' });
      if (source.kind === 'ARTICLE') expect({ name, quote: source.quote }).not.toEqual({ name, quote: undefined });
      if (source.quote) expect({ name, quoted: isInConvention(source.quote) }).toEqual({ name, quoted: true });
    }
    expect(isInConvention('Le comité prend ses décisions à la majorité.')).toBe(false);
  });

  it('never present a parameter of ours as an article', () => {
    const articles = Object.entries(rules).filter(([, { source }]) => source.kind === 'ARTICLE').map(([name]) => name);
    expect(articles.sort()).toEqual(['alternation', 'convening', 'executory', 'languages', 'majority']);
  });

  it('are frozen to the last leaf, and a frozen copy does not follow the original', () => {
    const source = structuredClone(rules) as { abstention: { value: string } } & typeof rules;
    const kept = frozenRules(source);
    Object.assign(source.abstention, { value: 'NEUTRAL' });
    expect(kept.abstention.value).toBe('BLOCKS');
    expect(() => Object.assign(kept.stepUp.value, { maximumAgeMinutes: 60 })).toThrow(TypeError);
    expect(() => Object.assign(kept.languages.value.allowed, ['en'])).toThrow(TypeError);
  });
});
