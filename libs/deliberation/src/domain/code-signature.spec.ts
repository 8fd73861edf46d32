import { describe, expect, it } from '@jest/globals';
import { signatureContestableUntil } from './code-signature.js';

describe('a signature by mail code', () => {
  it('is contestable for 48 hours of the clock, also over a night that a zone makes longer', () => {
    expect(signatureContestableUntil(new Date('2026-12-10T15:00:01Z')).toISOString()).toBe('2026-12-12T15:00:01.000Z');
    expect(signatureContestableUntil(new Date('2026-10-24T22:30:00Z')).toISOString()).toBe('2026-10-26T22:30:00.000Z');
  });
});
