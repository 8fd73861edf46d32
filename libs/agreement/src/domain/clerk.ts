import { accepted, refused, type Answer, type RuleSource } from '#kernel';

/** A seat held today, as far as this rule looks. */
export interface Held {
  readonly partnershipId: string;
  readonly partyId: string;
  readonly persona: string;
}

/** Who stands before the register, and which parties have somebody to keep it. */
export interface AtTheRegister {
  readonly partnershipId: string;
  readonly seats: readonly Held[];
  /** Parties that have a coordinator today. */
  readonly coordinatedPartyIds: readonly string[];
  /** The instance setting a partnership up; nobody at the door is. */
  readonly isSetUp: boolean;
}

const source: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, registre de la convention' };

/**
 * Each party's coordination writes its own acts; those of a party without a coordination, and what belongs to nobody alone, are any coordination's.
 * Refused with `NOT_ALLOWED`, or `REGISTER_OF_ANOTHER_PARTY`.
 */
export function mayRegister({ partnershipId, seats, coordinatedPartyIds, isSetUp }: AtTheRegister, partyId: string | null): Answer<true> {
  if (isSetUp) return accepted(true);
  const mine = seats.filter((seat) => seat.persona === 'COORDINATOR' && seat.partnershipId === partnershipId).map((seat) => seat.partyId);
  if (mine.length === 0) return refused('NOT_ALLOWED', {}, source);
  const open = partyId === null || mine.includes(partyId) || !coordinatedPartyIds.includes(partyId);
  return open ? accepted(true) : refused('REGISTER_OF_ANOTHER_PARTY', {}, source);
}
