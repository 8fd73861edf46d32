import { refused, type Answer, type CivilDate } from '#kernel';
import type { ReadTx, Tx } from '#platform';
import type { InterimAct, Mandate } from '../domain/mandate.js';
import { memberCategories } from '../domain/seat.js';
import { takeOffices } from './actor.store.js';
import { awaitingConfirmation, type KnownInvitation } from './invitation.store.js';
import { MandateRow, SeatRow } from './parties.entity.js';

/** The seat of a party's presidency, or the one named, locked: two mandates of one seat begin one after the other. */
async function lockSeat(tx: Tx, { partnershipId, partyId, category, seatId }: KnownInvitation): Promise<string | null> {
  if (!seatId && category !== 'CO_PRESIDENT') return null;
  const [seat] = await tx.query<{ id: string }>(
    `select id from seat where partnership_id = $1 and party_id = $2 and category = $3 and (id = $4 or $4::uuid is null) for update`,
    [partnershipId, partyId, category, seatId],
  );
  return seat?.id ?? null;
}

/** Seats the invited person over [from, until), in the seat offered or a new one. Answers the mandate's id. */
export async function beginMandate(tx: Tx, invitation: KnownInvitation, over: { from: CivilDate; until: CivilDate | null }): Promise<string> {
  const { partnershipId, partyId, category, office, officeAr, personId, interimDocument, interimDated } = invitation;
  const known = await lockSeat(tx, invitation);
  const seatId = known ?? tx.newId();
  if (!known) await tx.manager.insert(SeatRow, { partnershipId, id: seatId, partyId, category, office, officeAr, member: memberCategories.includes(category) });
  const id = tx.newId();
  await tx.manager.insert(MandateRow, { partnershipId, id, seatId, personId, ...over, endedMotive: null, interimDocument, interimDated });
  return id;
}

/** Does the invited person hold the offered seat already, today or from a later day? Invited again, she keeps the mandate she has. */
export async function holdsAlready(tx: ReadTx, { seatId, personId }: Pick<KnownInvitation, 'seatId' | 'personId'>): Promise<boolean> {
  const rows = await tx.query('select 1 from mandate where seat_id = $1 and person_id = $2 and ("until" is null or "until" > $3::date)', [seatId, personId, tx.now()]);
  return rows.length > 0;
}

const taken = new Set(['mandate_one_holder_per_day', 'seat_one_presidency_per_party']);

/** The constraints behind the locks: who comes second is told that the seat is held. */
export async function unlessTaken<T>(act: () => Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await act();
  } catch (error) {
    const { constraint } = error as { constraint?: unknown };
    if (taken.has(String(constraint))) return refused('SEAT_HELD');
    throw error;
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A mandate with its territory's zone, its seat locked and no act of its holder's under way; `null` when absent or out of sight. */
export async function lockMandate(tx: Tx, id: string): Promise<(Mandate & { zone: string; partnershipId: string }) | null> {
  if (!uuid.test(id)) return null;
  await takeOffices(tx, id);
  const [row] = await tx.query<Mandate & { zone: string; partnershipId: string }>(
    `select mandate.id, mandate.partnership_id as "partnershipId", mandate.seat_id as "seatId", seat.party_id as "partyId", mandate.person_id as "personId", seat.category,
            mandate."from"::text as "from", mandate."until"::text as "until", territory.zone
     from mandate
     join seat on seat.partnership_id = mandate.partnership_id and seat.id = mandate.seat_id
     join party on party.partnership_id = seat.partnership_id and party.id = seat.party_id
     join organisation on organisation.id = party.organisation_id
     join territory on territory.id = organisation.territory_id
     where mandate.id = $1 for update of mandate, seat`,
    [id],
  );
  return row ?? null;
}

/** The act of an interim; `null` for a full mandate. */
export async function interimOf(tx: ReadTx, { id }: Pick<Mandate, 'id'>): Promise<InterimAct | null> {
  const [row] = await tx.query<{ reference: string | null; dated: CivilDate | null }>('select interim_document as reference, interim_dated::text as dated from mandate where id = $1', [id]);
  return row?.reference ? { reference: row.reference, dated: row.dated } : null;
}

/** How many other people coordinate this party on that civil day. */
export async function otherCoordinators(tx: ReadTx, { partyId, personId }: Pick<Mandate, 'partyId' | 'personId'>, day: CivilDate): Promise<number> {
  const [row] = await tx.query<{ others: number }>(
    `select count(distinct mandate.person_id)::int as others from mandate join seat on seat.partnership_id = mandate.partnership_id and seat.id = mandate.seat_id
     where seat.party_id = $1 and seat.category = 'COORDINATOR' and mandate.person_id <> $2 and mandate."from" <= $3 and (mandate."until" is null or mandate."until" > $3)`,
    [partyId, personId, day],
  );
  return row?.others ?? 0;
}

export const keepEnd = (tx: Tx, { id, until }: Mandate, motive: string): Promise<object[]> =>
  tx.query('update mandate set "until" = $2, ended_motive = $3 where id = $1', [id, until, motive]);

/** Has this person any mandate left, in any partnership, today or later? */
export async function hasMandateFrom(tx: ReadTx, personId: string, day: CivilDate): Promise<boolean> {
  const rows = await tx.query<{ until: string | null }>('select "until"::text from seats_of_person($1) where "until" is null or "until" > $2', [personId, day]);
  return rows.length > 0;
}

/** A coordinator who has just come hears what already waits for her party's word. */
export async function tellAwaiting(tx: Tx, { partnershipId, partyId, personId }: Pick<KnownInvitation, 'partnershipId' | 'partyId' | 'personId'>): Promise<void> {
  for (const waiting of await awaitingConfirmation(tx, partnershipId)) {
    if (waiting.partyId === partyId) continue;
    tx.tell({ kind: 'ConfirmationAsked', partnershipId, subject: { kind: 'invitation', id: waiting.id }, data: { personId, at: '1' } });
  }
}
