import { describe, expect, it } from '@jest/globals';
import { ladder } from '../domain/ladder.js';
import { noticeRules } from '../jobs/hear-facts.js';
import { composerOf } from './composers.js';
import { isolated, sourceOf, why } from './details.js';
import { sampleMails } from './samples.js';

const rules = [...ladder.map(({ rule }) => rule), ...noticeRules, 'SIGN_IN_CODE'];

describe('the mails', () => {
  it('have a writer for every row of the ladder and every notice, and none for a rule nobody wrote', () => {
    expect(rules.filter((rule) => !composerOf(rule))).toEqual([]);
    expect(composerOf('NOBODY_WRITES_IT')).toBeUndefined();
  });

  it('have a sample of every writer, in both languages, the same at each call', () => {
    const sampled = new Set(sampleMails().map(({ rule }) => composerOf(rule)));
    expect(rules.filter((rule) => !sampled.has(composerOf(rule)))).toEqual([]);
    expect(sampleMails()).toEqual(sampleMails());
    expect(sampleMails().filter(({ language }) => language === 'ar')).toHaveLength(sampleMails().length / 2);
  });

  it('lead to one page by one button, except the codes, which lead nowhere', () => {
    for (const { rule, html } of sampleMails()) expect(`${rule} ${html.match(/class="button"/g)?.length ?? 0}`).toBe(`${rule} ${/^(SIGN_IN|ADDRESS)_CODE/.test(rule) ? 0 : 1}`);
  });

  it('say « en retard » after the day, never « J-3 »', () => {
    const late = sampleMails().find(({ rule, language }) => rule === 'PLAN_J+1' && language === 'fr');
    expect(late?.subject).toBe('Plan d’action 2027\u00a0: en retard');
    expect(late?.text).not.toMatch(/plus que|dans \d/);
  });
});

describe('the words of people inside ours', () => {
  it('keep their direction, and cannot close the isolate around them', () => {
    expect(isolated('Ville-du-Nord', 'ar')).toBe('\u2068Ville-du-Nord\u2069');
    expect(isolated('تيزنيت', 'fr')).toBe('\u2068تيزنيت\u2069');
    expect(isolated('Ville-du-Nord', 'fr')).toBe('Ville-du-Nord');
    expect(isolated('a\u2069\u202eb', 'ar')).toBe('\u2068ab\u2069');
  });

  it('quote the partnership’s own rule; our default is never shown as theirs; without a rule nothing is quoted', () => {
    expect(why(sourceOf({}), 'fr')).toEqual([]);
    expect(why(sourceOf({ source: { kind: 'PRODUCT_DEFAULT', reference: 'C5 Q8' } }), 'fr')).toEqual([{ kind: 'paragraph', text: [expect.stringContaining('Réglage par défaut de Passerelle')] }]);
    expect(why(sourceOf({ source: { kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, signature par code' } }), 'fr')).toEqual([{ kind: 'paragraph', text: ['Règle tenue par Passerelle'] }]);
    expect(why(sourceOf({ source: { kind: 'ARTICLE', reference: 'Art. 9', quote: 'Mots.' } }), 'fr')).toEqual([{ kind: 'quote', text: 'Mots.', language: 'fr', direction: 'ltr', source: 'Convention, Art. 9' }]);
    expect(why(sourceOf({ source: { kind: 'PRODUCT_DEFAULT', reference: 'Art. 3, C5 Q8', quote: 'Mots.' } }), 'fr')).toEqual([expect.objectContaining({ text: 'Mots.', source: expect.stringMatching(/^Convention, Art\. 3\u00a0; sa lecture ici est un réglage par défaut/) })]);
  });
});
