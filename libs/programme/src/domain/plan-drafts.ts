import { accepted, refused, type Answer, type Grid, type Refusal } from '#kernel';
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
}

/** A table, the words it may use, and whose drafts it would become. */
export interface PlanDraftsCommand {
  readonly grid: Grid;
  readonly words: OfficeWords;
  /** Titles that living fiches of the year bear already, as far as the reader may see them. */
  readonly known: readonly string[];
  readonly common: Omit<DraftCommand, 'id' | 'kind' | 'axisId' | 'actionLeadId' | 'title' | 'from'>;
  newId(): string;
}

const titleKnown = (title: string): Refusal => refused('TABLE_TITLE_KNOWN', { title }, sources.inputs);

function drafted({ common, newId }: PlanDraftsCommand, { title, kind, actionLeadId, change }: TableSheet, world: SheetWorld): Answer<Sheet> {
  // The axis goes in front too: a lead of another axis is a fault, not a lead forgotten.
  return draftFromFile({ ...common, id: newId(), kind, axisId: change.axisId ?? null, actionLeadId, title, from: null }, change, world);
}

/** Judges a whole table as fiches of a year: any fault, and there are no drafts (all or nothing). */
export function planDrafts(command: PlanDraftsCommand, world: SheetWorld): PlanDrafts {
  const { grid, words, known } = command;
  const { sheets, faults: read } = readPlanTable(grid, words);
  const faults = [...read];
  const drafts: { line: number; sheet: Sheet }[] = [];
  const taken = new Set(known.map(folded));
  for (const one of sheets.slice(0, mostSheets)) {
    const title = folded(one.title);
    const answer = taken.has(title) ? titleKnown(one.title) : drafted(command, one, world);
    taken.add(title);
    if (answer.refused) faults.push({ line: one.line, column: columnOfField(grid, answer.args['field'] ?? (answer.code === 'TABLE_TITLE_KNOWN' ? 'title' : null), words), refusal: answer });
    else drafts.push({ line: one.line, sheet: answer.value });
  }
  const ordered = faults.sort((one, other) => (one.line ?? 0) - (other.line ?? 0)).slice(0, mostFaults);
  return { drafts: ordered.length > 0 ? [] : drafts, faults: ordered };
}

/** All or nothing. Refused with TABLE_HAS_FAULTS, which counts them and names the first. */
export function wholeTable({ drafts, faults }: PlanDrafts): Answer<readonly Sheet[]> {
  const [first] = faults;
  if (!first) return accepted(drafts.map(({ sheet }) => sheet));
  return refused('TABLE_HAS_FAULTS', { count: faults.length, line: String(first.line ?? ''), column: first.column ?? '', where: first.line === null ? 'TABLE' : first.column === null ? 'LINE' : 'CELL' }, sources.inputs);
}
