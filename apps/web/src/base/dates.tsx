import type { Language } from '#kernel';
import { useVoice } from './language.tsx';

/** How long a date is written: « samedi 14 novembre 2026 », « 14 novembre 2026 », « 14 nov. ». */
export type DateLength = 'long' | 'plain' | 'short';

/** ar-MA keeps Moroccan month names and Latin digits. French speaks for languages without sentences. */
const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', ar: 'ar-MA', zgh: 'fr-FR', en: 'fr-FR' };
const shapes: Readonly<Record<DateLength, Intl.DateTimeFormatOptions>> = {
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  plain: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
};
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: Language, length: DateLength): Intl.DateTimeFormat {
  const id = `${language}:${length}`;
  const kept = formats.get(id) ?? new Intl.DateTimeFormat(locales[language], { ...shapes[length], timeZone: 'UTC' });
  formats.set(id, kept);
  return kept;
}

/**
 * A civil date (YYYY-MM-DD) in words. No time zone takes part: the day was settled by the server, `UTC` only keeps it as it is.
 * In French the first of the month is written « 1er ».
 */
export function dateInWords(language: Language, civil: string, length: DateLength = 'plain'): string {
  const words = formatOf(language, length).format(new Date(`${civil}T12:00:00Z`));
  return locales[language] === 'fr-FR' ? words.replace(/(^|\s)1(?=\s)/, '$11er') : words;
}

/** A whole number with the page's grouping: « 1 234 ». */
export const numberInWords = (language: Language, value: number): string => new Intl.NumberFormat(locales[language]).format(value);

/** `<time>` for a civil date. The browser's own data may spell it a little differently: the server's spelling stays. */
export function CivilDate({ on, length = 'plain' }: { on: string; length?: DateLength }) {
  const { language } = useVoice();
  return (
    <time dateTime={on} suppressHydrationWarning>
      {dateInWords(language, on, length)}
    </time>
  );
}

const momentFormats = new Map<Language, Intl.DateTimeFormat>();

/** An instant (UTC, ISO 8601) with its minute, in UTC and saying so: which civil day it was elsewhere is the server's to say. */
export function Moment({ at }: { at: string }) {
  const { language } = useVoice();
  const format = momentFormats.get(language) ?? new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC', timeZoneName: 'short' });
  momentFormats.set(language, format);
  return (
    <time dateTime={at} suppressHydrationWarning>
      {format.format(new Date(at))}
    </time>
  );
}

/** One instant as one city lived it: the server settled its civil day and its HH:MM. */
export interface LocalMoment {
  readonly city: string;
  readonly civilDate: string;
  readonly time: string;
}

/** « 14 novembre 2026, 10:30 (Tiznit) »: an act's moment, where it was done. */
export function CityMoment({ moment: { city, civilDate, time } }: { moment: LocalMoment }) {
  const { language } = useVoice();
  return (
    <span>
      <time dateTime={`${civilDate}T${time}`} suppressHydrationWarning>
        {dateInWords(language, civilDate)}, <bdi>{time}</bdi>
      </time>{' '}
      (<bdi>{city}</bdi>)
    </span>
  );
}
