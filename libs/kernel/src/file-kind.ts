import { plainText } from './plain-text.js';

/** Kinds of file people may send in: what town halls exchange, nothing that runs. Not here: SVG, HTML, archives, Office files with macros. */
export const fileKinds = ['pdf', 'docx', 'xlsx', 'odt', 'ods', 'png', 'jpeg', 'csv', 'txt'] as const;
export type FileKind = (typeof fileKinds)[number];

/** How a kind is written in an address of the Internet (IANA media types), and at the end of a name. */
export const fileFormats: Readonly<Record<FileKind, { readonly contentType: string; readonly extensions: readonly string[] }>> = {
  pdf: { contentType: 'application/pdf', extensions: ['pdf'] },
  docx: { contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'] },
  xlsx: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
  odt: { contentType: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  ods: { contentType: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'] },
  png: { contentType: 'image/png', extensions: ['png'] },
  jpeg: { contentType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  csv: { contentType: 'text/csv', extensions: ['csv'] },
  txt: { contentType: 'text/plain', extensions: ['txt'] },
};

/** The kind that a name announces by what stands after its last dot; `null` when it is none of ours. */
export function kindOfName(name: string): FileKind | null {
  const extension = /\.([^.]*)$/.exec(name.trim().toLowerCase())?.[1] ?? '';
  return fileKinds.find((kind) => fileFormats[kind].extensions.includes(extension)) ?? null;
}

const starts = (bytes: Uint8Array, ...signature: readonly number[]): boolean => signature.every((byte, place) => bytes[place] === byte);

/** What the first bytes are, whatever the name says. `zip` carries the office formats; `other` is anything unknown, or a text. */
export function containerOf(bytes: Uint8Array): 'pdf' | 'zip' | 'png' | 'jpeg' | 'other' {
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf';
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'zip';
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'jpeg';
  return 'other';
}

/** Longest kept name, in characters (code points), its extension included. */
export const longestFileName = 120;

/** Names that a disk keeps for itself, whatever follows the dot (Windows). */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A name as it is kept and given back: NFC, no path, no control nor invisible mark, no character that a disk or a header would
 * read otherwise, at most 120 characters, ending in the first extension of its kind. Empty, it is called `document`.
 */
export function fileNameAs(kind: FileKind, raw: string): string {
  const extension = fileFormats[kind].extensions.find((one) => raw.trim().toLowerCase().endsWith(`.${one}`)) ?? fileFormats[kind].extensions[0] ?? kind;
  const whole = plainText(raw).replace(/[\p{Cf}\p{Zl}\p{Zp}]/gu, (mark) => (mark === '\u200c' || mark === '\u200d' ? mark : ''));
  const flat = whole.replace(/[\\/:*?"<>|\r\n\t]+/g, '-').replace(/\s+/g, ' ').trim();
  const stem = flat.replace(new RegExp(`\\.${extension}$`, 'i'), '').replace(/^[.\- ]+|[.\- ]+$/g, '');
  const named = stem === '' ? 'document' : reserved.test(stem) ? `_${stem}` : stem;
  return `${[...named].slice(0, longestFileName - extension.length - 1).join('').trimEnd()}.${extension}`;
}
