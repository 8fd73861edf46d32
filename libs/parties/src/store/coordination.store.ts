import type { CivilDate, Zones } from '#kernel';
import type { ReadTx, Tx } from '#platform';
import type { CoordinatorHeld } from '../domain/coordination.js';

/** One side of a partnership, as its instance's admin may know it: who holds its desk, and who is invited to it. */
export interface Desk {
  readonly partnershipId: string;
  readonly partnership: string;
  readonly partyId: string;
  readonly party: string;
  readonly place: number;
  readonly zone: string;
  /** BCP 47. */
  readonly locale: string;
  /** Its civil day. */
  readonly today: CivilDate;
  readonly held: readonly CoordinatorHeld[];
  readonly invited: { readonly displayName: string; readonly expiresAt: Date; readonly state: 'INVITED' | 'ACCEPTED' | 'DECLINED' } | null;
}

interface DeskLine extends Omit<Desk, 'held' | 'invited' | 'today'>, Omit<CoordinatorHeld, 'personId'> {
  readonly personId: string | null;
  readonly invitedName: string | null;
  readonly invitedUntil: Date;
  readonly invitedState: 'INVITED' | 'ACCEPTED' | 'DECLINED';
}

const lines = `
  select partnership_id as "partnershipId", partnership, party_id as "partyId", party, place, zone, locale, seat_id as "seatId", office, office_ar as "officeAr",
         person_id as "personId", display_name as "displayName", answers, "from"::text, "until"::text,
         invited as "invitedName", invited_until as "invitedUntil", invited_state as "invitedState"
  from coordination_desks($1)`;

/** Every side of every partnership, through a door of its own: empty for whoever does not run the instance. */
export async function desksOfInstance(tx: ReadTx, adminId: string, zones: Zones): Promise<Desk[]> {
  const desks = new Map<string, Desk & { held: CoordinatorHeld[] }>();
  for (const line of await tx.query<DeskLine>(lines, [adminId])) {
    const { partnershipId, partnership, partyId, party, place, zone, locale } = line;
    const invited = line.invitedName === null ? null : { displayName: line.invitedName, expiresAt: line.invitedUntil, state: line.invitedState };
    const desk = desks.get(partyId) ?? { partnershipId, partnership, partyId, party, place, zone, locale, today: zones.civilAt(tx.now(), zone).date, held: [], invited };
    if (line.personId !== null) {
      const { personId, displayName, seatId, office, officeAr, answers, from, until } = line;
      desk.held.push({ personId, displayName, seatId, office, officeAr, answers, from, until });
    }
    desks.set(partyId, desk);
  }
  return [...desks.values()];
}

/** One desk, while no other act names anybody to it. */
export async function lockDesk(tx: Tx, wish: { partyId: string; adminId: string }, zones: Zones): Promise<Desk | null> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`coordination ${wish.partyId}`]);
  return (await desksOfInstance(tx, wish.adminId, zones)).find(({ partyId }) => partyId === wish.partyId) ?? null;
}
