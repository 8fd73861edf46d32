import type { Value } from '../../apps/api/src/verify/evidence.js';
import { auditedTables } from '../../apps/api/src/verify/audited.js';
import type { HonestJournal, PaperEvidence } from './honest-journal.contract.js';

type Row = Record<string, Value>;
/** What was done, and what a finding must say to have named it. */
export interface Tampering {
  readonly what: string;
  /** One of these stands in the place that a finding names. */
  readonly names: readonly string[];
}
type Hand = (journal: HonestJournal) => Tampering | null;

/** Another value of the same kind: never equal to the one given. */
export function other(value: Value): Value {
  if (typeof value === 'string' && value.startsWith('\\x')) return value === '\\x' ? '\\x00' : `${value.slice(0, -1)}${value.endsWith('0') ? '1' : '0'}`;
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}/.test(value) ? `2031${value.slice(4)}` : `${value}’`;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return [...(value as readonly Value[]), 'x'];
  return value === null ? 'x' : { ...(value as { readonly [key: string]: Value }), x: 1 };
}

const anyOf = <Item>(journal: HonestJournal, items: readonly Item[]): Item | undefined => items[journal.dice.next(Math.max(items.length, 1))];
const numbered = (sequence: Value | undefined): string => `n° ${String(sequence)}`;
const actTables = (evidence: PaperEvidence): string[] => auditedTables.map(({ name }) => name).filter((name) => evidence.list(name).length > 0);
const keyOf = (table: string, row: Row): string => (auditedTables.find(({ name }) => name === table)?.key ?? []).map((column) => String(row[column])).join(' ');

function changeColumn(rows: readonly Row[], journal: HonestJournal): { row: Row; column: string; before: Value } | null {
  const row = anyOf(journal, rows);
  const column = row && anyOf(journal, Object.keys(row));
  if (!row || column === undefined) return null;
  const before = row[column] as Value;
  row[column] = other(before);
  return { row, column, before };
}

const journalColumn: Hand = (journal) => {
  const changed = changeColumn(journal.evidence.list('journal'), journal);
  if (!changed) return null;
  const { row, column, before } = changed;
  const names = column === 'sequence' ? [numbered(before), numbered(row['sequence'])] : column === 'chain' ? [String(row['chain']), numbered(row['sequence'])] : [numbered(row['sequence'])];
  return { what: `journal.${column} changed`, names };
};

const removeFact: Hand = (journal) => {
  const rows = journal.evidence.list('journal');
  const at = journal.dice.next(rows.length);
  const [gone] = rows.splice(at, 1) as [Row];
  return { what: 'journal row removed', names: [`n° ${String(gone['sequence'])}`] };
};

const cutEnd: Hand = (journal) => {
  const rows = journal.evidence.list('journal');
  const [first] = rows.splice(rows.length - 1 - journal.dice.next(rows.length - 1)) as [Row];
  return { what: 'end of the journal cut', names: [`n° ${String(first['sequence'])} à`] };
};

const insertFact: Hand = (journal) => {
  const rows = journal.evidence.list('journal');
  const model = anyOf(journal, rows) as Row;
  const atEnd = journal.dice.next(2) === 0;
  const forged = { ...model, subject_id: journal.dice.uuid(), ...(atEnd && { sequence: rows.length + 1 }) };
  rows.splice(atEnd ? rows.length : rows.indexOf(model) + 1, 0, forged);
  return { what: 'journal row inserted', names: [numbered(forged['sequence'])] };
};

const swapFacts: Hand = (journal) => {
  const rows = journal.evidence.list('journal');
  const [a, b] = [journal.dice.next(rows.length), journal.dice.next(rows.length)];
  if (a === b) return null;
  const [first, second] = [rows[a] as Row, rows[b] as Row];
  const names = [numbered(first['sequence']), numbered(second['sequence'])];
  [rows[a], rows[b]] = [second, first];
  if (journal.dice.next(2)) [first['sequence'], second['sequence']] = [second['sequence'] as Value, first['sequence'] as Value];
  return { what: 'journal rows reordered', names };
};

const head: Hand = (journal) => {
  const heads = journal.evidence.list('journal_head');
  const way = journal.dice.next(3);
  if (way === 0) heads.splice(0, 1);
  else if (way === 1) heads.push({ ...(heads[0] as Row) });
  else changeColumn(heads, journal);
  return { what: `head ${['removed', 'twice', 'changed'][way]}`, names: ['journal_head', journal.chain] };
};

const actColumn: Hand = (journal) => {
  const table = anyOf(journal, actTables(journal.evidence)) as string;
  const before = journal.evidence.list(table).map((row) => ({ ...row }));
  const changed = changeColumn(journal.evidence.list(table), journal);
  if (!changed) return null;
  const old = before[journal.evidence.list(table).indexOf(changed.row)] as Row;
  return { what: `${table}.${changed.column} changed`, names: [keyOf(table, changed.row), keyOf(table, old)] };
};

const actGone: Hand = (journal) => {
  const table = anyOf(journal, actTables(journal.evidence)) as string;
  const rows = journal.evidence.list(table);
  const [gone] = rows.splice(journal.dice.next(rows.length), 1) as [Row];
  return { what: `${table} row removed`, names: keyOf(table, gone).split(' ').slice(-1) };
};

const actForged: Hand = (journal) => {
  const table = anyOf(journal, actTables(journal.evidence)) as string;
  const rows = journal.evidence.list(table);
  const column = table === 'vote' ? 'seat_id' : table === 'signature' ? 'id' : 'minutes_id';
  const forged = { ...(anyOf(journal, rows) as Row), [column]: journal.dice.uuid() };
  rows.push(forged);
  return { what: `${table} row forged`, names: [keyOf(table, forged)] };
};

const wordsTouched: Hand = (journal) => {
  const rows = journal.evidence.list('journal_words');
  const way = journal.dice.next(3);
  const row = anyOf(journal, rows);
  if (!row) return null;
  const place = (line: Row): string => `${String(line['chain'])} ${String(line['sequence'])} ${String(line['path'])}`;
  const names = [place(row)];
  if (way === 0) rows.splice(rows.indexOf(row), 1);
  else if (way === 1) rows.push({ ...row, path: 'data.added' });
  else changeColumn([row], journal);
  return { what: `words ${['removed', 'added', 'changed'][way]}`, names: [...names, place(row), place({ ...row, path: 'data.added' })] };
};

const fileTouched: Hand = (journal) => {
  const { stored } = journal.evidence;
  const at = journal.dice.next(stored.length);
  const [file] = stored.splice(at, 1);
  if (!file) return null;
  if (journal.dice.next(2)) stored.splice(at, 0, { ...file, measured: file.measured.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) });
  return { what: 'file changed or removed', names: [file.sha256] };
};

/** Puts an earlier vote back in the place of the one that replaced it. */
const replayed: Hand = (journal) => {
  const row = anyOf(journal, journal.evidence.list('vote'));
  if (!row) return null;
  row['choice'] = row['choice'] === 'FOR' ? 'AGAINST' : 'FOR';
  row['cast_at'] = '2027-01-01T08:00:00+00:00';
  return { what: 'an earlier vote put back', names: [keyOf('vote', row)] };
};

export const hands: readonly Hand[] = [journalColumn, removeFact, cutEnd, insertFact, swapFacts, head, actColumn, actGone, actForged, wordsTouched, fileTouched, replayed];
