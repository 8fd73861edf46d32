import { fieldsOf, type CivilDate, type Language } from '#kernel';
import writeXlsxFile, { type Cell } from 'write-excel-file/node';

/** A cell: a text, a day, or an exact decimal with its figures. */
export type GridCell = string | null | { readonly day: CivilDate } | { readonly decimal: string };

export interface GridPage {
  /** Shown on its tab: 31 characters at most, without `[]:*?/\`. */
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly GridCell[])[];
  /** Width of each column, in characters. */
  readonly widths: readonly number[];
}

/** A number that a spreadsheet holds exactly: fifteen figures. A longer one stays a text, so that no cent is lost. */
const holds = (decimal: string): boolean => decimal.replace(/\D/g, '').replace(/^0+/, '').length <= 15;

function cellOf(cell: GridCell): Cell {
  if (cell === null || cell === '') return null;
  // A text is written as a text, whatever it begins with: « =HYPERLINK(…) » is read, never computed (threat V).
  if (typeof cell === 'string') return { value: cell.toWellFormed(), type: String, wrap: true, alignVertical: 'top' };
  if ('day' in cell) {
    const { year, month, day } = fieldsOf(cell.day);
    return { value: new Date(Date.UTC(year, month - 1, day)), type: Date, format: 'dd/mm/yyyy', alignVertical: 'top' };
  }
  return holds(cell.decimal) ? { value: Number(cell.decimal), type: Number, alignVertical: 'top' } : { value: cell.decimal, type: String, alignVertical: 'top' };
}

const pageName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31).trim() || 'Page';

/** A workbook of one page. An Arabic page begins at the right. */
export function writeGrid({ name, heads, rows, widths }: GridPage, language: Language): Promise<Buffer> {
  const head = heads.map((text): Cell => ({ value: text, type: String, fontWeight: 'bold', backgroundColor: '#E8EEF4', wrap: true, alignVertical: 'top' }));
  const body = rows.map((row) => row.map(cellOf));
  return writeXlsxFile([head, ...body], { sheet: pageName(name), stickyRowsCount: 1, rightToLeft: language === 'ar', columns: widths.map((width) => ({ width })) }).toBuffer();
}
