import { accepted, type Answer } from '#kernel';
import { folded, readAmountCell, readBudgetKindCell, readPartyCell, readPeopleCell, type ListColumn, type OfficeWords } from './office-cells.js';
import type { BudgetLine, Indicator, Target } from './sheet.js';

type Row = readonly string[];
type Column = ListColumn | null;

/** The cells of one row by the name of their column. */
type Cells = (name: string) => string;
const cellsOf = (row: Row, columns: readonly Column[]): Cells => (name) => (row[columns.findIndex((column) => column?.name === name)] ?? '').trim();

export const columnsOf = (heads: Row, { columns }: OfficeWords): readonly Column[] => heads.map((head) => columns.get(folded(head)) ?? null);

/** Which list a table holds, by its heads: at least the label of its lines and one more. */
export function listOf(rows: readonly Row[], words: OfficeWords): 'indicators' | 'budget' | null {
  const known = columnsOf(rows[0] ?? [], words).filter((column) => column !== null && column.of !== 'printed');
  const of = known.find(({ name }) => name === 'label')?.of ?? null;
  return of !== null && known.filter((column) => column.of === of).length >= 2 ? of : null;
}

function targetsOf(row: Row, columns: readonly Column[]): Answer<Target[]> {
  const targets: Target[] = [];
  for (const [place, column] of columns.entries()) {
    if (column?.name !== 'target') continue;
    const people = readPeopleCell(row[place] ?? '');
    if (people.refused) return people;
    if (people.value !== null) targets.push({ partyId: column.partyId, people: people.value });
  }
  return accepted(targets);
}

/** One indicator. Refused as its cells are. */
export function readIndicatorRow(row: Row, columns: readonly Column[]): Answer<Indicator> {
  const cell = cellsOf(row, columns);
  const targets = targetsOf(row, columns);
  if (targets.refused) return targets;
  const total = readPeopleCell(cell('total'));
  if (total.refused) return total;
  return accepted({ label: cell('label'), method: cell('method'), responsible: cell('responsible'), targets: targets.value, total: total.value });
}

/** One line of the budget: paid by a party, or by a third party named beside. Refused as its cells are. */
export function readBudgetRow(row: Row, columns: readonly Column[], words: OfficeWords): Answer<BudgetLine> {
  const cell = cellsOf(row, columns);
  const party = readPartyCell(cell('payer'), words);
  if (party.refused) return party;
  const kind = readBudgetKindCell(cell('kind'), words);
  if (kind.refused) return kind;
  const amount = readAmountCell(cell('amount'), cell('currency'), words);
  if (amount.refused) return amount;
  const { amountMinor, currency } = amount.value;
  return accepted({ label: cell('label'), partyId: party.value, funder: cell('funder') || null, kind: kind.value, amountMinor: amountMinor.toString(), currency });
}

interface Lists {
  readonly indicators: { readonly list: 'indicators'; readonly rows: readonly Indicator[]; readonly unread: readonly Row[] };
  readonly budget: { readonly list: 'budget'; readonly rows: readonly BudgetLine[]; readonly unread: readonly Row[] };
}

/** The rows of a table under its heads; a row that cannot be read, or that says more than its columns, is given back as it is. */
export function readListRows(list: 'indicators' | 'budget', rows: readonly Row[], words: OfficeWords): Lists[typeof list] {
  const [heads = [], ...body] = rows;
  const columns = columnsOf(heads, words).map((column) => (column?.of === list || column?.of === 'printed' ? column : null));
  const filled = body.filter((row) => row.some((cell) => cell.trim() !== ''));
  const whole = (row: Row): boolean => row.every((cell, place) => columns[place] || cell.trim() === '');
  const read = filled.map((row) => ({ row, indicator: whole(row) ? readIndicatorRow(row, columns) : null, line: whole(row) ? readBudgetRow(row, columns, words) : null }));
  const unreadOf = (key: 'indicator' | 'line'): Row[] => read.filter((one) => one[key] === null || one[key].refused || one[key].value.label === '').map(({ row }) => row);
  const valuesOf = <T extends { label: string }>(answers: readonly (Answer<T> | null)[]): T[] => answers.flatMap((answer) => (answer && !answer.refused && answer.value.label !== '' ? [answer.value] : []));
  if (list === 'indicators') return { list, rows: valuesOf(read.map(({ indicator }) => indicator)), unread: unreadOf('indicator') };
  return { list, rows: valuesOf(read.map(({ line }) => line)), unread: unreadOf('line') };
}
