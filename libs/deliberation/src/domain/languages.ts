import { accepted, type Answer, type Language } from '#kernel';
import { told, type DeliberationFact } from './facts.js';
import { aboutMinutes, type Minutes } from './minutes.js';
import { languagesOf, type Prose } from './minutes-content.js';
import { languageNotWritten, languageReadByAnother, minutesAreExecutory } from './refusals.js';
import type { Seat } from './seat.js';

/** Who wrote the words of one language, and the speaker who has read them since. Beside what is hashed, which says only whether a speaker had. */
export interface Wording {
  readonly seatId: string;
  readonly personId: string;
  /** The version of the PV it was last written for. */
  readonly version: number;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly read: { readonly seatId: string; readonly personId: string; readonly at: string } | null;
}

export type Wordings = Readonly<Partial<Record<Language, Wording>>>;

/** Whose hand it is now. */
export interface Hand {
  readonly seat: Seat;
  readonly at: Date;
}

const sameWords = (one: Prose[Language], other: Prose[Language]): boolean => {
  const words = (prose: Prose[Language]): string => JSON.stringify(Object.entries(prose ?? {}).filter(([, text]) => text !== '').sort());
  return words(one) === words(other);
};

/** After a saving: a language whose words changed has a new writer, and waits for a speaker again. */
export function wordedBy(wordings: Wordings, { before, after }: { readonly before: Minutes; readonly after: Minutes }, { seat, at }: Hand): Wordings {
  const changed = languagesOf({ ...before.prose, ...after.prose }).filter((language) => !sameWords(before.prose[language], after.prose[language]));
  const anew = changed.map((language) => [language, { seatId: seat.id, personId: seat.personId, version: after.version, at: at.toISOString(), read: null } satisfies Wording] as const);
  return { ...wordings, ...Object.fromEntries(anew) };
}

/** A version is out of step when the authoritative words were written after it. */
export const isBehind = (wordings: Wordings, language: Language, authoritative: Language): boolean => {
  const [own, ours] = [wordings[language], wordings[authoritative]];
  return language !== authoritative && own !== undefined && ours !== undefined && own.at < ours.at;
};

/**
 * A speaker says that she has read the words of a language other than the authoritative one. Not their writer: two people, as for the paper.
 * @returns refused LANGUAGE_NOT_WRITTEN, LANGUAGE_READ_BY_ANOTHER, or MINUTES_ARE_EXECUTORY.
 */
export function readAsSpeaker(minutes: Minutes, wordings: Wordings, { language, seat, at }: Hand & { readonly language: Language }): Answer<{ readonly wordings: Wordings; readonly facts: DeliberationFact[] }> {
  if (minutes.state === 'EXECUTORY') return minutesAreExecutory(minutes.number ?? '');
  const wording = wordings[language];
  if (!wording || !languagesOf(minutes.prose).includes(language)) return languageNotWritten(language);
  const { id: seatId, personId } = seat;
  if (wording.personId === personId) return languageReadByAnother(language);
  const fact = told('MinutesLanguageRead', aboutMinutes(minutes), { version: minutes.version, code: language, seatId, personId, at: at.toISOString() });
  return accepted({ wordings: { ...wordings, [language]: { ...wording, read: { seatId, personId, at: at.toISOString() } } }, facts: [fact] });
}
