import { accepted, refused, type Answer, type RuleSource } from '#kernel';

/** 10 minutes, 5 tries (ASVS 5.0, 6.5.5); at most 5 codes asked per address in 15 minutes. */
export const signInCodeLimits = { minutes: 10, tries: 5, askedPerQuarter: 5 } as const;

/** Machine time after which a session asks to sign in again; reading on a mayor's phone must not be a burden. */
export const sessionDays = 30;

/** Signing and convening ask a step-up younger than this (design: trust, threat E). */
export const stepUpMinutes = 5;

const source: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'ASVS 5.0 6.5.5' };

/** What a code has been through; instants by the machine clock. */
export interface AskedCode {
  readonly tries: number;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

/** May this code still be tried at `now` (machine clock)? Every failure says the same thing to do: ask for a new code. */
export function tryCode(asked: AskedCode | null, matches: boolean, now: Date): Answer<true> {
  if (!asked || asked.usedAt || now >= asked.expiresAt) return refused('SIGN_IN_CODE_EXPIRED', { minutes: signInCodeLimits.minutes }, source);
  if (asked.tries >= signInCodeLimits.tries) return refused('SIGN_IN_CODE_TOO_MANY_TRIES', { tries: signInCodeLimits.tries }, source);
  return matches ? accepted(true) : refused('SIGN_IN_CODE_WRONG', { left: signInCodeLimits.tries - asked.tries - 1 }, source);
}

/** Is the last step-up recent enough to sign or to convene? Both instants by the machine clock. */
export const isStepUpFresh = (stepUpAt: Date | null, now: Date): boolean =>
  stepUpAt !== null && now.getTime() - stepUpAt.getTime() < stepUpMinutes * 60_000;
