import { accepted, type Answer } from '#kernel';
import { draft, type DraftCommand } from './draft.js';
import { edit, type SheetChange, type SheetWorld } from './edit.js';
import { fileOfAnotherSheet, fileOlderThanSheet } from './refusals.js';
import type { Sheet } from './sheet.js';
import type { SheetFile } from './sheet-file.js';
import { longest } from './text.js';

/** A first draft with all that a file or a row of a table said. Refused as `draft` and `edit` are. */
export function draftFromFile(command: DraftCommand, change: SheetChange, world: SheetWorld): Answer<Sheet> {
  const first = draft(command, world);
  if (first.refused) return first;
  const filled = edit(first.value, { hand: command.hand, expectedVersion: first.value.version, change }, world);
  return filled.refused ? filled : accepted({ ...filled.value, version: first.value.version });
}

/** What no place took, below what the file itself had under « Texte repris », behind the name of where it comes from. */
export function withCarried({ change, unplaced }: SheetFile, origin: string | null): SheetChange {
  const said = [origin, change.sections?.carried?.trim(), unplaced.join('\n').trim()].filter(Boolean).join('\n\n').replace(/\n{3,}/g, '\n\n');
  return said === '' && change.sections?.carried === undefined ? change : { ...change, sections: { ...change.sections, carried: said } };
}

/** A title as long as a title may be, else the name of the file. */
export const titleFromFile = ({ title }: SheetFile, fileName: string): string => [...(title?.trim() || fileName.replace(/\.[^.]*$/, ''))].slice(0, longest.title).join('');

/** Whose fiche a file says it is, and which version of it. */
export interface FileMarks {
  readonly sheetId: string | undefined;
  readonly version: string | undefined;
}

/**
 * May this file take the place of the draft's words? Only the file of this very fiche; and, unless it was said so, only when nobody
 * saved the fiche since the file was made. Refused with SHEET_FILE_OF_ANOTHER or SHEET_FILE_OLDER.
 */
export function mayRefill(sheet: Sheet, { sheetId, version }: FileMarks, evenOlder: boolean): Answer<true> {
  if (sheetId !== sheet.id) return fileOfAnotherSheet();
  const made = Number(version);
  return made === sheet.version || evenOlder ? accepted(true) : fileOlderThanSheet(Number.isInteger(made) ? made : 0, sheet.version);
}

/** A file has a column for each party, the fiche its own order: what says the same stays as it was, and no version shows a change that nobody made. */
export const inSheetOrder = (sheet: Sheet, change: SheetChange): SheetChange => ({
  ...change,
  ...(change.indicators && {
    indicators: change.indicators.map((indicator, place) => {
      const before = sheet.indicators[place]?.targets.map(({ partyId }) => partyId) ?? [];
      const rank = (partyId: string): number => (before.includes(partyId) ? before.indexOf(partyId) : before.length);
      return { ...indicator, targets: [...indicator.targets].sort((one, other) => rank(one.partyId) - rank(other.partyId)) };
    }),
  }),
});
