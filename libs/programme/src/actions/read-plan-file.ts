import { accepted, type Answer } from '#kernel';
import { readCsv, readGrid, type CheckedFile } from '#platform';
import { Injectable } from '@nestjs/common';
import { tableExpected } from '../domain/refusals.js';
import { tableText } from '../domain/table-text.js';

/** A spreadsheet as the text that one would have pasted from it: read, shown, and only then taken (`planTable`, `importPlanTable`). Writes nothing. */
@Injectable()
export class ReadPlanFile {
  /** Refused with OFFICE_TABLE_EXPECTED, CSV_QUOTES, OFFICE_UNREADABLE or OFFICE_TOO_LONG. */
  async run(file: CheckedFile): Promise<Answer<string>> {
    if (file.kind !== 'csv' && file.kind !== 'xlsx') return tableExpected(file.name);
    const grid = file.kind === 'csv' ? readCsv(file) : await readGrid(file);
    return grid.refused ? grid : accepted(tableText(grid.value));
  }
}
