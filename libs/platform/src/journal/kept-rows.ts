import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '#kernel';
import { sealText, type KeptWords, type Sealed } from './sealed-words.js';

type Columns = { readonly [column: string]: Json };

/** One audited row as its trigger saw it written (`tell_row`, migration 0007). `row` is `null` when it was removed. */
export interface KeptRow {
  readonly chain: string;
  readonly table: string;
  readonly key: Columns;
  readonly row: Columns | null;
  readonly words: Columns | null;
}

/** What a leaf says of an audited row: its digest, or `null` when the act removed it; its free text by salted commitments. */
export interface RowCommitment {
  readonly table: string;
  readonly key: Columns;
  readonly digest: string | null;
  readonly words?: { readonly [column: string]: Sealed };
}

const withoutNulls = (columns: Columns): Columns => Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null));

/** SHA-256(0x03 ‖ canonical JSON of the covered columns that are not null), hex. A column added later, and left null, changes nothing. */
export const rowDigestOf = (row: Columns): string => createHash('sha256').update(Buffer.from([3])).update(canonicalJson(withoutNulls(row))).digest('hex');

/** The trigger's lines, one JSON a line; a row written twice in an act counts as it stands at the end. */
export function keptRowsOf(lines: string | null): KeptRow[] {
  const rows = (lines ?? '').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as KeptRow);
  const last = new Map(rows.map((row) => [`${row.table} ${canonicalJson(row.key)}`, row]));
  return [...last.values()];
}

/** The rows' commitments of one leaf, in the order in which they were written. */
export function commitRows(rows: readonly KeptRow[]): { rows: RowCommitment[]; words: KeptWords[] } {
  const words: KeptWords[] = [];
  const commitments = rows.map(({ table, key, row, words: texts }, index): RowCommitment => {
    const said = Object.entries(texts ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    const sealed = said.map(([column, text]) => [column, sealText(`rows.${index}.${column}`, text, words)] as const);
    return { table, key, digest: row && rowDigestOf(row), ...(sealed.length > 0 && { words: Object.fromEntries(sealed) }) };
  });
  return { rows: commitments, words };
}
