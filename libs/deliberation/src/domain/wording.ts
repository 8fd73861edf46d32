import { accepted, type Answer } from '#kernel';
import { textTooLong } from './refusals.js';

/** Longest texts of this room, in characters (code points). */
export const longest = { title: 300, place: 300, reason: 2_000, text: 20_000 } as const;

/** Characters that reorder or hide what follows them (UAX #9 embeddings, overrides, isolates), and controls PostgreSQL refuses. */
const unwanted = /[\u202a-\u202e\u2066-\u2069\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu;

/** A text as it is kept: well-formed, NFC, without direction or control characters, without outer spaces. Refused with TEXT_TOO_LONG. */
export function worded(raw: string | null | undefined, maximum: number): Answer<string> {
  // A code point takes at most two code units: a text of 1 MB is not cleaned to be refused.
  const given = raw ?? '';
  if (given.length > maximum * 4) return textTooLong(given.length, maximum);
  const text = given.toWellFormed().normalize('NFC').replace(unwanted, '').trim();
  const length = [...text].length;
  return length > maximum ? textTooLong(length, maximum) : accepted(text);
}
