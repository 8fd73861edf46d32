import { accepted, refused, type Answer, type RuleSource } from '#kernel';

/**
 * 10 minutes, 5 tries (ASVS 5.0, 6.5.5). In 15 minutes: 5 codes for an address from one network, 15 for an address from anywhere (so that a
 * stranger who asks for her address does not lock a person out), 60 from one network (a whole committee sits behind one).
 */
export const signInCodeLimits = { minutes: 10, tries: 5, askedPerQuarter: 5, askedPerAddress: 15, askedPerOrigin: 60 } as const;

/** Codes asked in the last quarter of an hour. */
export interface CodesAsked {
  readonly addressAndOrigin: number;
  readonly address: number;
  readonly origin: number;
}

/** May one more code be asked? Known and unknown addresses are counted alike. */
export function mayAskCode(asked: CodesAsked): Answer<true> {
  if (asked.addressAndOrigin >= signInCodeLimits.askedPerQuarter || asked.address >= signInCodeLimits.askedPerAddress) return refused('SIGN_IN_CODE_TOO_MANY_ASKED', {}, source);
  return asked.origin < signInCodeLimits.askedPerOrigin ? accepted(true) : refused('SIGN_IN_CODE_TOO_MANY_HERE', {}, source);
}

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
