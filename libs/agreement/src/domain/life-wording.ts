import { accepted, refused, type Answer } from '#kernel';

/** Longest texts of the register, in characters (code points). */
export const longest = { line: 160, motive: 2_000, stamp: 200_000 } as const;
/** The texts a person writes in it, as the refusal's sentence names them. */
export type LifeField = 'body' | 'number' | 'office' | 'place' | 'authority' | 'reference' | 'holder' | 'motive';

/** Characters that reorder or hide what follows them (UAX #9), and controls that PostgreSQL refuses. */
const unwanted = /[\u202a-\u202e\u2066-\u2069\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu;

/** A text without its unseen signs: NFC, trimmed. */
export const kept = (raw: string): string => raw.toWellFormed().normalize('NFC').replace(unwanted, '').trim();

/** A text as it is kept: NFC, trimmed, without unseen signs; `null` when nothing is left. Refused with `TEXT_TOO_LONG`. */
export function optional(raw: string | null | undefined, maximum: number = longest.line): Answer<string | null> {
  const given = raw ?? '';
  if (given.length > maximum * 4) return refused('TEXT_TOO_LONG', { length: given.length, maximum });
  const text = kept(given);
  const length = [...text].length;
  return length > maximum ? refused('TEXT_TOO_LONG', { length, maximum }) : accepted(text === '' ? null : text);
}

/** The same, of a text that must be there. Refused with `LIFE_TEXT_BLANK` (argument `field`). */
export function required(raw: string | null | undefined, field: LifeField): Answer<string> {
  const text = optional(raw, field === 'motive' ? longest.motive : longest.line);
  if (text.refused) return text;
  return text.value === null ? refused('LIFE_TEXT_BLANK', { field }) : accepted(text.value);
}
