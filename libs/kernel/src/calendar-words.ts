import { fieldsOf, weekdayOf, type CivilDate } from './civil-date.js';
import { zghMonths, zghWeekday } from './calendar-words-zgh.js';
import type { Language } from './language.js';

/** FULL « samedi 14 novembre 2026 », LONG « 14 novembre 2026 », DAY « samedi 14 novembre », MONTH « novembre 2026 ». */
export type DateWords = 'FULL' | 'LONG' | 'DAY' | 'MONTH';

const fields: Readonly<Record<DateWords, { weekday: boolean; day: boolean; year: boolean }>> = {
  FULL: { weekday: true, day: true, year: true },
  LONG: { weekday: false, day: true, year: true },
  DAY: { weekday: true, day: true, year: false },
  MONTH: { weekday: false, day: false, year: true },
};

/** ar-MA, not ar: Morocco says نونبر and writes Latin digits. */
const locales: Readonly<Record<Exclude<Language, 'zgh'>, string>> = { fr: 'fr-FR', ar: 'ar-MA', en: 'en-GB' };

/** Noon in UTC, formatted in UTC: no zone can move the day, and stale zone data play no part. */
const noonOf = (date: CivilDate): Date => new Date(`${date}T12:00:00Z`);

const inTamazight = (date: CivilDate, words: DateWords): string => {
  const { year, month, day } = fieldsOf(date);
  const wanted = fields[words];
  const said = [wanted.weekday && zghWeekday(weekdayOf(date)), wanted.day && String(day), zghMonths[month - 1], wanted.year && String(year)];
  return said.filter(Boolean).join(' ');
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept once made: building a format costs a hundred times its use. */
const formatOf = (language: keyof typeof locales, words: DateWords): Intl.DateTimeFormat => {
  const key = `${language} ${words}`;
  const { weekday, day, year } = fields[words];
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locales[language], {
    timeZone: 'UTC', month: 'long', ...(weekday && { weekday: 'long' }), ...(day && { day: 'numeric' }), ...(year && { year: 'numeric' }),
  });
  formats.set(key, format);
  return format;
};

/** A civil date in words; French says « 1er ». Needs no zone. */
export const dateInWords = (date: CivilDate, language: Language, words: DateWords = 'FULL'): string => {
  if (language === 'zgh') return inTamazight(date, words);
  const parts = formatOf(language, words).formatToParts(noonOf(date));
  return parts.map(({ type, value }) => (language === 'fr' && type === 'day' && value === '1' ? '1er' : value)).join('');
};

/** « 14/11/2026 », in every language: day, month, year, Latin digits. Inside right-to-left text isolate it (`<bdi>`). */
export const dateInDigits = (date: CivilDate): string => date.split('-').reverse().join('/');
