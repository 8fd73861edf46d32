import { accepted, refused, type Answer, type Grid, type Refusal } from '#kernel';
import { folded, readAxisCell, readDayCell, readKindCell, readLeadCell, type FactName, type ListColumn, type OfficeWords, type Place } from './office-cells.js';
import { readBudgetRow, readIndicatorRow } from './office-lists.js';
import type { SheetChange } from './edit.js';
import type { BudgetLine, Indicator, SectionName, SheetKind } from './sheet.js';
import { sources } from './sources.js';

/** What is wrong, and where: the line as the spreadsheet counts it, the head of the column; `null` when it is the whole line or the whole table. */
export interface TableFault {
  readonly line: number | null;
  readonly column: string | null;
  readonly refusal: Refusal;
}

/** A fiche as its line, and the lines without a title below it, tell it. */
export interface TableSheet {
  readonly line: number;
  readonly title: string;
  readonly kind: SheetKind;
  readonly actionLeadId: string | null;
  readonly change: SheetChange;
}

/** A table as it was read: with a fault, some of its fiches may be incomplete. */
export interface PlanTable {
  readonly sheets: readonly TableSheet[];
  readonly faults: readonly TableFault[];
}

/** Fiches that one table may bring. */
export const mostSheets = 100;
/** Faults shown at once: whoever has more mends those first. */
export const mostFaults = 50;

type Head = { readonly at: 'list'; readonly column: ListColumn } | Exclude<Place, { at: 'list' }>;
interface Column {
  readonly name: string;
  readonly head: Head | null;
}

const refusedAs = (code: string, args: Refusal['args'] = {}): Refusal => refused(code, args, sources.inputs);

function headOf(name: string, words: OfficeWords): Head | null {
  const key = folded(name);
  const place = words.places.get(key);
  if (place && place.at !== 'list') return place;
  const column = words.columns.get(key);
  return column ? { at: 'list', column } : null;
}

const sameHead = (one: Head, other: Head): boolean => JSON.stringify(one) === JSON.stringify(other);

function faultsOfHeads(columns: readonly Column[]): TableFault[] {
  const fault = (column: string | null, refusal: Refusal): TableFault => ({ line: 1, column, refusal });
  const unknown = columns.filter(({ name, head }) => name.trim() !== '' && !head).map(({ name }) => fault(name, refusedAs('TABLE_COLUMN_UNKNOWN', { head: name.slice(0, 60).toWellFormed() })));
  const twice = columns.filter(({ head }, place) => head && columns.slice(0, place).some((before) => before.head && sameHead(before.head, head))).map(({ name }) => fault(name, refusedAs('TABLE_COLUMN_TWICE', { head: name })));
  const title = columns.some(({ head }) => head?.at === 'fact' && head.name === 'title');
  return [...(title ? [] : [fault(null, refusedAs('TABLE_WITHOUT_TITLES'))]), ...unknown, ...twice];
}

/** Columns that are printed to be read, and left alone when they come back. */
const printed: readonly FactName[] = ['year', 'author', 'state', 'retained'];

/** Reads one table, line by line; every fault is kept beside its line. */
class Reading {
  readonly sheets: TableSheet[] = [];
  readonly faults: TableFault[] = [];
  private current: { sheet: TableSheet; indicators: Indicator[]; budget: BudgetLine[] } | null = null;

  constructor(
    private readonly columns: readonly Column[],
    private readonly words: OfficeWords,
  ) {}

  line(row: readonly string[], line: number): void {
    if (row.every((cell) => cell.trim() === '')) return;
    const stray = row.findIndex((cell, place) => cell.trim() !== '' && !this.columns[place]?.head);
    if (stray >= 0) this.fault(line, this.columns[stray]?.name ?? null, refusedAs('TABLE_CELL_WITHOUT_HEAD', { text: (row[stray] ?? '').slice(0, 60).toWellFormed() }));
    const title = this.cell(row, ({ head }) => head?.at === 'fact' && head.name === 'title').trim();
    if (title !== '') this.begin(row, { line, title });
    else if (!this.current || this.fillsMore(row)) this.fault(line, this.nameOf('title'), refusedAs('TABLE_LINE_WITHOUT_TITLE'));
    this.lists(row, line);
  }

  private cell(row: readonly string[], wanted: (column: Column) => boolean): string {
    const place = this.columns.findIndex(wanted);
    return place < 0 ? '' : (row[place] ?? '');
  }

  private nameOf(fact: FactName): string | null {
    return this.columns.find(({ head }) => head?.at === 'fact' && head.name === fact)?.name ?? null;
  }

  private fault(line: number, column: string | null, refusal: Refusal): void {
    if (this.faults.length < mostFaults) this.faults.push({ line, column, refusal });
  }

  /** A line without a title adds an indicator or a budget line to the fiche above, and nothing else. */
  private fillsMore(row: readonly string[]): boolean {
    return row.some((cell, place) => cell.trim() !== '' && this.columns[place]?.head?.at !== 'list');
  }

