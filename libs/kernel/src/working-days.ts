import { addDays, compareDates, weekdayOf, yearOf, type CivilDate, type IsoWeekday } from './civil-date.js';
import { holidaysOf, type Holiday } from './holidays.js';

/** Where somebody works: the country gives the holidays, the week is data of the territory. */
export interface WorkTerritory {
  /** ISO 3166 code, 'MA'. */
  readonly country: string;
  /** IANA zone, 'Africa/Casablanca'. */
  readonly zone: string;
  readonly workWeek: readonly IsoWeekday[];
  /** Days declared there otherwise than the calendar says. */
  readonly declared?: readonly DayOverride[];
}

/** A day declared otherwise than the calendar says, for one country: an exceptional holiday, or a predicted feast that fell on another day. */
export interface DayOverride {
  readonly country: string;
  readonly date: CivilDate;
  /** OPEN lifts a holiday; it does not make people work on their weekend. */
  readonly kind: 'CLOSED' | 'OPEN';
}

const mondayToFriday: readonly IsoWeekday[] = [1, 2, 3, 4, 5];
const sundayToThursday: readonly IsoWeekday[] = [7, 1, 2, 3, 4];
const saturdayToThursday: readonly IsoWeekday[] = [6, 7, 1, 2, 3, 4];

/** Weeks in use in a country, the usual one first; a territory keeps its own choice. */
const workWeeks: Readonly<Record<string, readonly (readonly IsoWeekday[])[]>> = {
  FR: [mondayToFriday], MA: [mondayToFriday], ML: [mondayToFriday], DZ: [sundayToThursday], PS: [sundayToThursday, saturdayToThursday],
};

/** The weeks to offer when a territory is described; Monday to Friday for a country we know nothing of. */
export const workWeeksOf = (country: string): readonly (readonly IsoWeekday[])[] =>
  (Object.hasOwn(workWeeks, country) ? workWeeks[country] : undefined) ?? [mondayToFriday];

/** A territory of that country with its own week, else the country's usual one. */
export const territoryOf = (country: string, zone: string, workWeek?: readonly IsoWeekday[] | null): WorkTerritory => ({ country, zone, workWeek: workWeek ?? workWeeksOf(country)[0] ?? mondayToFriday });

/** A place as its party keeps it. */
export interface KeptPlace {
  readonly country: string;
  readonly zone: string;
  readonly workWeek?: readonly IsoWeekday[] | null | undefined;
  /** Closed though the calendar says otherwise: an exceptional holiday, a feast on another day than predicted. */
  readonly closedDays?: readonly CivilDate[] | null | undefined;
  /** Holidays of the calendar that are worked there. */
  readonly workedDays?: readonly CivilDate[] | null | undefined;
}

/** The territory of a place as its party keeps it, with the days it declared. */
export function territoryKept({ country, zone, workWeek, closedDays, workedDays }: KeptPlace): WorkTerritory {
  const declared = (days: KeptPlace['closedDays'], kind: DayOverride['kind']): DayOverride[] => (days ?? []).map((date) => ({ country, date, kind }));
  return { ...territoryOf(country, zone, workWeek), declared: [...declared(closedDays, 'CLOSED'), ...declared(workedDays, 'OPEN')] };
}

/** Which days are worked in a territory, declared days included. Pure: build one per territory and per set of overrides. */
export class WorkCalendar {
  private readonly years = new Map<number, ReadonlyMap<CivilDate, Holiday>>();
  private readonly declared: ReadonlyMap<CivilDate, DayOverride['kind']>;

  constructor(readonly territory: WorkTerritory, overrides: readonly DayOverride[] = territory.declared ?? []) {
    this.declared = new Map(overrides.filter(({ country }) => country === territory.country).map(({ date, kind }) => [date, kind]));
  }

  /** The legal holiday that closes that day, unless an override lifts it. A day only declared CLOSED has no name: null. */
  holidayOn(date: CivilDate): Holiday | null {
    return this.declared.get(date) === 'OPEN' ? null : (this.holidaysIn(yearOf(date)).get(date) ?? null);
  }

  isWorkingDay(date: CivilDate): boolean {
    if (!this.territory.workWeek.includes(weekdayOf(date))) return false;
    return this.declared.get(date) !== 'CLOSED' && this.holidayOn(date) === null;
  }

  private holidaysIn(year: number): ReadonlyMap<CivilDate, Holiday> {
    const known = this.years.get(year) ?? new Map(holidaysOf(this.territory.country, year).map((holiday) => [holiday.date, holiday]));
    this.years.set(year, known);
    return known;
  }
}

/** No calendar closes for a year: beyond it the week itself is empty. */
const longestClosure = 366;

const walk = (date: CivilDate, step: 1 | -1, isWorking: (day: CivilDate) => boolean): CivilDate => {
  for (let moved = 0; moved <= longestClosure; moved += 1) {
    const day = addDays(date, moved * step);
    if (isWorking(day)) return day;
  }
  throw new RangeError(`no working day within a year of ${date}`);
};

/** That day if it is worked, else the last worked day before it. @throws RangeError when none is found within a year. */
export const previousWorkingDay = (date: CivilDate, calendar: WorkCalendar): CivilDate => walk(date, -1, (day) => calendar.isWorkingDay(day));

/** That day if it is worked, else the first worked day after it. @throws RangeError when none is found within a year. */
export const nextWorkingDay = (date: CivilDate, calendar: WorkCalendar): CivilDate => walk(date, 1, (day) => calendar.isWorkingDay(day));

const workedByAll = (day: CivilDate, calendars: readonly WorkCalendar[]): boolean => calendars.every((calendar) => calendar.isWorkingDay(day));

/** Days worked in every territory at once, from `from` (included) to `to` (excluded), in order. Empty when `to` is not later. */
export const workingDaysBetween = (from: CivilDate, to: CivilDate, calendars: readonly WorkCalendar[]): readonly CivilDate[] => {
  const days: CivilDate[] = [];
  for (let day = from; compareDates(day, to) < 0; day = addDays(day, 1)) if (workedByAll(day, calendars)) days.push(day);
  return days;
};

/** The nth day worked in every territory after that date, the date itself not counted (« observations within 5 working days »). `count` ≥ 1. */
export const addWorkingDays = (date: CivilDate, count: number, calendars: readonly WorkCalendar[]): CivilDate => {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`not a number of working days: ${count}`);
  let day = date;
  for (let left = count; left > 0; left -= 1) day = walk(addDays(day, 1), 1, (candidate) => workedByAll(candidate, calendars));
  return day;
};
