import { accepted, refused, type Answer, type Currency, type Grid, type Refusal } from '#kernel';
import { folded, readAmountCell, type OfficeWords } from './office-cells.js';
import { sources } from './sources.js';
import { readFilledText, readText, longest } from './text.js';

/** What a table may say of a past project; the words of each column come from the sentences. */
export const pastColumns = ['title', 'years', 'startsYear', 'endsYear', 'place', 'domain', 'description', 'amount', 'currency', 'source'] as const;
export type PastColumn = (typeof pastColumns)[number];

/** A project of the past (« repris »), as a line says it. `amountMinor` is a whole number in minor units, as text. */
export interface PastProject {
  readonly title: string;
  readonly startsYear: number;
  readonly endsYear: number;
  readonly place: string;
  readonly domain: string;
  readonly description: string;
  readonly amountMinor: string | null;
  readonly currency: Currency | null;
  readonly source: string;
}

/** A line that can be taken, counted as the spreadsheet counts. */
export interface PastLine {
  readonly line: number;
  readonly project: PastProject;
}

/** What cannot be read: its line, and the head of its column as the file writes it. */
export interface PastFault {
  readonly line: number | null;
  readonly column: string | null;
  readonly refusal: Refusal;
}

/** What a table would become, or everything that is wrong with it. */
export interface PastTable {
  readonly lines: readonly PastLine[];
  readonly faults: readonly PastFault[];
  /** Lines that say word for word what is there already: left alone. */
  readonly unchanged: number;
}

/** A table, the words it may use, and what is known already. */
export interface PastTableAsked {
  readonly grid: Grid;
  /** Heads, folded, to what they name. */
  readonly heads: ReadonlyMap<string, PastColumn>;
  readonly words: OfficeWords;
  readonly known: readonly PastProject[];
  /** The year it is: nothing past ends after it. */
  readonly thisYear: number;
}

/** Our own bounds: lines of one table, and faults shown at once. */
export const pastLimits = { lines: 500, faults: 100, firstYear: 1900 } as const;

const no = (code: string, args: Refusal['args'] = {}): Refusal => refused(code, args, sources.inputs);
const short = (text: string): string => [...text.trim().replace(/\s+/g, ' ')].slice(0, 60).join('');
const latin = (text: string): string => text.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/[\u200e\u200f\u061c]/g, '').trim();

/** Where each column stands; a head that means nothing to us is a fault: nobody's words are dropped in silence. */
function placesOf({ grid, heads }: PastTableAsked): { places: ReadonlyMap<PastColumn, number>; faults: PastFault[] } {
  const places = new Map<PastColumn, number>();
  const faults: PastFault[] = [];
  (grid[0] ?? []).forEach((head, place) => {
    if (head.trim() === '') return;
    const column = heads.get(folded(head));
    if (!column) faults.push({ line: 1, column: short(head), refusal: no('PAST_HEAD_UNKNOWN', { head: short(head) }) });
    else if (places.has(column)) faults.push({ line: 1, column: short(head), refusal: no('PAST_HEAD_TWICE', { head: short(head) }) });
    else places.set(column, place);
  });
  if (!places.has('title')) faults.push({ line: 1, column: null, refusal: no('PAST_HEAD_MISSING', { head: 'title' }) });
  if (!places.has('years') && !places.has('startsYear')) faults.push({ line: 1, column: null, refusal: no('PAST_HEAD_MISSING', { head: 'years' }) });
  return { places, faults };
}

/** « 2004 », « 12/03/2004 », « 2004-03-12 »: its year. */
function yearOf(text: string): number | null {
  const [, first, last] = /^(?:(\d{4})(?:-\d{2}-\d{2})?|\d{1,2}[/.]\d{1,2}[/.](\d{4}))$/.exec(latin(text)) ?? [];
  const year = first ?? last;
  return year === undefined ? null : Number(year);
}

/** « 2004 », « 2004-2007 », « 2004 à 2007 », or two columns. Refused with PAST_YEAR_UNREADABLE, PAST_YEAR_OUT or PAST_YEARS_BACKWARD. */
function readYears(cell: (column: PastColumn) => string, thisYear: number): Answer<{ startsYear: number; endsYear: number }> & { readonly at?: PastColumn } {
  const together = latin(cell('years'));
  const [, from = together, to = ''] = /^(\d{4})\s*(?:[-–—/]|à|au|to|إلى)\s*(\d{4})$/u.exec(together) ?? [];
  const [start, end] = together === '' ? [cell('startsYear'), cell('endsYear')] : [from, to];
  const at = (column: PastColumn): PastColumn => (together === '' ? column : 'years');
  const starts = yearOf(start);
  if (starts === null) return { ...no('PAST_YEAR_UNREADABLE', { text: short(start) }), at: at('startsYear') };
  const ends = end.trim() === '' ? starts : yearOf(end);
  if (ends === null) return { ...no('PAST_YEAR_UNREADABLE', { text: short(end) }), at: at('endsYear') };
  const out = [starts, ends].find((year) => year < pastLimits.firstYear || year > thisYear);
  if (out !== undefined) return { ...no('PAST_YEAR_OUT', { year: String(out), first: String(pastLimits.firstYear), last: String(thisYear) }), at: at('startsYear') };
  return ends < starts ? { ...no('PAST_YEARS_BACKWARD', { starts: String(starts), ends: String(ends) }), at: at('endsYear') } : accepted({ startsYear: starts, endsYear: ends });
}

