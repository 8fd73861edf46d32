import { accepted, type Answer } from '#kernel';
import { notAllowed } from './refusals.js';
import { isHeldAt, type Seat, type SeatCategory } from './seat.js';

/** Who runs a meeting (calls it, keeps its attendance, opens and closes it and its ballots): no text says it, so either side's coordinator or co-president does. */
const stewards: readonly SeatCategory[] = ['CO_PRESIDENT', 'COORDINATOR'];
/** Who holds the sitting and the pen with them: attendance, opening and closing, ballots, the draft of the minutes. */
const sitting: readonly SeatCategory[] = [...stewards, 'SESSION_SECRETARY'];

const heldBy = (personId: string | null, at: Date, categories: readonly SeatCategory[]) => (held: Seat): boolean =>
  held.personId === personId && categories.includes(held.category) && isHeldAt(held, at);

/** The seat from which this person runs the meeting at that instant. @returns refused NOT_ALLOWED, a product default (C4). */
export function runsMeetings(seats: readonly Seat[], personId: string | null, at: Date): Answer<Seat> {
  const seat = seats.find(heldBy(personId, at, stewards));
  return seat ? accepted(seat) : notAllowed();
}

/** The seat from which this person holds the sitting or keeps its minutes: a steward's, or a session secretary's. @returns refused NOT_ALLOWED, a product default (C4). */
export function holdsSitting(seats: readonly Seat[], personId: string | null, at: Date): Answer<Seat> {
  const seat = seats.find(heldBy(personId, at, sitting));
  return seat ? accepted(seat) : notAllowed();
}
