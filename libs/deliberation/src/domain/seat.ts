/** The little that deliberation must know of a party and of a seat. The `parties` room owns both; actions copy them in. */

/** One of the bound authorities. `country` is ISO 3166-1 alpha-2: the turn goes from country to country (Art. 5). */
export interface Party {
  readonly id: string;
  /** « Tiznit », « Villeneuve-la-Garenne »: as the convention says « ci-après désignée ». */
  readonly shortName: string;
  readonly country: string;
}

/** The first three are of the committee; the others are desks beside it and never vote. */
export type SeatCategory =
  | 'CO_PRESIDENT' | 'ELECTED' | 'TECHNICIAN'
  | 'COORDINATOR' | 'SESSION_SECRETARY' | 'CABINET' | 'GUEST' | 'PROJECT_CARRIER' | 'EVALUATION_ACTOR' | 'STATE_OBSERVER';

/** A place in the committee, held by a person for a time. Instants are UTC; `until` is the first instant no longer held. */
export interface Seat {
  readonly id: string;
  readonly partyId: string;
  readonly personId: string;
  /** Printed name or office: « Maire de Villeneuve-la-Garenne ». */
  readonly name: string;
  readonly category: SeatCategory;
  /** The per-seat flag of C5 Q1: an observer sits without voting. */
  readonly votes: boolean;
  readonly from: Date;
  readonly until: Date | null;
  /** Held for an interim: by which act, and the SHA-256 of its document once joined. */
  readonly interim?: InterimAct | null;
}

/** The act that gives an office for an interim (AT-24). */
export type InterimAct = { readonly reference: string; readonly dated: string | null; readonly sha256: string | null };

/** Was this seat held at this instant? `from` is included, `until` is not, so successors never hold it together. */
export const isHeldAt = (seat: Seat, at: Date): boolean => seat.from <= at && (seat.until === null || at < seat.until);

/** A power given in writing by a co-president to another person of the same party (C5 Q4, Q11). */
export interface WrittenDelegation {
  readonly documentId: string;
  readonly fromSeatId: string;
  readonly toSeatId: string;
  readonly from: Date;
  readonly until: Date | null;
}

/** Does this delegation run at this instant? Same half-open interval as a seat. */
export const delegationRunsAt = (delegation: WrittenDelegation, at: Date): boolean =>
  delegation.from <= at && (delegation.until === null || at < delegation.until);
