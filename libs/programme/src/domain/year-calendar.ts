import { addDays, civilDateOf, holidaysOf, isRamadan, type CivilDate, type HolidayName, type WorkCalendar } from '#kernel';

/** A public holiday of the partnership: the countries that keep it, and whether the moon may still move it in one of them. */
export interface SharedHoliday {
  readonly date: CivilDate;
  readonly name: HolidayName;
  readonly countries: readonly string[];
  readonly predicted: boolean;
}

/** The holidays of these countries in a civil year, one line for a day that several keep under one name. */
export function sharedHolidays(countries: readonly string[], year: number): readonly SharedHoliday[] {
  const known = new Map<string, SharedHoliday>();
  for (const country of new Set(countries)) {
    for (const { date, name, predicted } of holidaysOf(country, year)) {
      const held = known.get(`${date} ${name}`);
      known.set(`${date} ${name}`, { date, name, countries: [...(held?.countries ?? []), country], predicted: predicted || (held?.predicted ?? false) });
    }
  }
  return [...known.values()].sort((one, other) => one.date.localeCompare(other.date));
}

/** The Ramadan days of a civil year as stretches of days, ends included; none outside the table. Predicted. */
export function ramadanIn(year: number): readonly { readonly from: CivilDate; readonly to: CivilDate }[] {
  const stretches: { from: CivilDate; to: CivilDate }[] = [];
  for (let day = civilDateOf(year, 1, 1); day <= civilDateOf(year, 12, 31); day = addDays(day, 1)) {
    if (!isRamadan(day)) continue;
    const last = stretches.at(-1);
    if (last && addDays(last.to, 1) === day) last.to = day;
    else stretches.push({ from: day, to: day });
  }
  return stretches;
}

/** A party with the calendar its people work by. */
export interface Working {
  readonly shortName: string;
  readonly calendar: WorkCalendar;
}

/** Where people do not work that day: a holiday of its countries, or simply a day off of these parties. */
export interface DayOff {
  readonly holiday: HolidayName | null;
  readonly countries: readonly string[];
  readonly parties: readonly string[];
}

/** Whom a start on that day finds at home; empty on a day worked everywhere. A hint: nothing forbids it. */
export function daysOff(day: CivilDate, parties: readonly Working[]): readonly DayOff[] {
  const off = parties.filter(({ calendar }) => !calendar.isWorkingDay(day));
  const names = [...new Set(off.map(({ calendar }) => calendar.holidayOn(day)?.name ?? null))];
  return names.map((holiday) => {
    const here = off.filter(({ calendar }) => (calendar.holidayOn(day)?.name ?? null) === holiday);
    return { holiday, countries: [...new Set(here.map(({ calendar }) => calendar.territory.country))], parties: here.map(({ shortName }) => shortName) };
  });
}
