import { compareDates, type CivilDate } from './civil-date.js';
import { isRamadan } from './holidays-hijri.js';
import { nextWorkingDay, previousWorkingDay, type WorkCalendar } from './working-days.js';
import type { WallTime, Zones } from './zone.js';

/** DEADLINE leaves earlier rather than later; INFORMATION waits for people to be back. */
export type SendingKind = 'DEADLINE' | 'INFORMATION';

/** A day on which something is to be told. `after`: the day that it follows; it is never told on that day nor before. */
export interface PlannedSending {
  readonly date: CivilDate;
  readonly kind: SendingKind;
  readonly after?: CivilDate | undefined;
}

/** When a message leaves: its civil day and wall time at the recipient's, and the instant they make. */
export interface Sending {
  readonly date: CivilDate;
  readonly time: WallTime;
  readonly instant: Date;
}

/** Moroccan administrations open at 9:00 in Ramadan, and mail is read later (design C1.3). */
const ramadanTimes: Readonly<Record<string, WallTime>> = { MA: '10:00' };

/** 09:00 where the recipient is; 10:00 on a Moroccan Ramadan day (predicted). */
export const sendingTimeOn = (date: CivilDate, country: string): WallTime =>
  (Object.hasOwn(ramadanTimes, country) && isRamadan(date) ? ramadanTimes[country] : undefined) ?? '09:00';

/**
 * When a reminder planned for a civil date reaches a recipient of that territory (design C1.2 and C1.3): on a working day there,
 * moved back (DEADLINE) or forward (INFORMATION) when it is not one; forward too when moving back would bring it to the day it follows. May be in the past: the caller, who has a clock, decides.
 * @throws RangeError on an unknown zone, or when no working day is found within a year.
 */
export const sendingInstant = ({ kind, after, date: asked }: PlannedSending, calendar: WorkCalendar, zones: Zones): Sending => {
  const before = kind === 'DEADLINE' ? previousWorkingDay(asked, calendar) : null;
  const date = before !== null && (after === undefined || compareDates(before, after) > 0) ? before : nextWorkingDay(asked, calendar);
  const time = sendingTimeOn(date, calendar.territory.country);
  return { date, time, instant: zones.instantOf(date, time, calendar.territory.zone) };
};
