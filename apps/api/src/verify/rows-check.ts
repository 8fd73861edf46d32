import { auditedTables, type AuditedTable } from './audited.js';
import type { Evidence, Finding, Flaw, Line, Value } from './evidence.js';
import { bytesOf, canonical, rowHash, wordsHash } from './hashes.js';
import { journalRow } from './chain-check.js';

type Columns = { readonly [column: string]: Value };

/** A commitment to free text that a leaf holds. */
interface Promised {
  readonly sealed: string;
  /** What stands beside the chain; `null` while it has not been found. */
  words: string | null;
}

/** The last commitment to one row. */
interface Commitment {
  readonly digest: string | null;
  /** Column → place of the promise. */
  readonly words: ReadonlyMap<string, string>;
  readonly where: string;
  /** The fiche that a document is joined to; `null` for any other row. */
  readonly sheetId: string | null;
}

const isObject = (value: Value | undefined): value is Columns => typeof value === 'object' && value !== null && !Array.isArray(value);
const pick = (row: Line, columns: readonly string[]): Columns => Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
const rowName = (table: string, key: Columns): string => `${table} ${Object.values(key).map(String).join(' ')}`;
const identity = (table: string, key: Columns): string => `${table} ${canonical(key)}`;

/** Compares the rows of acts with what the chain says of them, both ways, and free text with its commitments. */
export class RowsCheck {
  readonly findings: Finding[] = [];
  private readonly commitments = new Map<string, Commitment>();
  private readonly promises = new Map<string, Promised>();
  private readonly erased = new Set<string>();

  private found(code: Flaw, where: string): void {
    this.findings.push({ code, where });
  }

  /** Takes note of what one journal row commits to. */
  take(row: Line): void {
    const at = `${String(row['chain'])} ${String(row['sequence'])}`;
    const { data } = row;
    if (row['kind'] === 'WordsErased' && isObject(data)) this.erased.add(`${String(row['chain'])} ${String(data['ofSequence'])} ${String(data['path'])}`);
    if (row['format'] !== 2) return;
    this.promisesIn(data, `${at} data`);
    const rows = Array.isArray(row['rows']) ? (row['rows'] as readonly Value[]) : [];
    for (const [index, said] of rows.entries()) if (isObject(said)) this.commitment(said, `${at} rows.${index}`, journalRow(String(row['chain']), String(row['sequence'])));
  }

  private promisesIn(value: Value | undefined, place: string): void {
    if (Array.isArray(value)) return (value as readonly Value[]).forEach((item, index) => this.promisesIn(item, `${place}.${index}`));
    if (!isObject(value)) return;
    const { sealed } = value;
    if (typeof sealed === 'string' && Object.keys(value).length === 1) return void this.promises.set(place, { sealed, words: null });
    for (const [key, item] of Object.entries(value)) this.promisesIn(item, `${place}.${key}`);
  }

  private commitment({ table, key, digest, words }: Columns, place: string, where: string): void {
    if (typeof table !== 'string' || !isObject(key)) return this.found('CHANGED', where);
    const said = new Map<string, string>();
    for (const [column, promise] of Object.entries(isObject(words) ? words : {})) {
      if (!isObject(promise) || typeof promise['sealed'] !== 'string') continue;
      this.promises.set(`${place}.${column}`, { sealed: promise['sealed'], words: null });
      said.set(column, `${place}.${column}`);
    }
    this.commitments.set(identity(table, key), { digest: typeof digest === 'string' ? digest : null, words: said, where, sheetId: table === 'attachment' && key['subject_kind'] === 'projectSheet' ? String(key['subject_id']) : null });
  }

  /** After the chains: the words beside them, then every audited row. */
  async end(evidence: Evidence): Promise<void> {
    for await (const line of evidence.rows('journal_words')) this.words(line);
    for (const [place, { words }] of this.promises) if (words === null && !this.erased.has(place)) this.found('WORDS_REMOVED', `journal_words ${place}`);
    for (const table of auditedTables) for await (const row of evidence.rows(table.name)) this.row(table, row);
    const sheets = new Set<string>();
    for await (const sheet of evidence.rows('project_sheet')) sheets.add(String(sheet['id']));
    for (const [name, { digest, where, sheetId }] of this.commitments) {
      // Only a fiche that is here can miss a document: an archive leaves aside those that were never submitted.
      if (digest && (sheetId === null || sheets.has(sheetId))) this.found('FACT_WITHOUT_ROW', `${name.replace(/[{}"]/g, '')} (${where})`);
    }
  }

  private words(line: Line): void {
    const place = `${String(line['chain'])} ${String(line['sequence'])} ${String(line['path'])}`;
    const promised = this.promises.get(place);
    const words = typeof line['words'] === 'string' ? line['words'] : '';
    const owner = /^[0-]+$/.test(String(line['chain'])) ? null : line['chain'];
    if (!promised || promised.words !== null) return this.found('WORDS_WITHOUT_FACT', `journal_words ${place}`);
    promised.words = words;
    if (wordsHash(bytesOf(line['salt']), words) !== promised.sealed || line['partnership_id'] !== owner) this.found('WORDS_CHANGED', `journal_words ${place}`);
  }

  private row(table: AuditedTable, row: Line): void {
    const key = pick(row, table.key);
    const id = identity(table.name, key);
    const commitment = this.commitments.get(id);
    const where = rowName(table.name, key);
    this.commitments.delete(id);
    if (!commitment?.digest) return this.found('ROW_WITHOUT_FACT', where);
    if (rowHash(pick(row, table.columns)) !== commitment.digest) this.found('ROW_CHANGED', where);
    for (const column of table.words) this.rowWords(row[column] ?? null, commitment.words.get(column), `${where} ${column}`);
  }

  private rowWords(text: Value, place: string | undefined, where: string): void {
    // Words erased beside the chain must be gone from the row too.
    const words = place === undefined ? null : (this.promises.get(place)?.words ?? null);
    if (text !== words) this.found('WORDS_CHANGED', where);
  }
}
