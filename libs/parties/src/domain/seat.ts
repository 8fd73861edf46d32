import type { CivilDate } from '#kernel';

/** The first three sit in the committee (Art. 5); the others are desks beside it, for their party. A guest's mandate always has an end. */
export const seatCategories = [
  'CO_PRESIDENT',
  'ELECTED_MEMBER',
  'TECHNICIAN',
  'COORDINATOR',
  'SESSION_SECRETARY',
  'CABINET',
  'GUEST',
  'PROJECT_CARRIER',
  'EVALUATION_ACTOR',
  'STATE_OBSERVER',
] as const;
export const memberCategories: readonly SeatCategory[] = ['CO_PRESIDENT', 'ELECTED_MEMBER', 'TECHNICIAN'];
export type SeatCategory = (typeof seatCategories)[number];

/** A mandate is the half-open interval [from, until) of its territory's civil days. */
export interface Interval {
  readonly from: CivilDate | string;
  readonly until: CivilDate | string | null;
}

/** Is the seat held on that civil day? Dates in ISO 8601 compare as text. */
export const isHeldOn = (mandate: Interval, day: CivilDate | string): boolean => mandate.from <= day && (mandate.until === null || day < mandate.until);
