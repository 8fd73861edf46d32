import type { CivilDate } from '#kernel';
import type { ReadTx, Tx } from '#platform';
import { stateOf, type Holding, type Invitation } from '../domain/invitation.js';

/** An invitation with what acting on it needs: the calendar of its territory, the office it offers. */
export interface KnownInvitation extends Invitation {
  readonly zone: string;
  /** Name of the partnership, and of the party that invites. */
  readonly partnership: string;
  readonly party: string;
  readonly office: string;
  readonly officeAr: string;
  readonly displayName: string;
  readonly interimDocument: string | null;
  readonly interimDated: CivilDate | null;
  readonly resembles: string | null;
  readonly sent: number;
  readonly invitedAt: Date;
  readonly declinedMotive: string | null;
}

const columns = `invitation.partnership_id as "partnershipId", invitation.id, invitation.party_id as "partyId", invitation.category, invitation.seat_id as "seatId",
  invitation.person_id as "personId", invitation."from"::text as "from", invitation."until"::text as "until", invitation.confirmation, invitation.expires_at as "expiresAt",
  invitation.accepted_at as "acceptedAt", invitation.confirmed_at as "confirmedAt", invitation.withdrawn_at as "withdrawnAt", invitation.begun_at as "begunAt",
  invitation.office, invitation.office_ar as "officeAr", invitation.display_name as "displayName", invitation.interim_document as "interimDocument", invitation.interim_dated::text as "interimDated",
  invitation.resembles, invitation.sent, invitation.invited_at as "invitedAt",
  invitation.declined_at as "declinedAt", invitation.declined_motive as "declinedMotive"`;
const located = `, partnership.name as partnership, party.short_name as party, territory.zone from invitation
  join partnership on partnership.id = invitation.partnership_id
  join party on party.partnership_id = invitation.partnership_id and party.id = invitation.party_id
  join organisation on organisation.id = party.organisation_id
  join territory on territory.id = organisation.territory_id`;

/** Locks an invitation for what is decided on it; `null` when it is absent or not the actor's to see. */
export async function lockInvitation(tx: Tx, id: string): Promise<KnownInvitation | null> {
  const [row] = await tx.query<KnownInvitation>(`select ${columns} ${located} where invitation.id = $1 for update of invitation`, [id]);
  return row ?? null;
}

/** Every invitation of a partnership that has not become a mandate and was not taken back, newest first. */
export const openInvitations = (tx: ReadTx, partnershipId: string): Promise<KnownInvitation[]> =>
  tx.query(
    `select ${columns} ${located} where invitation.partnership_id = $1 and invitation.begun_at is null and invitation.withdrawn_at is null
     order by invitation.invited_at desc, invitation.id desc`,
    [partnershipId],
  );

const byDoor = `, door.partnership, door.party, door.zone from invitations_of_person($1) door
  join invitation on invitation.partnership_id = door.partnership_id and invitation.id = door.id`;

/** What this person is invited to, and what begins on a later day, before she may see anything else of it: the names come through a door of their own. */
export const invitationsOf = (tx: ReadTx, personId: string): Promise<KnownInvitation[]> =>
  tx.query(`select ${columns} ${byDoor} where (invitation.begun_at is null or invitation."from" > $2::date) and invitation.withdrawn_at is null and invitation.declined_at is null order by invitation.invited_at desc`, [personId, tx.now()]);

/** One invitation, as a member of its partnership or as the person invited; `null` when it is neither's. */
export async function invitationById(tx: ReadTx, id: string): Promise<KnownInvitation | null> {
  const [here] = await tx.query<KnownInvitation>(`select ${columns} ${located} where invitation.id = $1`, [id]);
  if (here) return here;
  const [mine] = await tx.query<KnownInvitation>(`select ${columns} ${byDoor} where invitation.id = $2`, [tx.ctx.actor?.personId ?? null, id]);
  return mine ?? null;
}

/** Which partnership an invitation of this person belongs to, before she may see any of its rows: a door of its own. */
export async function partnershipInvitingTo(tx: ReadTx, personId: string, invitationId: string): Promise<string | null> {
  const [row] = await tx.query<{ partnership_id: string }>('select partnership_id from invitations_of_person($1) where id = $2', [personId, invitationId]);
  return row?.partnership_id ?? null;
}

/** Those that still wait for another party's word. */
export const awaitingConfirmation = async (tx: ReadTx, partnershipId: string): Promise<KnownInvitation[]> =>
  (await openInvitations(tx, partnershipId)).filter((one) => one.confirmation !== null && one.confirmedAt === null && ['INVITED', 'ACCEPTED'].includes(stateOf(one, tx.now())));

