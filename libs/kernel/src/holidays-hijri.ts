import { addDays, civilDate, compareDates, yearOf, type CivilDate } from './civil-date.js';

/**
 * Days of the Hijri year that close offices or change their hours. PREDICTED: written once from ICU's `islamic-umalqura` calendar (ICU 78.2);
 * Morocco decides by sighting, usually the same day or the next. The truth of a given year is an override (`DayOverride`).
 */
interface HijriYear {
  readonly muharram1: string;
  /** 12 Rabi I. */
  readonly mawlid: string;
  readonly ramadan1: string;
  /** 1 Shawwal: the day after Ramadan. */
  readonly fitr: string;
  /** 10 Dhu al-Hijja. */
  readonly adha: string;
}

const hijriYears: readonly HijriYear[] = [
  { muharram1: '2023-07-19', mawlid: '2023-09-27', ramadan1: '2024-03-11', fitr: '2024-04-10', adha: '2024-06-16' },
  { muharram1: '2024-07-07', mawlid: '2024-09-15', ramadan1: '2025-03-01', fitr: '2025-03-30', adha: '2025-06-06' },
  { muharram1: '2025-06-26', mawlid: '2025-09-04', ramadan1: '2026-02-18', fitr: '2026-03-20', adha: '2026-05-27' },
  { muharram1: '2026-06-16', mawlid: '2026-08-25', ramadan1: '2027-02-08', fitr: '2027-03-09', adha: '2027-05-16' },
  { muharram1: '2027-06-06', mawlid: '2027-08-14', ramadan1: '2028-01-28', fitr: '2028-02-26', adha: '2028-05-05' },
  { muharram1: '2028-05-25', mawlid: '2028-08-03', ramadan1: '2029-01-16', fitr: '2029-02-14', adha: '2029-04-24' },
  { muharram1: '2029-05-14', mawlid: '2029-07-24', ramadan1: '2030-01-05', fitr: '2030-02-04', adha: '2030-04-13' },
  { muharram1: '2030-05-04', mawlid: '2030-07-13', ramadan1: '2030-12-26', fitr: '2031-01-24', adha: '2031-04-02' },
  { muharram1: '2031-04-23', mawlid: '2031-07-02', ramadan1: '2031-12-16', fitr: '2032-01-14', adha: '2032-03-22' },
  { muharram1: '2032-04-11', mawlid: '2032-06-20', ramadan1: '2032-12-04', fitr: '2033-01-03', adha: '2033-03-12' },
  { muharram1: '2033-04-01', mawlid: '2033-06-10', ramadan1: '2033-11-23', fitr: '2033-12-23', adha: '2034-03-01' },
  { muharram1: '2034-03-22', mawlid: '2034-05-30', ramadan1: '2034-11-12', fitr: '2034-12-12', adha: '2035-02-19' },
  { muharram1: '2035-03-11', mawlid: '2035-05-20', ramadan1: '2035-11-01', fitr: '2035-12-01', adha: '2036-02-08' },
  { muharram1: '2036-02-29', mawlid: '2036-05-09', ramadan1: '2036-10-21', fitr: '2036-11-19', adha: '2037-01-27' },
];

/** Version of the table, to be stored beside what was planned with it, and the civil years it covers entirely. */
export const hijriTable = { version: 'umalqura-icu78.2', firstYear: 2024, lastYear: 2036 } as const;

export type HijriFeast = 'HIJRI_NEW_YEAR' | 'MAWLID' | 'AID_AL_FITR' | 'AID_AL_ADHA';

const twoDays = (name: HijriFeast, first: string) => {
  const date = civilDate(first);
  return [{ name, date }, { name, date: addDays(date, 1) }];
};

/** Predicted feasts of a civil year; Mawlid and both Aïds last two days in the Moroccan public sector. Empty outside the table. */
export const hijriFeastsOf = (year: number): readonly { readonly name: HijriFeast; readonly date: CivilDate }[] => {
  if (year < hijriTable.firstYear || year > hijriTable.lastYear) return [];
  return hijriYears
    .flatMap(({ muharram1, mawlid, fitr, adha }) => [
      { name: 'HIJRI_NEW_YEAR' as const, date: civilDate(muharram1) },
      ...twoDays('MAWLID', mawlid),
      ...twoDays('AID_AL_FITR', fitr),
      ...twoDays('AID_AL_ADHA', adha),
    ])
    .filter(({ date }) => yearOf(date) === year);
};

/** Predicted: is that day between 1 Ramadan and the eve of Aïd al-Fitr? Outside the table the answer is no. */
export const isRamadan = (date: CivilDate): boolean =>
  hijriYears.some(({ ramadan1, fitr }) => compareDates(date, civilDate(ramadan1)) >= 0 && compareDates(date, civilDate(fitr)) < 0);
