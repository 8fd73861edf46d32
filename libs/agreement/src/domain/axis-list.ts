import { accepted, refused, type Answer } from '#kernel';
import { longestAxis } from './axis-life.js';
import { optional } from './life-wording.js';

/** An axis as the set-up asks it; its operations and leads one a line: « 1.1 Titre », « 1.1.1 Titre », or « - Titre » for a lead. */
export interface AxisTyped {
  readonly kind: 'STRATEGIC' | 'TRANSVERSAL';
  readonly title: string;
  readonly titleAr: string;
  readonly text: string;
  readonly operations: string;
}
/** A « piste d’action »: its number and its title. */
export interface LeadWords {
  readonly number: string;
  readonly title: string;
}
export interface OperationWords extends LeadWords {
  readonly leads: readonly LeadWords[];
}
/** An axis as it is kept, numbered by its place. */
export interface AxisWritten {
  readonly kind: AxisTyped['kind'];
  readonly number: string;
  readonly title: string;
  readonly titleAr: string;
  readonly text: string;
  readonly operations: readonly OperationWords[];
}

/** How many axes an agreement may have: Roman numbers stay short. */
export const mostAxes = 40;
const numbered = /^(\d{1,3}(?:\.\d{1,3}){1,2})[.)\s:–—-]+(.+)$/u;
const bullet = /^[-–—•*]\s*(.+)$/u;

interface Line {
  readonly depth: 'OPERATION' | 'LEAD';
  /** `null`: to be numbered. */
  readonly number: string | null;
  readonly title: string;
}

function lineOf(line: string): Line {
  const found = numbered.exec(line);
  if (found) return { depth: found[1]!.split('.').length === 2 ? 'OPERATION' : 'LEAD', number: found[1]!, title: found[2]!.trim() };
  const listed = bullet.exec(line);
  return listed ? { depth: 'LEAD', number: null, title: listed[1]!.trim() } : { depth: 'OPERATION', number: null, title: line };
}

/** Operations with their leads, of the axis in this place. @returns refused `LEAD_WITHOUT_OPERATION` (argument `line`), `NUMBER_TWICE` (argument `number`) */
function operationsOf(text: string, place: number): Answer<OperationWords[]> {
  const operations: { number: string; title: string; leads: LeadWords[] }[] = [];
  const taken = new Set<string>();
  for (const line of text.split('\n').map((one) => one.trim()).filter(Boolean).map(lineOf)) {
    const last = operations.at(-1);
    if (line.title.length > longestAxis.title) return refused('TEXT_TOO_LONG', { length: line.title.length, maximum: longestAxis.title });
    if (line.depth === 'LEAD' && !last) return refused('LEAD_WITHOUT_OPERATION', { line: line.title });
    const number = line.number ?? (line.depth === 'LEAD' ? `${last!.number}.${last!.leads.length + 1}` : `${place}.${operations.length + 1}`);
    if (taken.has(number)) return refused('NUMBER_TWICE', { number });
    taken.add(number);
    if (line.depth === 'LEAD') last!.leads.push({ number, title: line.title });
    else operations.push({ number, title: line.title, leads: [] });
  }
  return accepted(operations);
}

const romanUnits = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
const roman = (number: number): string => `${'X'.repeat(Math.floor(number / 10))}${romanUnits[number % 10] ?? ''}`;

function axisOf({ kind, title, titleAr, text, operations }: AxisTyped, place: number): Answer<AxisWritten> {
  const words = [optional(title, longestAxis.title), optional(titleAr, longestAxis.title), optional(text, longestAxis.text), optional(operations, longestAxis.text)];
  const wrong = words.find((answer) => answer.refused);
  if (wrong?.refused) return wrong;
  const [named, namedAr, worded, listed] = words.map((answer) => (answer.refused ? null : answer.value)) as (string | null)[];
  if (!named) return refused('AXIS_WORDS_BLANK', { field: 'title' });
  const found = operationsOf(listed ?? '', place);
  if (found.refused) return found;
  return accepted({ kind, number: kind === 'STRATEGIC' ? roman(place) : `T${place}`, title: named, titleAr: namedAr ?? '', text: worded ?? '', operations: found.value });
}

const isBlank = ({ title, titleAr, text, operations }: AxisTyped): boolean => [title, titleAr, text, operations].every((words) => words.trim() === '');

/**
 * The axes of an agreement in their order: strategic ones numbered I, II …, transversal ones T1, T2 … A row left blank is no axis.
 * @returns refused `AXIS_WORDS_BLANK`, `TEXT_TOO_LONG`, `TOO_MANY_AXES`, and what operations answer
 */
export function axesWritten(typed: readonly AxisTyped[]): Answer<AxisWritten[]> {
  const rows = typed.filter((row) => !isBlank(row));
  if (rows.length > mostAxes) return refused('TOO_MANY_AXES', { maximum: mostAxes });
  const written: AxisWritten[] = [];
  for (const kind of ['STRATEGIC', 'TRANSVERSAL'] as const) {
    for (const [index, row] of rows.filter((one) => one.kind === kind).entries()) {
      const axis = axisOf(row, index + 1);
      if (axis.refused) return axis;
      written.push(axis.value);
    }
  }
  return accepted(written);
}

/** Operations and leads as they are typed: one a line. */
export const operationLines = (operations: readonly OperationWords[]): string =>
  operations.flatMap(({ number, title, leads }) => [`${number} ${title}`, ...leads.map((lead) => `${lead.number} ${lead.title}`)]).join('\n');
