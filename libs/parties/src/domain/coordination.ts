import { accepted, refused, type Answer, type CivilDate, type RuleSource } from '#kernel';
import { isHeldOn, type Interval } from './seat.js';

/** Our own way: no text of the partners says who names a coordinator when nobody is left to do so. */
export const coordinationSource: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, partie sans coordination' };

/** A coordinator's mandate on one side, as far as this rule looks. */
export interface CoordinatorHeld extends Interval {
  readonly personId: string;
  readonly displayName: string;
  readonly seatId: string;
  readonly office: string;
  readonly officeAr: string;
  /** Can be written to, and has taken up the invitation that gave her an address again; no for whoever came with an archive. */
  readonly answers: boolean;
}

/** Those in whose name nobody can act today: their mandate runs, their access was not given back yet. */
export const outOfReach = (held: readonly CoordinatorHeld[], today: CivilDate): CoordinatorHeld[] => held.filter((one) => isHeldOn(one, today) && !one.answers);

/** Does nobody answer for this side today? */
export const isVacant = (held: readonly CoordinatorHeld[], today: CivilDate): boolean => !held.some((one) => isHeldOn(one, today) && one.answers);

/**
 * Whoever runs the instance names a coordinator only where nobody is left to do it: somebody new (`personId` null), or a person of that desk
 * who has lost her access with her instance, and keeps her seat. @returns refused `COORDINATOR_IN_OFFICE`, `NOT_FOUND`
 */
export function mayNameCoordinator(held: readonly CoordinatorHeld[], personId: string | null, today: CivilDate): Answer<CoordinatorHeld | null> {
  if (!isVacant(held, today)) return refused('COORDINATOR_IN_OFFICE', {}, coordinationSource);
  if (personId === null) return accepted(null);
  const known = outOfReach(held, today).find((one) => one.personId === personId);
  return known ? accepted(known) : refused('NOT_FOUND');
}
