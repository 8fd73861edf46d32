import { describe, expect, it } from '@jest/globals';
import { isHeldOn } from './seat.js';

describe('isHeldOn', () => {
  const mandate = { from: '2026-03-28', until: '2026-11-22' };
  it('counts the first day and not the last', () => {
    expect(isHeldOn(mandate, '2026-03-27')).toBe(false);
    expect(isHeldOn(mandate, '2026-03-28')).toBe(true);
    expect(isHeldOn(mandate, '2026-11-21')).toBe(true);
    expect(isHeldOn(mandate, '2026-11-22')).toBe(false);
  });
  it('has no end when none is written', () => {
    expect(isHeldOn({ from: '2026-03-28', until: null }, '2099-01-01')).toBe(true);
  });
});
