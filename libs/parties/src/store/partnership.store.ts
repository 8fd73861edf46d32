import type { Tx } from '#platform';
import { memberCategories, type SeatCategory } from '../domain/seat.js';
import { MandateRow, OrganisationRow, PartnershipRow, PartyRow, SeatRow, TerritoryRow } from './parties.entity.js';

/** A party as its partnership is opened. */
export interface PartyWords {
  readonly territory: { name: string; country: string; zone: string; locale: string; currency: string; hierarchy: string };
  readonly organisation: { name: string; kind: string };
  readonly shortName: string;
  readonly presidentTitle: string;
  readonly presidentTitleAr: string;
}

/** A seat with its first holder. */
export interface SeatWords {
  readonly category: SeatCategory;
  readonly office: string;
  readonly officeAr: string;
  readonly personId: string;
  /** First civil day of the mandate. */
  readonly from: string;
}

/** Writes the partnership itself. The transaction's settings must name it already. */
export async function addPartnership(tx: Tx, partnership: { id: string; name: string }): Promise<void> {
  await tx.manager.insert(PartnershipRow, { ...partnership, recordedAt: tx.recordedAt() });
}

/** Writes a party with its territory and organisation. Answers its id. */
export async function addParty(tx: Tx, party: PartyWords, at: { partnershipId: string; place: number }): Promise<string> {
  const [territoryId, organisationId, id] = [tx.newId(), tx.newId(), tx.newId()];
  await tx.manager.insert(TerritoryRow, { id: territoryId, ...party.territory });
  await tx.manager.insert(OrganisationRow, { id: organisationId, ...party.organisation, territoryId });
  const { shortName, presidentTitle, presidentTitleAr } = party;
  await tx.manager.insert(PartyRow, { ...at, id, organisationId, shortName, presidentTitle, presidentTitleAr });
  return id;
}

/** Writes a seat and the mandate of who holds it, without an end. */
export async function addSeat(tx: Tx, seat: SeatWords, at: { partnershipId: string; partyId: string }): Promise<void> {
  const { category, office, officeAr, personId, from } = seat;
  const seatId = tx.newId();
  await tx.manager.insert(SeatRow, { ...at, id: seatId, category, office, officeAr, member: memberCategories.includes(category) });
  await tx.manager.insert(MandateRow, { partnershipId: at.partnershipId, id: tx.newId(), seatId, personId, from, until: null, endedMotive: null, interimDocument: null });
}
