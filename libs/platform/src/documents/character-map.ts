/**
 * Does a font draw this code point? Read from its `cmap` table (OpenType 1.9, formats 4 and 12).
 * Glyph 0 is « not defined », hence not drawn.
 */
export type CharacterMap = (codePoint: number) => boolean;

/** Position of a table in the file. @throws Error when the font has none: the package is damaged. */
function tableAt(font: DataView, tag: string): number {
  for (let record = 12; record < 12 + font.getUint16(4) * 16; record += 16) {
    const name = String.fromCharCode(...[0, 1, 2, 3].map((index) => font.getUint8(record + index)));
    if (name === tag) return font.getUint32(record + 8);
  }
  throw new Error(`this font has no ${tag} table`);
}

/** Format 4: segments of the basic plane. */
function segmentMap(font: DataView, at: number): CharacterMap {
  const twice = font.getUint16(at + 6);
  const [ends, starts, deltas, offsets] = [at + 14, at + 16 + twice, at + 16 + 2 * twice, at + 16 + 3 * twice] as const;
  return (codePoint) => {
    if (codePoint > 0xffff) return false;
    for (let segment = 0; segment < twice; segment += 2) {
      if (font.getUint16(ends + segment) < codePoint) continue;
      const start = font.getUint16(starts + segment);
      if (start > codePoint) return false;
      const offset = font.getUint16(offsets + segment);
      const delta = font.getUint16(deltas + segment);
      if (offset === 0) return ((codePoint + delta) & 0xffff) !== 0;
      return font.getUint16(offsets + segment + offset + 2 * (codePoint - start)) !== 0;
    }
    return false;
  };
}

/** Format 12: groups over every plane. */
function groupMap(font: DataView, at: number): CharacterMap {
  const count = font.getUint32(at + 12);
  return (codePoint) => {
    for (let group = at + 16; group < at + 16 + count * 12; group += 12) {
      const start = font.getUint32(group);
      if (start > codePoint) return false;
      if (codePoint <= font.getUint32(group + 4)) return font.getUint32(group + 8) + codePoint - start !== 0;
    }
    return false;
  };
}

/** Reads what a TrueType font draws. @throws Error on a font without a Unicode map. */
export function characterMap(bytes: Uint8Array): CharacterMap {
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cmap = tableAt(font, 'cmap');
  const maps: CharacterMap[] = [];
  for (let record = cmap + 4; record < cmap + 4 + font.getUint16(cmap + 2) * 8; record += 8) {
    const at = cmap + font.getUint32(record + 4);
    const format = font.getUint16(at);
    if (format === 12) maps.push(groupMap(font, at));
    if (format === 4) maps.push(segmentMap(font, at));
  }
  if (maps.length === 0) throw new Error('this font has no Unicode character map');
  return (codePoint) => maps.some((draws) => draws(codePoint));
}
