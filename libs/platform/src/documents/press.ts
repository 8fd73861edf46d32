import type { Answer, Json } from '#kernel';

/** A file embedded in the PDF (PDF/A-3), with what it is to the document (AFRelationship). */
export interface PressAttachment {
  /** Name shown by readers: `pv-2027-3.json`. */
  readonly name: string;
  readonly mimeType: string;
  readonly description: string;
  readonly relationship: 'source' | 'data' | 'alternative' | 'supplement';
  readonly content: string | Uint8Array;
}

/** What to print. */
export interface PressOrder {
  /**
   * Typst source, ours, never a user's: texts come in as data only. It reads `/data.json`, and the pictures by their name (`/qr.svg`).
   * The press has already set the date and the fonts, without fallback to the machine's.
   */
  readonly template: string;
  readonly data: Json;
  /** The document's own date, YYYY-MM-DD: the same order gives the same bytes on any day. */
  readonly date: string;
  /** `a-3a`: archival, accessible, with attachments. `ua-1`: the same page judged by the accessibility standard. */
  readonly standard: 'a-3a' | 'ua-1';
  readonly attachments?: readonly PressAttachment[];
  /** Words of the file's own metadata, where any reader finds them unpacked: what the document claims to be. */
  readonly keywords?: readonly string[];
  /** SVG texts by name: `{ 'qr.svg': '<svg …' }`. */
  readonly pictures?: Readonly<Record<string, string>>;
}

/** The printing press: one document at a time, off the main thread. */
export abstract class Press {
  /**
   * The PDF's bytes; the same order gives the same bytes.
   * Refused: GLYPH_MISSING `{character, count}`, DOCUMENT_TOO_LARGE `{length, maximum}` (characters of JSON), PRESS_MISSING `{platform}`.
   * @throws Error on a fault of the template: a bug, never the reader's text.
   */
  abstract render(order: PressOrder): Promise<Answer<Uint8Array>>;
}
