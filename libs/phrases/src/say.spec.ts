import { describe, expect, it } from '@jest/globals';
import { say } from './say.js';

describe('say', () => {
  it('fills values in and falls back to French', () => {
    expect(say('fr', 'refusal.NO_SUCH_DATE', { text: '30/02' })).toBe('Cette date n’existe pas : 30/02.');
    expect(say('ar', 'refusal.NO_SUCH_DATE', { text: '30/02' })).toContain('30/02');
    expect(say('zgh', 'refusal.NO_SUCH_DATE', { text: '30/02' })).toBe(say('fr', 'refusal.NO_SUCH_DATE', { text: '30/02' }));
  });

  it('throws on an unknown key', () => {
    expect(() => say('fr', 'refusal.NO_SUCH_CODE' as never)).toThrow('no sentence');
  });
});
