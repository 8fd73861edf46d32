import { accepted, refused, type Answer, type RuleSource } from '#kernel';

/** Our default, after the threat of a stolen mailbox: two people, both sides, seventy-two hours, everybody told. */
export const recoverySource: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, récupération d’un accès' };

/** Hours everybody has to object, once both sides have agreed. */
export const noticeHours = 72;

/** A recovery as it stands. Instants of the legal clock. */
export interface Recovery {
  readonly id: string;
  readonly partnershipId: string;
  readonly personId: string;
  readonly askedBy: string;
  readonly askedParty: string;
  readonly confirmedAt: Date | null;
  readonly stoppedAt: Date | null;
  readonly appliedAt: Date | null;
}

export type RecoveryState = 'ASKED' | 'NOTICE' | 'READY' | 'STOPPED' | 'APPLIED';

/** The instant from which it may be applied. */
export const readyAt = (confirmedAt: Date): Date => new Date(confirmedAt.getTime() + noticeHours * 3_600_000);

/** Where a recovery stands at an instant of the legal clock. */
export function recoveryState({ confirmedAt, stoppedAt, appliedAt }: Recovery, now: Date): RecoveryState {
  if (appliedAt) return 'APPLIED';
  if (stoppedAt) return 'STOPPED';
  if (!confirmedAt) return 'ASKED';
  return now < readyAt(confirmedAt) ? 'NOTICE' : 'READY';
}

/** A coordinator, by the party of her desk. */
export interface Desk {
  readonly personId: string;
  readonly partyId: string;
}

/** Is it still open? */
function open(recovery: Recovery, now: Date): Answer<RecoveryState> {
  const state = recoveryState(recovery, now);
  return state === 'APPLIED' || state === 'STOPPED' ? refused('RECOVERY_OVER', {}, recoverySource) : accepted(state);
}

/** The other side's agreement: another person, at the desk of another party. Answers that desk. */
export function confirmRecovery(recovery: Recovery, by: { desks: readonly Desk[]; now: Date }): Answer<Desk> {
  const state = open(recovery, by.now);
  if (state.refused) return state;
  if (state.value !== 'ASKED') return refused('CONFIRMED_ALREADY', {}, recoverySource);
  const desk = by.desks.find(({ partyId, personId }) => partyId !== recovery.askedParty && personId !== recovery.askedBy);
  if (!desk) return refused('RECOVERY_BY_TWO_SIDES', {}, recoverySource);
  if (desk.personId === recovery.personId) return refused('RECOVERY_OF_ONESELF', {}, recoverySource);
  return accepted(desk);
}

/** Somebody at the door, as far as this rule looks. */
export interface Stopper {
  readonly personId: string;
  readonly seats: readonly { readonly partnershipId: string; readonly persona: string }[];
}

const stoppers: readonly string[] = ['CO_PRESIDENT', 'COORDINATOR'];

/**
 * Stopped while it is not applied, by the person herself or by a co-president or a coordinator of the partnership: a stolen address must
 * not be given by silence alone, nor an access be kept from its owner by anybody who sits there. @returns refused `NOT_ALLOWED`, `RECOVERY_OVER`
 */
export function stopRecovery(recovery: Recovery, by: Stopper, now: Date): Answer<RecoveryState> {
  const isHers = by.personId === recovery.personId;
  const answers = by.seats.some(({ partnershipId, persona }) => partnershipId === recovery.partnershipId && stoppers.includes(persona));
  return isHers || answers ? open(recovery, now) : refused('NOT_ALLOWED', {}, recoverySource);
}

/** After the seventy-two hours, never before. @returns refused `RECOVERY_TOO_EARLY` (argument `at`, an instant) */
export function applyRecovery(recovery: Recovery, now: Date): Answer<Recovery> {
  const state = open(recovery, now);
  if (state.refused) return state;
  if (state.value === 'ASKED') return refused('RECOVERY_BY_TWO_SIDES', {}, recoverySource);
  if (state.value === 'NOTICE') return refused('RECOVERY_TOO_EARLY', { hours: noticeHours }, recoverySource);
  return accepted({ ...recovery, appliedAt: now });
}
