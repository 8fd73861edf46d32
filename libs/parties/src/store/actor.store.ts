import type { Zones } from '#kernel';
import type { Actor, HeldSeat, Persona, ReadTx, Tx } from '#platform';
import { isHeldOn } from '../domain/seat.js';

interface HeldLine {
  partnership_id: string;
  seat_id: string;
  party_id: string;
  category: Persona;
  member: boolean;
  zone: string;
  from: string;
  until: string | null;
}

/**
 * Who this person is at `instant`: the seats held then, hence the partnerships and parties open to row-level security.
 * Access ends with the mandate. Read through a door of its own, since nothing is open yet.
 */
export async function heldSeats(tx: ReadTx, personId: string, at: { instant: Date; zones: Zones }): Promise<HeldSeat[]> {
  const lines = await tx.query<HeldLine>('select partnership_id, seat_id, party_id, category, member, zone, "from"::text, "until"::text from seats_of_person($1)', [personId]);
  return lines
    .filter((line) => isHeldOn(line, at.zones.civilAt(at.instant, line.zone).date))
    .map((line) => ({ seatId: line.seat_id, partnershipId: line.partnership_id, partyId: line.party_id, persona: line.category, votes: line.member }));
}

/**
 * Has the last mandate of this person ended while something of hers was open, for `openFor` milliseconds until `instant` (legal clock)? No for
 * whoever still has a seat, today or on a later day, never had one, or came back after the end: nobody else's access hangs on it.
 */
export async function leftOffice(tx: ReadTx, personId: string, at: { instant: Date; openFor: number; zones: Zones }): Promise<boolean> {
  const lines = await tx.query<Pick<HeldLine, 'zone' | 'until'>>('select zone, "until"::text from seats_of_person($1)', [personId]);
  const dayOf = (instant: Date, zone: string): string => at.zones.civilAt(instant, zone).date;
  const opened = new Date(at.instant.getTime() - at.openFor);
  const isOver = ({ zone, until }: Pick<HeldLine, 'zone' | 'until'>): boolean => until !== null && until <= dayOf(at.instant, zone);
  return lines.length > 0 && lines.every(isOver) && lines.some(({ zone, until }) => until !== null && dayOf(opened, zone) < until);
}

/**
 * Whoever acts keeps her offices until the act is written: no mandate of hers ends between its being read and what rests on it (trust.md, threat F).
 * Asked before the seats are read; many acts of hers may run at once.
 */
export async function holdOffices(tx: Tx): Promise<void> {
  const { actor } = tx.ctx;
  if (actor) await tx.query('select pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [`offices ${actor.personId}`]);
}

/**
 * Waits for the acts that rest on this mandate now; those that come later read it as it is then. Before its rows are locked: an act holds its
 * offices first, and then writes under its seat.
 */
export const takeOffices = (tx: Tx, mandateId: string): Promise<object[]> =>
  tx.query(`select pg_advisory_xact_lock(hashtextextended('offices ' || person_id, 0)) from mandate where id = $1`, [mandateId]);

/** Does this person run the instance today? Read through a door of its own. */
export async function isInstanceAdmin(tx: ReadTx, personId: string): Promise<boolean> {
  const [row] = await tx.query<{ admin: boolean }>('select is_instance_admin($1) as admin', [personId]);
  return row?.admin === true;
}

/** The actor of these seats. */
export function actorOf(person: { personId: string; sessionId: string | null; stepUpAt: Date | null; isAdmin?: boolean }, seats: readonly HeldSeat[]): Actor {
  return {
    personId: person.personId,
    sessionId: person.sessionId,
    stepUpAt: person.stepUpAt,
    isAdmin: person.isAdmin ?? false,
    seats,
    partnershipIds: [...new Set(seats.map((seat) => seat.partnershipId))],
    partyIds: [...new Set(seats.map((seat) => seat.partyId))],
  };
}

/** An actor for whom the house opens one partnership more: the one that invites her, for this act alone. */
export const admittedTo = (actor: Actor, partnershipId: string): Actor => ({ ...actor, partnershipIds: [...actor.partnershipIds, partnershipId] });

/** The admin's act names a partnership in which she has no seat, and keeps none. */
export const founder = (actor: Actor | null, partnershipId: string): Actor | null => actor && { ...actor, partnershipIds: [partnershipId], partyIds: [], seats: [] };
