import { accepted, refused, type Answer } from '#kernel';
import { coordinates, coordinatesFor, type Hand } from './hand.js';
import { sources } from './sources.js';

/** May this hand take a table back? The side that took it, once. Refused with PLAN_BY_COORDINATORS, PAST_IMPORT_OF_ANOTHER or PAST_IMPORT_WITHDRAWN. */
export function mayWithdrawImport(taken: { readonly partyId: string; readonly withdrawnAt: Date | null }, hand: Hand): Answer<true> {
  const coordinator = coordinates(hand);
  if (coordinator.refused) return coordinator;
  if (taken.withdrawnAt) return refused('PAST_IMPORT_WITHDRAWN', {}, sources.states);
  return coordinatesFor(hand).includes(taken.partyId) ? accepted(true) : refused('PAST_IMPORT_OF_ANOTHER', {}, sources.roles);
}
