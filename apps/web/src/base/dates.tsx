import { useRouteLoaderData } from 'react-router';
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

/** The legal hour of a place, as the server's zone data tell it: minutes to add to UTC, since an instant (milliseconds), oldest first. A browser's own data may be wrong. */
export interface PlaceClock {
  readonly city: string;
  readonly offsets: readonly (readonly [since: number, minutes: number])[];
}

const momentFormats = new Map<string, Intl.DateTimeFormat>();
function momentFormat(language: Language, named: boolean): Intl.DateTimeFormat {
  const id = `${language}:${named}`;
  const kept = momentFormats.get(id) ?? new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC', ...(named && { timeZoneName: 'short' }) });
  momentFormats.set(id, kept);
  return kept;
}

/** « 23 novembre 2026 à 10:00 (Villeneuve-la-Garenne) », by that place's clock; in UTC, and saying so, without a clock or outside the years it tells. */
export function momentInWords(language: Language, at: string, clock: PlaceClock | null): string {
  const instant = Date.parse(at);
  const held = clock?.offsets.filter(([since]) => since <= instant).at(-1);
  if (!clock || !held) return momentFormat(language, true).format(instant);
  return `${momentFormat(language, false).format(instant + held[1] * 60_000)} (\u2068${clock.city}\u2069)`;
}

/** An instant (UTC, ISO 8601) with its minute, by the clock of the place where the reader sits. */
export function Moment({ at }: { at: string }) {
  const { language } = useVoice();
  const root = useRouteLoaderData<{ house?: { viewer: { clock: PlaceClock | null } | null } }>('root');
  return (
    <time dateTime={at} suppressHydrationWarning>
      {momentInWords(language, at, root?.house?.viewer?.clock ?? null)}
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
  const comma = language === 'ar' ? '، ' : ', ';
  return (
    <span>
      <time dateTime={`${civilDate}T${time}`} suppressHydrationWarning>
        {dateInWords(language, civilDate)}
        {comma}
        <bdi>{time}</bdi>
      </time>{' '}
      (<bdi>{city}</bdi>)
    </span>
  );
}
