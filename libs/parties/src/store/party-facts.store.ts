import type { ReadTx, Tx } from '#platform';
import type { FactChange, PartyFacts } from '../domain/party-facts.js';
import { OrganisationRow, PartyRow, TerritoryRow } from './parties.entity.js';
import { PartyRevisionRow } from './party-revision.entity.js';

/** A party with its facts as they stand, and how often they were changed. */
export interface KnownParty {
  readonly partnershipId: string;
  readonly partyId: string;
  readonly organisationId: string;
  readonly territoryId: string;
  readonly country: string;
  readonly version: number;
  readonly facts: PartyFacts;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const columns = `
  select party.partnership_id as "partnershipId", party.id as "partyId", organisation.id as "organisationId", territory.id as "territoryId", territory.country,
         (select count(*)::int from party_revision as known where known.partnership_id = party.partnership_id and known.party_id = party.id) as version,
         json_build_object('presidentTitle', party.president_title, 'presidentTitleAr', party.president_title_ar, 'siren', organisation.siren, 'networks', organisation.networks,
           'authorityNote', organisation.authority_note, 'authoritySource', organisation.authority_source, 'contact', organisation.contact, 'currency', territory.currency,
           'hierarchy', territory.hierarchy, 'supervision', territory.supervision, 'population', territory.population, 'populationYear', territory.population_year,
           'populationApproximate', territory.population_approximate, 'workWeek', territory.work_week,
           'closedDays', territory.closed_days, 'workedDays', territory.worked_days) as facts
  from party
  join organisation on organisation.id = party.organisation_id
  join territory on territory.id = organisation.territory_id
  where party.id = $1`;

/** A party the reader may see; `null` when absent or out of sight. */
export async function partyKnown(tx: ReadTx, partyId: string): Promise<KnownParty | null> {
  const [row] = uuid.test(partyId) ? await tx.query<KnownParty>(columns, [partyId]) : [];
  return row ?? null;
}

/** The same, locked with its organisation and its place: two changes come one after the other, and the second knows of the first. */
export async function lockParty(tx: Tx, partyId: string): Promise<KnownParty | null> {
  const known = await partyKnown(tx, partyId);
  if (!known) return null;
  await tx.query('select 1 from organisation where id = $1 for update', [known.organisationId]);
  return partyKnown(tx, partyId);
}

/** Is this SIREN another organisation's? */
export async function isSirenTaken(tx: ReadTx, { organisationId }: KnownParty, siren: string | null): Promise<boolean> {
  const rows = siren === null ? [] : await tx.query('select 1 from organisation where siren = $1 and id <> $2', [siren, organisationId]);
  return rows.length > 0;
}

/** Writes the facts where they stand: its title in this partnership, the rest wherever the organisation is a party. Answers the new version. */
export async function keepFacts(tx: Tx, { partnershipId, partyId, organisationId, territoryId, version }: KnownParty, after: { readonly facts: PartyFacts; readonly changes: readonly FactChange[] }): Promise<number> {
  const { presidentTitle, presidentTitleAr, siren, networks, authorityNote, authoritySource, contact, workWeek, closedDays, workedDays, ...rest } = after.facts;
  await tx.manager.update(PartyRow, { partnershipId, id: partyId }, { presidentTitle, presidentTitleAr });
  await tx.manager.update(OrganisationRow, { id: organisationId }, { siren, networks: [...networks], authorityNote, authoritySource, contact });
  await tx.manager.update(TerritoryRow, { id: territoryId }, { ...rest, workWeek: workWeek && [...workWeek], closedDays: [...closedDays], workedDays: [...workedDays] });
  const written = { occurredAt: tx.now(), recordedAt: tx.recordedAt() };
  await tx.manager.insert(PartyRevisionRow, { partnershipId, id: tx.newId(), partyId, version: version + 1, changes: after.changes as FactChange[], personId: tx.ctx.actor?.personId ?? '', ...written });
  return version + 1;
}

/** A change as it is told. */
export interface RevisionLine {
  readonly version: number;
  readonly changes: readonly FactChange[];
  readonly by: string;
  readonly at: Date;
}

/** Every change of a party's facts, the last first. */
export const revisionsOf = (tx: ReadTx, { partnershipId, partyId }: Pick<KnownParty, 'partnershipId' | 'partyId'>): Promise<RevisionLine[]> =>
  tx.query<RevisionLine>(
    `select party_revision.version, party_revision.changes, person.display_name as by, party_revision.occurred_at as at from party_revision join person on person.id = party_revision.person_id
      where party_revision.partnership_id = $1 and party_revision.party_id = $2 order by party_revision.version desc`,
    [partnershipId, partyId],
  );

