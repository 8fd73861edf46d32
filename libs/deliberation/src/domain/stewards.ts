import { accepted, type Answer } from '#kernel';
import { notAllowed } from './refusals.js';
import { isHeldAt, type Seat, type SeatCategory } from './seat.js';

/** Who runs a meeting (calls it, keeps its attendance, opens and closes it and its ballots): no text says it, so either side's coordinator or co-president does. */
const stewards: readonly SeatCategory[] = ['CO_PRESIDENT', 'COORDINATOR'];

/** The seat from which this person runs the meeting at that instant. @returns refused NOT_ALLOWED, a product default (C4). */
export function runsMeetings(seats: readonly Seat[], personId: string | null, at: Date): Answer<Seat> {
  const seat = seats.find((held) => held.personId === personId && stewards.includes(held.category) && isHeldAt(held, at));
  return seat ? accepted(seat) : notAllowed();
}
