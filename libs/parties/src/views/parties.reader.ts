import type { Language, Zones } from '#kernel';
import type { ReadTx } from '#platform';
import { organisationKinds } from '../domain/organisation.js';
import { seatsAt, type SeatAt } from '../store/seat.store.js';
import type { PartnershipType, PartyType, SeatType } from './parties.types.js';

interface PartyLine {
  partnership_id: string;
  id: string;
  short_name: string;
  title: string;
  title_ar: string;
  place: number;
  organisation: string;
  kind: string;
  siren: string | null;
  networks: string[];
  authority_note: string | null;
  authority_source: string | null;
  contact: string | null;
  territory: PartyType['territory'];
}

const partyLines = `
  select party.partnership_id, party.id, party.short_name, party.president_title as title, party.president_title_ar as title_ar, party.place,
         organisation.name as organisation, organisation.kind, organisation.siren, organisation.networks, organisation.authority_note, organisation.authority_source, organisation.contact,
         json_build_object('name', territory.name, 'country', territory.country, 'zone', territory.zone, 'locale', territory.locale,
                           'currency', territory.currency, 'hierarchy', territory.hierarchy, 'supervision', territory.supervision, 'population', territory.population,
                           'populationYear', territory.population_year, 'populationApproximate', territory.population_approximate, 'workWeek', territory.work_week,
                           'closedDays', territory.closed_days, 'workedDays', territory.worked_days) as territory
  from party
  join organisation on organisation.id = party.organisation_id
  join territory on territory.id = organisation.territory_id
  where party.partnership_id = any ($1::uuid[])
  order by party.place`;

const partyOf = (line: PartyLine, language: Language): PartyType => ({
  id: line.id,
  shortName: line.short_name,
  presidentTitle: language === 'ar' ? line.title_ar : line.title,
  place: line.place,
  organisation: line.organisation,
  kind: organisationKinds.find((kind) => kind === line.kind) ?? 'OTHER',
  siren: line.siren,
  networks: line.networks,
  authorityNote: line.authority_note,
  authoritySource: line.authority_source,
  contact: line.contact,
  territory: line.territory,
});

/** The parties of these partnerships, in the order of documents. */
export async function partiesOf(tx: ReadTx, partnershipIds: readonly string[]): Promise<Map<string, PartyType[]>> {
  const byPartnership = new Map<string, PartyType[]>(partnershipIds.map((id) => [id, []]));
  for (const line of await tx.query<PartyLine>(partyLines, [[...partnershipIds]])) {
    byPartnership.get(line.partnership_id)?.push(partyOf(line, tx.ctx.language));
  }
  return byPartnership;
}

/** A seat as shown: its office in the reader's language, its holder of that instant. */
export function seatView(seat: SeatAt, parties: readonly PartyType[], language: Language): SeatType {
  const party = parties.find(({ id }) => id === seat.partyId);
  if (!party) throw new Error(`seat ${seat.seatId} has no party in reach`);
  const holder = seat.holder && { id: seat.holder.personId, displayName: seat.holder.displayName };
  return { id: seat.seatId, party, category: seat.category, office: language === 'ar' ? seat.officeAr : seat.office, member: seat.member, holder };
}

/** A partnership with its parties and today's composition; `null` when absent or not the reader's. */
export async function partnershipView(tx: ReadTx, id: string, zones: Zones): Promise<PartnershipType | null> {
  const [row] = await tx.query<{ id: string; name: string }>('select id, name from partnership where id = $1', [id]);
  if (!row) return null;
  const parties = (await partiesOf(tx, [id])).get(id) ?? [];
  const seats = await seatsAt(tx, id, { instant: tx.now(), zones });
  return { ...row, parties, seats: seats.map((seat) => seatView(seat, parties, tx.ctx.language)) };
}
