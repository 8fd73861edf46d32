import { accepted, canonicalJson, refused, type Answer, type Grid, type Json, type Refusal } from '#kernel';
import { draftFromFile } from './draft-from-file.js';
import type { DraftCommand } from './draft.js';
import type { SheetWorld } from './edit.js';
import { folded, type OfficeWords } from './office-cells.js';
import { columnOfField, mostFaults, mostSheets, readPlanTable, type TableFault, type TableSheet } from './plan-table.js';
import type { Sheet } from './sheet.js';
import { sources } from './sources.js';

/** What a table would become: its fiches, by their line, or everything that is wrong with it. */
export interface PlanDrafts {
  readonly drafts: readonly { readonly line: number; readonly sheet: Sheet }[];
  readonly faults: readonly TableFault[];
  /** Lines that say word for word what a fiche of the year says already: left alone. */
  readonly unchanged: number;
}

/** A table, the words it may use, and whose drafts it would become. */
export interface PlanDraftsCommand {
  readonly grid: Grid;
  readonly words: OfficeWords;
  /** Living fiches of the year, as far as the reader may see them. */
  readonly known: readonly Sheet[];
  readonly common: Omit<DraftCommand, 'id' | 'kind' | 'axisId' | 'actionLeadId' | 'title' | 'from'>;
  newId(): string;
}

const titleTwice = (title: string): Refusal => refused('TABLE_TITLE_TWICE', { title }, sources.inputs);
const titleKnown = (title: string): Refusal => refused('TABLE_TITLE_KNOWN', { title }, sources.inputs);

function drafted({ common, newId }: PlanDraftsCommand, { title, kind, actionLeadId, change }: TableSheet, world: SheetWorld): Answer<Sheet> {
  // The axis goes in front too: a lead of another axis is a fault, not a lead forgotten.
  return draftFromFile({ ...common, id: newId(), kind, axisId: change.axisId ?? null, actionLeadId, title, from: null }, change, world);
}

/** What a line says of a fiche, in an order of its own: targets by party, line ends as ours. */
function words(sheet: Sheet): string {
  const { title, kind, axisId, actionLeadId, outsideAxesReason, startsOn, endsOn, sections, transversalAnswers, indicators, budget } = sheet;
  const filled = (texts: Readonly<Record<string, string | undefined>>) => Object.fromEntries(Object.entries(texts).filter(([, text]) => text));
  const measured = indicators.map((indicator) => ({ ...indicator, targets: indicator.targets.map(({ partyId, people }) => ({ partyId, people })).sort((one, other) => (one.partyId < other.partyId ? -1 : 1)) }));
  const said = { title, kind, axisId, actionLeadId, outsideAxesReason, startsOn, endsOn, sections: filled(sections), transversalAnswers: filled(transversalAnswers), indicators: measured, budget: budget.map((line) => ({ ...line })) };
  return canonicalJson(said as Json).replaceAll('\\r\\n', '\\n');
}

/** Judges a whole table as fiches of a year: any fault, and there are no drafts (all or nothing). */
export function planDrafts(command: PlanDraftsCommand, world: SheetWorld): PlanDrafts {
  const { grid, words: vocabulary, known } = command;
  const { sheets, faults: read } = readPlanTable(grid, vocabulary);
  const faults = [...read];
  const drafts: { line: number; sheet: Sheet }[] = [];
  const ofYear = new Map(known.map((sheet) => [folded(sheet.title), sheet]));
  const seen = new Set<string>();
  let unchanged = 0;
  const fault = ({ line }: TableSheet, refusal: Refusal, field: unknown): number => faults.push({ line, column: columnOfField(grid, field, vocabulary), refusal });
  for (const one of sheets.slice(0, mostSheets)) {
    const title = folded(one.title);
    const [answer, before] = [drafted(command, one, world), ofYear.get(title)];
    if (answer.refused) fault(one, answer, answer.args['field']);
    else if (seen.has(title)) fault(one, titleTwice(one.title), 'title');
    else if (before && words(before) !== words(answer.value)) fault(one, titleKnown(one.title), 'title');
    else if (before) unchanged += 1;
    else drafts.push({ line: one.line, sheet: answer.value });
    seen.add(title);
  }
  if (faults.length === 0 && drafts.length === 0) faults.push({ line: null, column: null, refusal: refused('TABLE_NOTHING_NEW', { count: unchanged }, sources.inputs) });
  const ordered = faults.sort((one, other) => (one.line ?? 0) - (other.line ?? 0)).slice(0, mostFaults);
  return { drafts: ordered.length > 0 ? [] : drafts, faults: ordered, unchanged };
}

/** All or nothing. Refused with TABLE_HAS_FAULTS, which counts them and names the first. */
export function wholeTable({ drafts, faults }: PlanDrafts): Answer<readonly Sheet[]> {
  const [first] = faults;
  if (!first) return accepted(drafts.map(({ sheet }) => sheet));
  return refused('TABLE_HAS_FAULTS', { count: faults.length, line: String(first.line ?? ''), column: first.column ?? '', where: first.line === null ? 'TABLE' : first.column === null ? 'LINE' : 'CELL' }, sources.inputs);
}
