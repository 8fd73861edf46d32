import { describe, expect, it } from '@jest/globals';
import { isStepUpFresh, tryCode } from './sign-in-code.js';

const now = new Date('2026-11-22T09:00:00Z');
const asked = { tries: 0, expiresAt: new Date('2026-11-22T09:10:00Z'), usedAt: null };
const codeOf = (answer: ReturnType<typeof tryCode>): string => (answer.refused ? answer.code : 'ACCEPTED');

describe('tryCode', () => {
  it('accepts the right code in time, once', () => {
    expect(codeOf(tryCode(asked, true, now))).toBe('ACCEPTED');
    expect(codeOf(tryCode({ ...asked, usedAt: now }, true, now))).toBe('SIGN_IN_CODE_EXPIRED');
    expect(codeOf(tryCode(null, true, now))).toBe('SIGN_IN_CODE_EXPIRED');
  });

  it('ends after ten minutes to the millisecond and after five tries', () => {
    expect(codeOf(tryCode(asked, true, new Date('2026-11-22T09:09:59.999Z')))).toBe('ACCEPTED');
    expect(codeOf(tryCode(asked, true, asked.expiresAt))).toBe('SIGN_IN_CODE_EXPIRED');
    expect(codeOf(tryCode({ ...asked, tries: 4 }, true, now))).toBe('ACCEPTED');
    expect(codeOf(tryCode({ ...asked, tries: 5 }, true, now))).toBe('SIGN_IN_CODE_TOO_MANY_TRIES');
  });

  it('says how many tries are left', () => {
    expect(tryCode({ ...asked, tries: 3 }, false, now)).toMatchObject({ code: 'SIGN_IN_CODE_WRONG', args: { left: 1 } });
  });
});

describe('isStepUpFresh', () => {
  it('is fresh for less than five minutes', () => {
    expect(isStepUpFresh(null, now)).toBe(false);
    expect(isStepUpFresh(new Date('2026-11-22T08:55:00.001Z'), now)).toBe(true);
    expect(isStepUpFresh(new Date('2026-11-22T08:55:00.000Z'), now)).toBe(false);
  });
});
