import { accepted, type Answer } from '#kernel';
import { blankText, textTooLong } from './refusals.js';

/** Longest texts, in characters (code points). */
export const longest = { title: 200, line: 200, section: 20_000, carried: 60_000, reason: 2_000 } as const;

/** Characters that reorder or hide what follows them (UAX #9 embeddings, overrides, isolates), and controls PostgreSQL refuses. */
const unwanted = /[\u202a-\u202e\u2066-\u2069\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu;

/** Spaces and invisible marks only: nothing a reader would see. */
const invisible = /^[\s\p{Cf}]*$/u;

/** A text as it is kept: well-formed, NFC, without direction or control characters, without outer spaces; empty when nothing would be seen. */
export function cleanText(raw: string): string {
  const text = raw.toWellFormed().replace(unwanted, '').normalize('NFC').trim();
  return invisible.test(text) ? '' : text;
}

/** Reads an optional text. Refused with TEXT_TOO_LONG. */
export function readText(field: string, raw: string, maximum: number): Answer<string> {
  const text = cleanText(raw);
  const { length } = [...text];
  return length > maximum ? textTooLong(field, length, maximum) : accepted(text);
}

/** Reads a text that must say something. Refused with BLANK_TEXT or TEXT_TOO_LONG. */
export function readFilledText(field: string, raw: string, maximum: number): Answer<string> {
  const text = readText(field, raw, maximum);
  return !text.refused && text.value === '' ? blankText(field) : text;
}
