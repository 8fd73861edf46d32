import type { Ctx } from '#platform';
import type { Hand } from '../domain/hand.js';

/** The person at the door, with the seats held now in this partnership. Nobody is a hand without a seat. */
export function handOf({ actor }: Ctx, partnershipId: string): Hand {
  const seats = (actor?.seats ?? []).filter((seat) => seat.partnershipId === partnershipId);
  return { personId: actor?.personId ?? '', seats: seats.map(({ partyId, persona }) => ({ partyId, persona })) };
}
