import { addDays, addMonths, compareDates, type CivilDate } from '#kernel';

/** One of the events an agreement's effect waits for: a signature, an acknowledgement by the prefecture, a visa. */
export interface EffectEvent {
  readonly kind: 'SIGNATURE' | 'PREFECTURE' | 'FOREIGN_VISA';
  readonly partyId: string;
  /** `null` while it is awaited. */
  readonly on: CivilDate | null;
}

/** C5 Q14: the last of the events (valid under every reading), or the last signature once all the others are there. */
export type EffectRule = 'LAST_EVENT' | 'LAST_SIGNATURE';

/** How long a period lasts and what follows it (C5 Q17). `renewals` null: without limit; 0: none. */
export interface Term {
  readonly months: number;
  readonly renewalMonths: number;
  readonly renewals: number | null;
}

/** A period of force, half-open: [from, until). `ordinal` from 1. */
export interface Period {
  readonly ordinal: number;
  readonly from: CivilDate;
  readonly until: CivilDate;
}

const latest = (dates: readonly CivilDate[]): CivilDate | null => [...dates].sort(compareDates).at(-1) ?? null;

/** The day an agreement takes effect; `null` while an event is awaited. An agreement that waits for nothing never started. */
export function effectiveOn(events: readonly EffectEvent[], rule: EffectRule): CivilDate | null {
  const known = events.filter((event): event is EffectEvent & { on: CivilDate } => event.on !== null);
  if (known.length < events.length) return null;
  const counted = rule === 'LAST_EVENT' ? known : known.filter(({ kind }) => kind === 'SIGNATURE');
  return latest(counted.map(({ on }) => on));
}

/** Months from the effect to the end of the nth period. Counted from the effect itself, so that a 31st never slides to a 28th for good. */
const monthsUntil = (ordinal: number, term: Term): number => term.months + (ordinal - 1) * term.renewalMonths;

/** The nth period, or `null` when the agreement is not renewed that often. */
export function periodOf(effect: CivilDate, term: Term, ordinal: number): Period | null {
  if (ordinal < 1 || (term.renewals !== null && ordinal > term.renewals + 1)) return null;
  const begun = ordinal === 1 ? 0 : monthsUntil(ordinal - 1, term);
  return { ordinal, from: addMonths(effect, begun), until: addMonths(effect, monthsUntil(ordinal, term)) };
}

/** The period a day falls in; `null` before the effect and after the last renewal. */
export function periodOn(effect: CivilDate, term: Term, day: CivilDate): Period | null {
  if (compareDates(day, effect) < 0) return null;
  for (let ordinal = 1; ; ordinal += 1) {
    const period = periodOf(effect, term, ordinal);
    if (!period || compareDates(day, period.until) < 0) return period;
  }
}

/** The end a notice brings: calendar months from the day it was *received* (C5 Q18). 30 November + 3 months is the last day of February. */
export const noticeEndsOn = (receivedOn: CivilDate, months: number): CivilDate => addMonths(receivedOn, months);

/** The last day on which a notice is received in time for a period not to be renewed: its end falls on the period's end or before. */
export function lastNoticeDay(period: Period, months: number): CivilDate {
  let day = addMonths(period.until, -months);
  while (compareDates(noticeEndsOn(day, months), period.until) > 0) day = addDays(day, -1);
  for (let next = addDays(day, 1); compareDates(noticeEndsOn(next, months), period.until) <= 0; next = addDays(next, 1)) day = next;
  return day;
}
