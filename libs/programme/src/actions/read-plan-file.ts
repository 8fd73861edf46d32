import { accepted, type Answer } from '#kernel';
import { readGrid, type CheckedFile } from '#platform';
import { Injectable } from '@nestjs/common';
import { tableExpected } from '../domain/refusals.js';
import { gridOf, tableText } from '../domain/table-text.js';

/** UTF-8, or the Windows letters that spreadsheets of this country still write. */
function lettersOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** A spreadsheet as the text that one would have pasted from it: read, shown, and only then taken (`planTable`, `importPlanTable`). Writes nothing. */
@Injectable()
export class ReadPlanFile {
  /** Refused with OFFICE_TABLE_EXPECTED, OFFICE_UNREADABLE or OFFICE_TOO_LONG. */
  async run(file: CheckedFile): Promise<Answer<string>> {
    if (file.kind === 'csv') return accepted(tableText(gridOf(lettersOf(file.bytes))));
    if (file.kind !== 'xlsx') return tableExpected(file.name);
    const grid = await readGrid(file);
    return grid.refused ? grid : accepted(tableText(grid.value));
  }
}
