import { accepted, type Answer } from '#kernel';
import type { Tx } from '#platform';
import { sameParty } from '../domain/opening.js';
import type { OrganisationFacts, TerritoryFacts } from '../domain/organisation.js';
import { memberCategories, type SeatCategory } from '../domain/seat.js';
import { MandateRow, OrganisationRow, PartnershipRow, PartyRow, SeatRow, TerritoryRow } from './parties.entity.js';

/** A party as its partnership is opened. */
export interface PartyWords {
  readonly territory: { name: string; country: string; zone: string; locale: string; currency: string; hierarchy: string } & Partial<TerritoryFacts>;
  readonly organisation: { name: string; kind: string } & Partial<OrganisationFacts>;
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

/** Two openings at once that name one organisation write it once. */
const oneAtATime = 'select pg_advisory_xact_lock(7264017, hashtext($1))';
/**
 * The organisation these words mean, when it is known already: one SIREN, or, without any, one name, kind, country, zone and region. Without a
 * region a name alone says too little: two communes of a country may share it.
 */
const sameSiren = 'select id from organisation where siren = $1 order by id limit 1';
const sameName = `select organisation.id from organisation join territory on territory.id = organisation.territory_id
  where organisation.siren is null and organisation.name = $1 and organisation.kind = $2 and territory.country = $3 and territory.zone = $4
    and territory.hierarchy = $5 and territory.hierarchy <> '' order by organisation.id limit 1`;

async function knownOrganisation(tx: Tx, { organisation, territory }: PartyWords): Promise<string | undefined> {
  const { siren, name, kind } = organisation;
  await tx.query(oneAtATime, [siren ?? name]);
  const found = siren ? await tx.query<{ id: string }>(sameSiren, [siren]) : await tx.query<{ id: string }>(sameName, [name, kind, territory.country, territory.zone, territory.hierarchy]);
  return found[0]?.id;
}

/** Writes an organisation with its territory. Answers its id. */
async function addOrganisation(tx: Tx, { organisation, territory }: PartyWords): Promise<string> {
  const [territoryId, id] = [tx.newId(), tx.newId()];
  await tx.manager.insert(TerritoryRow, { id: territoryId, ...territory });
  await tx.manager.insert(OrganisationRow, { id, ...organisation, territoryId });
  return id;
}

/** Writes a party; its organisation may be known from another partnership. Answers its id. @returns refused `PARTIES_DIFFER` when it is a party already */
export async function addParty(tx: Tx, party: PartyWords, at: { partnershipId: string; place: number }): Promise<Answer<string>> {
  const { shortName, presidentTitle, presidentTitleAr } = party;
  const known = await knownOrganisation(tx, party);
  const [already] = known ? await tx.query('select id from party where partnership_id = $1 and organisation_id = $2', [at.partnershipId, known]) : [];
  if (already) return sameParty(shortName);
  const id = tx.newId();
  const organisationId = known ?? (await addOrganisation(tx, party));
  await tx.manager.insert(PartyRow, { ...at, id, organisationId, shortName, presidentTitle, presidentTitleAr });
  return accepted(id);
}

/** Writes a seat and the mandate of who holds it, without an end. */
export async function addSeat(tx: Tx, seat: SeatWords, at: { partnershipId: string; partyId: string }): Promise<void> {
  const { category, office, officeAr, personId, from } = seat;
  const seatId = tx.newId();
  await tx.manager.insert(SeatRow, { ...at, id: seatId, category, office, officeAr, member: memberCategories.includes(category) });
  await tx.manager.insert(MandateRow, { partnershipId: at.partnershipId, id: tx.newId(), seatId, personId, from, until: null, endedMotive: null, interimDocument: null, interimDated: null });
}
