import { accepted, addDays, refused, type Answer, type CivilDate, type RuleSource } from '#kernel';
import type { SeatCategory } from './seat.js';

const source: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, mandats datés' };

/** A mandate as it stands: [from, until) in its territory's civil days. */
export interface Mandate {
  readonly id: string;
  readonly seatId: string;
  readonly partyId: string;
  readonly personId: string;
  readonly category: SeatCategory;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
}

/**
 * Ends a mandate after `lastDay`, in its territory's calendar. Yesterday is the earliest: the days before today keep their holder,
 * for what was done then was done in that office.
 * @returns refused `MANDATE_OVER`, `MANDATE_PAST_KEPT` (argument `earliest`), `MANDATE_ENDS_BEFORE`, `LAST_COORDINATOR`
 */
export function end(mandate: Mandate, wish: { lastDay: CivilDate; today: CivilDate }, others: { coordinators: number }): Answer<Mandate> {
  const { lastDay, today } = wish;
  const until = addDays(lastDay, 1);
  if (mandate.until !== null && mandate.until <= today) return refused('MANDATE_OVER', { date: addDays(mandate.until, -1) }, source);
  if (until < today) return refused('MANDATE_PAST_KEPT', { earliest: addDays(today, -1) }, source);
  if (until <= mandate.from) return refused('MANDATE_ENDS_BEFORE', { from: mandate.from }, source);
  if (mandate.category === 'COORDINATOR' && others.coordinators === 0) return refused('LAST_COORDINATOR', {}, source);
  return accepted({ ...mandate, until });
}

/** What the act of an interim is joined to. */
export const mandateSubject = 'mandate';

/** The act by which a deputy acts in the office of another: its reference, and the day it bears where somebody wrote it. */
export interface InterimAct {
  readonly reference: string;
  readonly dated: CivilDate | null;
}

/** Only an interim rests on an act that is joined. @returns refused `NOT_AN_INTERIM` */
export const mayAttachAct = (act: InterimAct | null): Answer<InterimAct> => (act ? accepted(act) : refused('NOT_AN_INTERIM', {}, source));
