/** JSON as it is read from a database or an archive. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };
/** One row, by column: instants in UTC, bytes as `\x…`, as PostgreSQL's `to_jsonb` writes them. */
export type Line = { readonly [column: string]: Value };

/** Stored bytes, measured while they were read. */
export interface SeenFile {
  readonly partnershipId: string;
  /** The name under which they are kept. */
  readonly sha256: string;
  readonly contentType: string;
  /** The SHA-256 of the bytes themselves, hex. */
  readonly measured: string;
  readonly start: string;
}

/** Where the verifier reads from: a database, or an exported ZIP. Rows come in the order in which they stand there. */
export interface Evidence {
  rows(table: string): AsyncIterable<Line>;
  files(): AsyncIterable<SeenFile>;
}

/** What is wrong, and which row it is: `journal 12`, `vote …`. */
export interface Finding {
  readonly code: Flaw;
  readonly where: string;
}

export type Flaw =
  | 'CHANGED' | 'REMOVED' | 'INSERTED' | 'REORDERED' | 'DUPLICATE' | 'BROKEN_LINK' | 'TRUNCATED' | 'WRONG_HEAD' | 'OTHER_HISTORY'
  | 'ROW_CHANGED' | 'ROW_WITHOUT_FACT' | 'FACT_WITHOUT_ROW' | 'WORDS_CHANGED' | 'WORDS_REMOVED' | 'WORDS_WITHOUT_FACT'
  | 'CONTENT_CHANGED' | 'FILE_CHANGED' | 'FILE_MISSING' | 'ARCHIVE';
