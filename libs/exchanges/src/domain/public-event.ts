import { accepted, refused, weekdayOf, type Answer, type CivilDate, type IsoWeekday } from '#kernel';

/** When a public event is announced: a civil day with its weekday spelt out, as communiqués do (« le vendredi 29 novembre »). */
export interface AnnouncedDay {
  readonly date: CivilDate;
  /** ISO 8601: 1 is Monday. */
  readonly weekday: IsoWeekday;
}

/** A weekday that does not match its date sends the public on the wrong evening: refused, never corrected silently (seed 1-07). */
export function announceOn(day: AnnouncedDay): Answer<CivilDate> {
  const found = weekdayOf(day.date);
  if (found === day.weekday) return accepted(day.date);
  return refused('WEEKDAY_DOES_NOT_MATCH', { date: day.date, announced: day.weekday, found }, { kind: 'PRODUCT_DEFAULT', reference: '1-07' });
}
