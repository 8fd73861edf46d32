import type { CivilDate } from '#kernel';

/** `CO_PRESIDENT`, `ELECTED_MEMBER`, `TECHNICIAN` sit in the committee (Art. 5); `COORDINATOR` is a desk beside it. */
export const seatCategories = ['CO_PRESIDENT', 'ELECTED_MEMBER', 'TECHNICIAN', 'COORDINATOR'] as const;
export type SeatCategory = (typeof seatCategories)[number];

/** A mandate is the half-open interval [from, until) of its territory's civil days. */
export interface Interval {
  readonly from: CivilDate | string;
  readonly until: CivilDate | string | null;
}

/** Is the seat held on that civil day? Dates in ISO 8601 compare as text. */
export const isHeldOn = (mandate: Interval, day: CivilDate | string): boolean => mandate.from <= day && (mandate.until === null || day < mandate.until);
