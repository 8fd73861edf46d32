import { describe, expect, it } from '@jest/globals';
import { say } from './say.js';
import { spaced } from './spaced.js';

describe('say', () => {
  it('fills values in and falls back to French', () => {
    expect(say('fr', 'refusal.NO_SUCH_DATE', { text: '30/02' })).toBe('Cette date n’existe pas\u00a0: 30/02.');
    expect(say('ar', 'refusal.NO_SUCH_DATE', { text: '30/02' })).toContain('30/02');
    expect(say('zgh', 'refusal.NO_SUCH_DATE', { text: '30/02' })).toBe(say('fr', 'refusal.NO_SUCH_DATE', { text: '30/02' }));
  });

  it('never ends a French line inside guillemets nor before a double sign', () => {
    expect(spaced('fr', '« Oui » : {n, plural, one {# voix ?} other {# voix !}} ; 5 %')).toBe('«\u00a0Oui\u00a0»\u00a0: {n, plural, one {# voix\u00a0?} other {# voix\u00a0!}}\u00a0; 5\u00a0%');
    expect(spaced('ar', 'نعم ؟ 5 %')).toBe('نعم ؟ 5 %');
  });

  it('throws on an unknown key', () => {
    expect(() => say('fr', 'refusal.NO_SUCH_CODE' as never)).toThrow('no sentence');
  });
});
