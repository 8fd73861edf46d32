import { describe, expect, it } from '@jest/globals';
import type { CivilDate, RuleSource } from '#kernel';
import { readFileSync } from 'node:fs';
import { isQuoteOf, isSame, motiveOf, sourceOf, type ArticleText, type SourceAsked } from './rule-source.js';

const fixture = <T>(name: string): T => JSON.parse(readFileSync(new URL(`../../../../fixtures/villeneuve-tiznit/${name}`, import.meta.url), 'utf8')) as T;
const { articles } = fixture<{ articles: readonly ArticleText[] }>('convention.fr.json');
const recorded = fixture<readonly { key: string; source: RuleSource }[]>('rules.json');

const rule = { key: 'abstention', value: 'BLOCKS' } as const;
const asked = (over: Partial<SourceAsked>): SourceAsked => ({ kind: 'ARTICLE', articleNumber: null, reference: null, adoptedOn: null, quote: null, ...over });
const codeOf = (over: Partial<SourceAsked>): string => {
  const answer = sourceOf(asked(over), rule, articles);
  return answer.refused ? answer.code : answer.value.reference;
};

describe('the source of a rule', () => {
  it('is an article of the agreement with words that stand in it', () => {
    expect(codeOf({ articleNumber: 'Art. 5', quote: 'Le comité prend ses décisions à l’unanimité.' })).toBe('Art. 5');
    expect(codeOf({ articleNumber: 'Art. 5', quote: 'Le comité prend ses décisions à la majorité.' })).toBe('RULE_QUOTE_NOT_IN_ARTICLE');
    expect(codeOf({ articleNumber: 'Art. 8', quote: 'Le comité prend ses décisions à l’unanimité.' })).toBe('RULE_QUOTE_NOT_IN_ARTICLE');
    expect(codeOf({ articleNumber: 'Art. 5', quote: ' ' })).toBe('RULE_SOURCE_INCOMPLETE');
    expect(codeOf({ articleNumber: 'Art. 77', quote: 'Le comité' })).toBe('RULE_SOURCE_INCOMPLETE');
  });

  it('is the rules of procedure with their date, a law with its reference, or our default for our own reading alone', () => {
    expect(codeOf({ kind: 'RULES_OF_PROCEDURE', adoptedOn: '2026-03-12' as CivilDate })).toBe('12/03/2026');
    expect(codeOf({ kind: 'RULES_OF_PROCEDURE' })).toBe('RULE_SOURCE_INCOMPLETE');
    expect(codeOf({ kind: 'LAW', reference: ' L. 1115-1  CGCT ' })).toBe('L. 1115-1 CGCT');
    expect(codeOf({ kind: 'LAW', reference: '' })).toBe('RULE_SOURCE_INCOMPLETE');
    expect(codeOf({ kind: 'LAW', reference: 'L\u202e.\0 1115-1\ud800' })).toBe('L. 1115-1');
    expect(codeOf({ kind: 'LAW', reference: 'L'.repeat(121) })).toBe('RULE_WORDS_TOO_LONG');
    expect(codeOf({ kind: 'PRODUCT_DEFAULT' })).toBe('C5 Q3');
    expect(sourceOf(asked({ kind: 'PRODUCT_DEFAULT' }), { key: 'abstention', value: 'NEUTRAL' }, articles)).toMatchObject({ refused: true, code: 'RULE_NOT_OUR_DEFAULT' });
  });

  it('quotes the text whatever the apostrophes and spaces, with words left out in order', () => {
    expect(isQuoteOf("à l'unanimité", 'décide à  l’unanimité.')).toBe(true);
    expect(isQuoteOf('un programme […] validé', 'un programme annuel sera validé')).toBe(true);
    expect(isQuoteOf('validé […] un programme', 'un programme annuel sera validé')).toBe(false);
    expect(isQuoteOf('[…]', 'un programme')).toBe(false);
    expect(isQuoteOf('', 'un programme')).toBe(false);
  });

  it('of every article rule of the first seed stands in its text', () => {
    const wrong = recorded.filter(({ source: { kind, reference, quote = '' } }) => {
      const article = articles.find(({ number }) => reference === number || /^[-,]/.test(reference.slice(number.length)) && reference.startsWith(number));
      return kind === 'ARTICLE' && !(article && isQuoteOf(quote, article.text));
    });
    expect(wrong).toEqual([]);
  });

  it('and its motive are kept short and whole', () => {
    expect(motiveOf('  Faute  de frappe ')).toEqual({ refused: false, value: 'Faute de frappe' });
    expect(motiveOf('')).toMatchObject({ code: 'RULE_MOTIVE_REQUIRED' });
    expect(motiveOf('x'.repeat(601))).toMatchObject({ code: 'RULE_WORDS_TOO_LONG' });
  });

  it('compares values whatever the order of their keys', () => {
    expect(isSame({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
    expect(isSame({ a: 1 }, { a: 2 })).toBe(false);
  });
});
