import { refused, type Answer } from '#kernel';
import { notAllowed, sheetOfOtherParty } from './refusals.js';
import { sources, type ProgrammeSources } from './sources.js';

/** Who acts: a person with the seats held now in this partnership, and nothing else of the world. */
export interface Hand {
  readonly personId: string;
  readonly seats: readonly { readonly partyId: string; readonly persona: string }[];
}

/** A party, as far as this room needs it. */
export interface PartyName {
  readonly id: string;
  readonly shortName: string;
}

/** The parties of a partnership, and where its rules come from. */
export interface PartyWorld {
  readonly parties: readonly PartyName[];
  readonly sources: ProgrammeSources;
}

/** Those who write and examine sheets (design A5): technicians, and coordinators for them. */
const writers: readonly string[] = ['TECHNICIAN', 'COORDINATOR'];

const partiesOfSeats = (hand: Hand, personas: readonly string[]): string[] => [
  ...new Set(hand.seats.filter(({ persona }) => personas.includes(persona)).map(({ partyId }) => partyId)),
];

/** Parties for which this hand writes or examines sheets. */
export const writesFor = (hand: Hand): readonly string[] => partiesOfSeats(hand, writers);
/** Parties for which this hand answers for the plan. */
export const coordinatesFor = (hand: Hand): readonly string[] => partiesOfSeats(hand, ['COORDINATOR']);

/** The name printed for a party; its id when it is unknown here. */
export const nameOf = (parties: readonly PartyName[], partyId: string): string => parties.find(({ id }) => id === partyId)?.shortName ?? partyId;

/** May this hand write on a sheet of that party? Refused with NOT_ALLOWED, or with the party whose sheet it is. */
export function writesOn(hand: Hand, authorPartyId: string, { parties, sources: { sheetsByCommittee } }: PartyWorld): Answer<true> {
  if (writesFor(hand).length === 0) return notAllowed();
  return writesFor(hand).includes(authorPartyId) ? { refused: false, value: true } : sheetOfOtherParty(nameOf(parties, authorPartyId), sheetsByCommittee);
}

/** May this hand act on plans? Refused with PLAN_BY_COORDINATORS. */
export const coordinates = (hand: Hand): Answer<true> =>
  coordinatesFor(hand).length > 0 ? { refused: false, value: true } : refused('PLAN_BY_COORDINATORS', {}, sources.roles);