  private begin(row: readonly string[], { line, title }: { line: number; title: string }): void {
    const sections: Partial<Record<SectionName, string>> = {};
    const transversalAnswers: { axisId: string; text: string }[] = [];
    let sheet: TableSheet = { line, title, kind: 'PROJECT', actionLeadId: null, change: {} };
    for (const [place, { name, head }] of this.columns.entries()) {
      const text = row[place] ?? '';
      if (head?.at === 'section') sections[head.name] = text;
      if (head?.at === 'transversal') transversalAnswers.push({ axisId: head.axisId, text });
      if (head?.at !== 'fact' || printed.includes(head.name)) continue;
      const read = this.fact(head.name, text);
      if (read.refused) this.fault(line, name, read);
      else sheet = { ...sheet, ...read.value, change: { ...sheet.change, ...read.value.change } };
    }
    sheet = { ...sheet, change: { ...sheet.change, kind: sheet.kind, ...(Object.keys(sections).length > 0 && { sections }), ...(transversalAnswers.length > 0 && { transversalAnswers }) } };
    this.current = { sheet, indicators: [], budget: [] };
    this.sheets.push(sheet);
  }

  private fact(name: FactName, text: string): Answer<Partial<TableSheet>> {
    if (name === 'kind') return mapped(readKindCell(text, this.words), (kind) => ({ kind }));
    if (name === 'axis') return mapped(readAxisCell(text, this.words), (axisId) => ({ change: { axisId } }));
    if (name === 'lead') return mapped(readLeadCell(text, this.words), (actionLeadId) => ({ actionLeadId }));
    if (name === 'outsideAxesReason') return accepted({ change: { outsideAxesReason: text.trim() || null } });
    if (name === 'startsOn') return mapped(readDayCell(text), (startsOn) => ({ change: { startsOn } }));
    if (name === 'endsOn') return mapped(readDayCell(text), (endsOn) => ({ change: { endsOn } }));
    return accepted({});
  }

  private lists(row: readonly string[], line: number): void {
    const { current } = this;
    if (!current) return;
    const columnsOf = (of: ListColumn['of']): (ListColumn | null)[] => this.columns.map(({ head }) => (head?.at === 'list' && head.column.of === of ? head.column : null));
    const has = (columns: readonly (ListColumn | null)[]): boolean => row.some((cell, place) => columns[place] && cell.trim() !== '');
    const [measures, costs] = [columnsOf('indicators'), columnsOf('budget')];
    if (has(measures)) this.take(readIndicatorRow(row, measures), { row, line, into: current.indicators });
    if (has(costs)) this.take(readBudgetRow(row, costs, this.words), { row, line, into: current.budget });
    const change: SheetChange = {
      ...current.sheet.change,
      ...(current.indicators.length > 0 && { indicators: current.indicators }),
      ...(current.budget.length > 0 && { budget: current.budget.map((one) => ({ ...one, amountMinor: BigInt(one.amountMinor) })) }),
    };
    this.sheets[this.sheets.length - 1] = { ...current.sheet, change };
  }

  private take<T>(read: Answer<T>, { row, line, into }: { row: readonly string[]; line: number; into: T[] }): void {
    if (!read.refused) into.push(read.value);
    else this.fault(line, this.columnOfText(row, read), read);
  }

  /** The column of the cell whose words the refusal repeats. */
  private columnOfText(row: readonly string[], { args }: Refusal): string | null {
    const said = String(args['text'] ?? args['currency'] ?? '');
    const place = row.findIndex((cell) => said !== '' && cell.trim().replace(/\s+/g, ' ').startsWith(said));
    return this.columns[place]?.name ?? null;
  }
}

const mapped = <From, To>(answer: Answer<From>, made: (value: From) => To): Answer<To> => (answer.refused ? answer : accepted(made(answer.value)));

/** Which column a refusal of a fiche's own rules speaks of, by the field it names. */
export function columnOfField(grid: Grid, field: unknown, words: OfficeWords): string | null {
  const named: Readonly<Record<string, (head: Head) => boolean>> = {
    indicator: (head) => head.at === 'list' && head.column.of === 'indicators' && head.column.name === 'label',
    budget: (head) => head.at === 'list' && head.column.of === 'budget' && head.column.name === 'label',
    transversal: (head) => head.at === 'transversal',
  };
  const wanted = named[String(field)] ?? ((head: Head) => (head.at === 'list' ? head.column.name === field : head.at !== 'transversal' && head.name === field));
  return (grid[0] ?? []).find((name) => {
    const head = headOf(name, words);
    return head !== null && wanted(head);
  }) ?? null;
}

/** Reads a table as the fiches of a year: its first line names the columns, in French or in Arabic. Nothing is guessed: what cannot be read is a fault. */
export function readPlanTable(grid: Grid, words: OfficeWords): PlanTable {
  const [heads = [], ...lines] = grid;
  const columns = heads.map((name): Column => ({ name: name.trim(), head: headOf(name, words) }));
  const faults = faultsOfHeads(columns);
  if (lines.every((row) => row.every((cell) => cell.trim() === ''))) return { sheets: [], faults: [{ line: null, column: null, refusal: refusedAs('TABLE_EMPTY') }] };
  if (faults.length > 0) return { sheets: [], faults: faults.slice(0, mostFaults) };
  const reading = new Reading(columns, words);
  for (const [place, row] of lines.entries()) reading.line(row, place + 2);
  const many: TableFault[] = reading.sheets.length > mostSheets ? [{ line: null, column: null, refusal: refusedAs('TABLE_TOO_MANY', { count: reading.sheets.length, maximum: mostSheets }) }] : [];
  return { sheets: reading.sheets, faults: [...many, ...reading.faults] };
}
