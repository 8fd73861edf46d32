import { readFileSync } from 'node:fs';
import type { Json } from '#kernel';
import { type CharacterMap, characterMap } from './character-map.js';
import { regularFile, textFamilies } from './fonts.js';

let maps: CharacterMap[] | undefined;
const known = new Map<number, boolean>();
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Line breaks and tabs are laid out, not drawn; joiners and direction marks are invisible by definition. */
const invisible = /[\n\r\t\p{Default_Ignorable_Code_Point}]/u;
/** Never printed, whatever a font says: some have a glyph for U+0000, and PDF/A refuses it. */
const forbidden = /[\p{Cc}\p{Cs}]/u;

function drawn(character: string): boolean {
  const codePoint = character.codePointAt(0) ?? 0;
  let answer = known.get(codePoint);
  if (answer === undefined) {
    maps ??= textFamilies.map((family) => characterMap(readFileSync(regularFile(family))));
    answer = invisible.test(character) ? true : !forbidden.test(character) && maps.some((draws) => draws(codePoint));
    known.set(codePoint, answer);
  }
  return answer;
}

/**
 * The characters of a text that no document can print (emoji, Chinese, control characters …), each once, whole:
 * a flag or a family is one character. Asked when a text is saved, so that a PV never fails at the last step.
 */
export function missingGlyphs(text: string): string[] {
  if ([...text].every(drawn)) return [];
  const missing = [...graphemes.segment(text)].map(({ segment }) => segment).filter((grapheme) => ![...grapheme].every(drawn));
  return [...new Set(missing)];
}

/** The same, over every text of a value. */
export function missingGlyphsIn(value: Json): string[] {
  if (typeof value === 'string') return missingGlyphs(value);
  if (value === null || typeof value !== 'object') return [];
  return [...new Set(Object.values(value).flatMap((item: Json) => missingGlyphsIn(item)))];
}