const texts = { place: longest.title, domain: longest.line, description: longest.section, source: longest.title } as const;

interface Found {
  readonly at: PastColumn;
  readonly refusal: Refusal;
}

/** A line as a project, or everything that is wrong in it. */
function readLine(cell: (column: PastColumn) => string, { words, thisYear }: PastTableAsked): { project: PastProject | null; faults: readonly Found[] } {
  const faults: Found[] = [];
  const taken = <T>(at: PastColumn, answer: Answer<T>, otherwise: T): T => {
    if (!answer.refused) return answer.value;
    faults.push({ at, refusal: answer });
    return otherwise;
  };
  const title = taken('title', readFilledText('title', cell('title'), longest.title), '');
  const read = readYears(cell, thisYear);
  const years = taken(read.at ?? 'years', read, { startsYear: 0, endsYear: 0 });
  const said = Object.entries(texts).map(([name, maximum]) => [name, taken(name as PastColumn, readText(name, cell(name as PastColumn), maximum), '')] as const);
  const amount = cell('amount').trim() === '' ? null : taken('amount', readAmountCell(cell('amount'), cell('currency'), words), null);
  const money = { amountMinor: amount ? String(amount.amountMinor) : null, currency: amount?.currency ?? null };
  const project = { title, ...years, ...(Object.fromEntries(said) as Pick<PastProject, keyof typeof texts>), ...money };
  return { project: faults.length === 0 ? project : null, faults };
}

const keyOf = ({ title, startsYear, place }: PastProject): string => [folded(title), startsYear, folded(place)].join('\n');
const wordsOf = (project: PastProject): string => JSON.stringify([project.title, project.startsYear, project.endsYear, project.place, project.domain, project.description, project.amountMinor, project.currency, project.source]);

/** Judges a whole table of past projects: any fault, and none is taken. The first line names the columns. */
export function pastTable(asked: PastTableAsked): PastTable {
  const { grid, known } = asked;
  const { places, faults } = placesOf(asked);
  const body = grid.slice(1).map((row, index) => ({ row, line: index + 2 })).filter(({ row }) => row.some((cell) => cell.trim() !== ''));
  if (body.length > pastLimits.lines) faults.push({ line: null, column: null, refusal: no('PAST_TOO_MANY', { count: body.length, maximum: pastLimits.lines }) });
  const lines: PastLine[] = [];
  const seen = new Map<string, number>();
  const before = new Map(known.map((project) => [keyOf(project), wordsOf(project)]));
  const headOf = (column: PastColumn): string | null => { const at = places.get(column); return at === undefined ? null : short(grid[0]?.[at] ?? ''); };
  let unchanged = 0;
  for (const { row, line } of faults.length > 0 ? [] : body) {
    const read = readLine((column) => { const at = places.get(column); return at === undefined ? '' : (row[at] ?? ''); }, asked);
    const wrong = (at: PastColumn, refusal: Refusal): number => faults.push({ line, column: headOf(at), refusal });
    read.faults.forEach(({ at, refusal }) => wrong(at, refusal));
    if (!read.project) continue;
    const key = keyOf(read.project);
    const same = before.get(key);
    if (seen.has(key)) wrong('title', no('PAST_TWICE', { title: read.project.title, line: String(seen.get(key)) }));
    else if (same !== undefined && same !== wordsOf(read.project)) wrong('title', no('PAST_KNOWN', { title: read.project.title }));
    else if (same !== undefined) unchanged += 1;
    else lines.push({ line, project: read.project });
    seen.set(key, line);
  }
  if (faults.length === 0 && lines.length === 0) faults.push({ line: null, column: null, refusal: no('PAST_NOTHING_NEW', { known: unchanged > 0 ? 'YES' : 'NO' }) });
  return { lines: faults.length > 0 ? [] : lines, faults: faults.slice(0, pastLimits.faults), unchanged };
}

/** All or nothing. Refused with TABLE_HAS_FAULTS, which counts them and names the first. */
export function wholePastTable({ lines, faults }: PastTable): Answer<readonly PastLine[]> {
  const [first] = faults;
  if (!first) return accepted(lines);
  return no('TABLE_HAS_FAULTS', { count: faults.length, line: String(first.line ?? ''), column: first.column ?? '', where: first.line === null ? 'TABLE' : first.column === null ? 'LINE' : 'CELL' });
}
