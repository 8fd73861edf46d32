import { accepted, refused, type Answer, type RuleSource } from '#kernel';

/** A question to an authenticator lives as long as a person needs to find her key. */
export const challengeMinutes = 5;

/** A key added by recovery proves no act for so long: time for the others to object (design: trust, threat D). */
export const recoveryDelayHours = 72;

/** Questions put from one network in a quarter of an hour; a whole committee sits behind one. */
export const challengesPerQuarter = 120;

const source: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'trust.md D, E, H' };

/** The act a step-up is for: its kind, the document, and the very text the person has before her eyes. */
export interface ActToProve {
  readonly kind: string;
  readonly subjectId: string;
  readonly version: number;
  readonly contentHash: string;
}

/** What the challenge is the hash of. One letter of it changed is another challenge. */
export type StepUpStatement = ActToProve & {
  readonly format: 'PASSERELLE-STEP-UP/1';
  readonly personId: string;
  readonly nonce: string;
};

/** The statement of one act by one person; `nonce` makes two askings two challenges. */
export const statementOfAct = ({ kind, subjectId, version, contentHash }: ActToProve, who: { personId: string; nonce: string }): StepUpStatement => ({
  format: 'PASSERELLE-STEP-UP/1',
  kind,
  subjectId,
  version,
  contentHash,
  personId: who.personId,
  nonce: who.nonce,
});

/** Is this the very act that was proved? */
export const isSameAct = (proved: ActToProve, act: ActToProve): boolean =>
  proved.kind === act.kind && proved.subjectId === act.subjectId && proved.version === act.version && proved.contentHash === act.contentHash;

/** From when a key proves acts; instants by the machine clock. */
export const signsAfter = (addedAt: Date, how: 'SESSION' | 'RECOVERY'): Date =>
  how === 'SESSION' ? addedAt : new Date(addedAt.getTime() + recoveryDelayHours * 3_600_000);

/** What of the person's keys matters before an act. */
export interface SigningKey {
  readonly signsAfter: Date;
}

/** May one of these keys prove an act at `now` (machine clock)? A code remains open to whoever is refused here. */
export function keysThatSign<Key extends SigningKey>(keys: readonly Key[], now: Date): Answer<readonly Key[]> {
  const [first] = [...keys].sort((a, b) => a.signsAfter.getTime() - b.signsAfter.getTime());
  if (!first) return refused('PASSKEY_NONE', {}, source);
  const ready = keys.filter(({ signsAfter: from }) => from <= now);
  return ready.length > 0 ? accepted(ready) : refused('PASSKEY_NOT_YET', { from: first.signsAfter.toISOString(), hours: recoveryDelayHours }, source);
}

export const passkeyRefused = (): Answer<never> => refused('PASSKEY_REFUSED', {}, source);
export const challengeExpired = (): Answer<never> => refused('PASSKEY_EXPIRED', { minutes: challengeMinutes }, source);
export const stepUpRequired = (minutes: number): Answer<never> => refused('STEP_UP_REQUIRED', { minutes }, source);