/** Those that their person declined, and whose coordinator has not filed them yet. */
export const declinedInvitations = async (tx: ReadTx, partnershipId: string): Promise<KnownInvitation[]> =>
  (await openInvitations(tx, partnershipId)).filter(({ declinedAt }) => declinedAt !== null);

/** Writes back what a rule decided. */
export async function keepInvitation(tx: Tx, invitation: KnownInvitation, confirmedBy: string | null = null): Promise<void> {
  const { id, acceptedAt, confirmedAt, withdrawnAt, begunAt, expiresAt, sent, declinedAt, declinedMotive } = invitation;
  await tx.query(
    `update invitation set accepted_at = $2, confirmed_at = $3, withdrawn_at = $4, begun_at = $5, expires_at = $6, sent = $7, confirmed_by = coalesce($8, confirmed_by), declined_at = $9, declined_motive = $10 where id = $1`,
    [id, acceptedAt, confirmedAt, withdrawnAt, begunAt, expiresAt, sent, confirmedBy, declinedAt, declinedMotive],
  );
}

/** The names a reader of this partnership knows: who holds or held a seat, who is invited. */
export const namesOf = (tx: ReadTx, partnershipId: string): Promise<{ personId: string; displayName: string }[]> =>
  tx.query(
    `select person.id as "personId", person.display_name as "displayName" from person
       where exists (select from mandate where mandate.person_id = person.id and mandate.partnership_id = $1)
     union
     select person_id, display_name from invitation where partnership_id = $1 and withdrawn_at is null and declined_at is null`,
    [partnershipId],
  );

/** Does this person coordinate another party of the partnership, or is she invited to? One person never speaks for two sides. */
export async function coordinatesAnother(tx: ReadTx, who: { partnershipId: string; partyId: string; personId: string }): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from mandate join seat on seat.partnership_id = mandate.partnership_id and seat.id = mandate.seat_id
       where mandate.partnership_id = $1 and seat.party_id <> $2 and mandate.person_id = $3 and seat.category = 'COORDINATOR' and (mandate."until" is null or mandate."until" >= $4::date)
     union all
     select 1 from invitation where partnership_id = $1 and party_id <> $2 and person_id = $3 and category = 'COORDINATOR' and withdrawn_at is null and declined_at is null and begun_at is null and expires_at > $4`,
    [who.partnershipId, who.partyId, who.personId, tx.now()],
  );
  return rows.length > 0;
}

interface HeldSeatLine {
  readonly id: string;
  readonly office: string;
  readonly officeAr: string;
  readonly category: string;
  readonly held: boolean;
  readonly until: CivilDate | null;
}

const seatWithHolding = `
  select seat.id, seat.office, seat.office_ar as "officeAr", seat.category, count(mandate.id) > 0 as held,
         case when bool_or(mandate.id is not null and mandate."until" is null) then null else max(mandate."until")::text end as "until"
  from seat left join mandate on mandate.partnership_id = seat.partnership_id and mandate.seat_id = seat.id and mandate.person_id is distinct from $4`;

/** The seat to take over, and how somebody else holds it; `null` when this party has no such seat. The presidency of a party is one seat for ever. */
export async function seatToTakeOver(tx: ReadTx, wish: { partyId: string; category: string; seatId: string | null; personId: string | null }): Promise<{ seat: HeldSeatLine; holding: Holding } | null> {
  const [seat] = await tx.query<HeldSeatLine>(
    `${seatWithHolding} where seat.party_id = $1 and seat.category = $2 and (seat.id = $3 or ($3::uuid is null and seat.category = 'CO_PRESIDENT')) group by seat.partnership_id, seat.id`,
    [wish.partyId, wish.category, wish.seatId, wish.personId],
  );
  return seat ? { seat, holding: seat.held ? { until: seat.until } : null } : null;
}

/** Somebody who has a seat of this party, today or on a later day, and whether it is its presidency; `null` when she is not of this party. */
export async function personOfParty(tx: ReadTx, who: { partnershipId: string; partyId: string; personId: string }): Promise<{ displayName: string; presides: boolean } | null> {
  const [row] = await tx.query<{ displayName: string; presides: boolean }>(
    `select person.display_name as "displayName", bool_or(seat.category = 'CO_PRESIDENT') as presides
     from mandate join seat on seat.partnership_id = mandate.partnership_id and seat.id = mandate.seat_id join person on person.id = mandate.person_id
     where mandate.partnership_id = $1 and seat.party_id = $2 and mandate.person_id = $3 and (mandate."until" is null or mandate."until" > $4::date) group by person.id`,
    [who.partnershipId, who.partyId, who.personId, tx.now()],
  );
  return row ?? null;
}
