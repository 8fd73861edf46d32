import { accepted, refused, type Answer } from './answer.js';

/** A day of the civil (proleptic Gregorian) calendar, 'YYYY-MM-DD', years 0001 to 9999. It has no zone: a zone makes it an instant (`Zones`). */
export type CivilDate = string & { readonly __civilDate: never };

/** ISO 8601 weekday: 1 is Monday, 7 is Sunday. */
export type IsoWeekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Length of a month; `month` from 1 to 12. */
export const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

const partsOf = (text: string): { year: number; month: number; day: number } | null => {
  const match = shape.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? { year, month, day } : null;
};

export const isCivilDate = (value: unknown): value is CivilDate => typeof value === 'string' && partsOf(value) !== null;

/** Reads what a person or a client sent: refused with `NO_SUCH_DATE` (2027-02-29, 2026-04-31, « demain »). The text comes back cut to 40 characters. */
export const parseCivilDate = (text: string): Answer<CivilDate> =>
  isCivilDate(text) ? accepted(text) : refused('NO_SUCH_DATE', { text: text.slice(0, 40).toWellFormed() });

/**
 * A date the program itself wrote.
 * @throws RangeError when the day does not exist: a bug, not an input error (use `parseCivilDate` for inputs).
 */
export const civilDate = (text: string): CivilDate => {
  if (!isCivilDate(text)) throw new RangeError(`no such civil date: ${text}`);
  return text;
};

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** @throws RangeError when the day does not exist or the year is outside 1 to 9999. */
export const civilDateOf = (year: number, month: number, day: number): CivilDate =>
  civilDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);

/** Year, month (1–12) and day of an existing date. */
export const fieldsOf = (date: CivilDate): { year: number; month: number; day: number } => {
  const parts = partsOf(date);
  if (!parts) throw new RangeError(`no such civil date: ${String(date)}`);
  return parts;
};

export const yearOf = (date: CivilDate): number => fieldsOf(date).year;

/** Days since 1970-01-01. Years are counted from March, so that the leap day is the last of its year. */
export const epochDayOf = (date: CivilDate): number => {
  const { year, month, day } = fieldsOf(date);
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - 719_468;
};

/** The inverse of `epochDayOf`. @throws RangeError outside the years 1 to 9999. */
export const civilDateOfEpochDay = (epochDay: number): CivilDate => {
  const days = epochDay + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return civilDateOf(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day);
};

/** Calendar days; a negative count goes back. */
export const addDays = (date: CivilDate, days: number): CivilDate => civilDateOfEpochDay(epochDayOf(date) + days);

/** Calendar months (design C1.6): 31 January + 1 month is the last day of February. A negative count goes back. */
export const addMonths = (date: CivilDate, months: number): CivilDate => {
  const { year, month, day } = fieldsOf(date);
  const index = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return civilDateOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
};

/** Calendar years; 29 February + 1 year is 28 February. */
export const addYears = (date: CivilDate, years: number): CivilDate => addMonths(date, years * 12);

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => epochDayOf(to) - epochDayOf(from);

export const weekdayOf = (date: CivilDate): IsoWeekday => ((((epochDayOf(date) + 3) % 7) + 7) % 7 + 1) as IsoWeekday;

/** Negative, zero or positive, for sorting. ISO text of four-digit years orders as time does. */
export const compareDates = (a: CivilDate, b: CivilDate): number => (a < b ? -1 : a > b ? 1 : 0);
