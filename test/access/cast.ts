import type { Persona } from '#platform';

/** The seats a person may hold, in the order of the table, each with its letter there. */
export const seats = {
  P: 'CO_PRESIDENT',
  E: 'ELECTED_MEMBER',
  T: 'TECHNICIAN',
  C: 'COORDINATOR',
  S: 'SESSION_SECRETARY',
  D: 'CABINET',
  G: 'GUEST',
  K: 'PROJECT_CARRIER',
  V: 'EVALUATION_ACTOR',
  O: 'STATE_OBSERVER',
} as const satisfies Record<string, Persona>;
export type Letter = keyof typeof seats;
export const letters = Object.keys(seats) as Letter[];

/**
 * Where a person stands towards the partnership asked about: on the side that hosts and writes; on the other side; in another partnership;
 * in the same seat, before its present holder; on the first side, with a session that was revoked.
 */
export const standings = ['own', 'other', 'foreign', 'former', 'revoked'] as const;
export type Standing = (typeof standings)[number];

/** Those who hold no seat: nobody at all (a resident, a robot), a signed-in person without a seat, the instance's administrator. */
export const strangers = ['nobody', 'seatless', 'admin'] as const;
export type Stranger = (typeof strangers)[number];

export type Who = Stranger | `${Standing}-${Letter}`;

/** Every persona of the table: 3 strangers, and 10 seats in 5 standings. */
export const everybody: readonly Who[] = [...strangers, ...standings.flatMap((standing) => letters.map((letter) => `${standing}-${letter}` as const))];
