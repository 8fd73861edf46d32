/**
 * A line of a letter: a paragraph or, with a level, a title. `tag` is a mark of ours that the word processor keeps and does not show.
 * A line broken inside its paragraph carries `\n`.
 */
export interface WordLine {
  readonly type: 'line';
  readonly text: string;
  /** 0 is the letter's own title, 1 to 3 its parts; `null` is plain writing. */
  readonly level: 0 | 1 | 2 | 3 | null;
  readonly tag: string | null;
  /** The line stands in a list, whose mark is not part of its text. */
  readonly item: boolean;
}

/** A table: its first row holds the heads, unless it is a form of names and values. A cell of several paragraphs carries `\n`. */
export interface WordTable {
  readonly type: 'table';
  readonly rows: readonly (readonly string[])[];
  readonly tag: string | null;
}

/** What a letter says, in its order: neither fonts nor pictures. */
export type WordBlock = WordLine | WordTable;

/** A letter, with the properties that we hid in it by their names. */
export interface WordText {
  readonly blocks: readonly WordBlock[];
  readonly properties: Readonly<Record<string, string>>;
}

/** The rows of a spreadsheet's first page, every cell as text: dates YYYY-MM-DD, numbers with a point. Rows may differ in length. */
export type Grid = readonly (readonly string[])[];

/** Line ends as we keep them. */
export const withPlainLines = (text: string): string => text.replace(/\r\n?/g, '\n');
