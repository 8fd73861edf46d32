import { addDays, civilDate, civilDateOf, type CivilDate } from './civil-date.js';
import { hijriFeastsOf, hijriTable, type HijriFeast } from './holidays-hijri.js';

/** One code per holiday; its words are in `phrases`. */
export type HolidayName =
  | HijriFeast | 'NEW_YEAR' | 'EASTER_MONDAY' | 'LABOUR_DAY' | 'VICTORY_1945' | 'ASCENSION' | 'WHIT_MONDAY' | 'BASTILLE_DAY'
  | 'ASSUMPTION' | 'ALL_SAINTS' | 'ARMISTICE_1918' | 'CHRISTMAS' | 'INDEPENDENCE_MANIFESTO' | 'AMAZIGH_NEW_YEAR' | 'THRONE_DAY'
  | 'OUED_ED_DAHAB' | 'REVOLUTION_OF_KING_AND_PEOPLE' | 'YOUTH_DAY' | 'AID_AL_WAHDA' | 'GREEN_MARCH' | 'INDEPENDENCE_DAY';

/** One closed day of a country's calendar. */
export interface Holiday {
  readonly date: CivilDate;
  readonly name: HolidayName;
  /** true when the day depends on the moon and may move by one day. */
  readonly predicted: boolean;
}

/** What we know of a country's holidays in a year. FIXED_ONLY: the Hijri table does not reach it. UNKNOWN: only overrides and weekends count. */
export type HolidayCoverage = 'COMPLETE' | 'PREDICTED' | 'FIXED_ONLY' | 'UNKNOWN';

type FixedHoliday = readonly [name: HolidayName, monthDay: string, since?: number];

/** Code du travail, L. 3133-1 (metropolitan France; Alsace-Moselle and overseas days are declared as overrides). */
const frenchFixed: readonly FixedHoliday[] = [
  ['NEW_YEAR', '01-01'], ['LABOUR_DAY', '05-01'], ['VICTORY_1945', '05-08', 1982], ['BASTILLE_DAY', '07-14'],
  ['ASSUMPTION', '08-15'], ['ALL_SAINTS', '11-01'], ['ARMISTICE_1918', '11-11'], ['CHRISTMAS', '12-25'],
];

/** Design B3: the Amazigh new year since 2024, Aïd al-Wahda since 2025. */
const moroccanFixed: readonly FixedHoliday[] = [
  ['NEW_YEAR', '01-01'], ['INDEPENDENCE_MANIFESTO', '01-11'], ['AMAZIGH_NEW_YEAR', '01-14', 2024], ['LABOUR_DAY', '05-01'],
  ['THRONE_DAY', '07-30'], ['OUED_ED_DAHAB', '08-14'], ['REVOLUTION_OF_KING_AND_PEOPLE', '08-20'], ['YOUTH_DAY', '08-21'],
  ['AID_AL_WAHDA', '10-31', 2025], ['GREEN_MARCH', '11-06'], ['INDEPENDENCE_DAY', '11-18'],
];

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's rule). */
export const easterSunday = (year: number): CivilDate => {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return civilDateOf(year, Math.floor(n / 31), (n % 31) + 1);
};

const fixedIn = (year: number, list: readonly FixedHoliday[]): Holiday[] =>
  list
    .filter(([, , since]) => since === undefined || year >= since)
    .map(([name, monthDay]) => ({ name, date: civilDate(`${String(year).padStart(4, '0')}-${monthDay}`), predicted: false }));

const frenchHolidays = (year: number): Holiday[] => {
  const easter = easterSunday(year);
  const moving = ([['EASTER_MONDAY', 1], ['ASCENSION', 39], ['WHIT_MONDAY', 50]] as const).map(([name, days]) => ({
    name, date: addDays(easter, days), predicted: false,
  }));
  return [...fixedIn(year, frenchFixed), ...moving];
};

const moroccanHolidays = (year: number): Holiday[] => [
  ...fixedIn(year, moroccanFixed),
  ...hijriFeastsOf(year).map((feast) => ({ ...feast, predicted: true })),
];

/** Public holidays of a country (ISO 3166 code) in a civil year, in order; empty for a country whose coverage is UNKNOWN. Two may share a day. */
export const holidaysOf = (country: string, year: number): readonly Holiday[] => {
  const list = country === 'FR' ? frenchHolidays(year) : country === 'MA' ? moroccanHolidays(year) : [];
  return list.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
};

/** To be shown beside any computed working day: what is predicted or unknown is said. */
export const holidayCoverage = (country: string, year: number): HolidayCoverage => {
  if (country === 'FR') return 'COMPLETE';
  if (country !== 'MA') return 'UNKNOWN';
  return year >= hijriTable.firstYear && year <= hijriTable.lastYear ? 'PREDICTED' : 'FIXED_ONLY';
};
