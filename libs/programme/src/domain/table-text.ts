import type { Grid } from '#kernel';

/** What parts the cells of a first line: a tab when a spreadsheet was copied, a semicolon in the files of this side of the sea. */
const markOf = (text: string): string => {
  const [first = ''] = text.replace(/"(?:[^"]|"")*"/g, '').split('\n', 1);
  if (first.includes('\t')) return '\t';
  return first.includes(';') ? ';' : '\t';
};

/**
 * A table copied from a spreadsheet, or a CSV file. A cell that holds a tab, a line end or a quotation mark stands between quotation marks,
 * doubled inside; a mark elsewhere is a character like another.
 */
export function gridOf(raw: string): Grid {
  const text = raw.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const mark = markOf(text);
  const rows: string[][] = [];
  let [row, at]: [string[], number] = [[], 0];
  const cellEnd = (): number => {
    const ends = [text.indexOf(mark, at), text.indexOf('\n', at)].filter((place) => place >= 0);
    return ends.length > 0 ? Math.min(...ends) : text.length;
  };
  while (at <= text.length) {
    const quoted = text[at] === '"' ? /"((?:[^"]|"")*)"(?=[\t;\n]|$)/y : null;
    if (quoted) quoted.lastIndex = at;
    const [whole, inside = ''] = quoted?.exec(text) ?? [];
    const end = whole === undefined ? cellEnd() : at + whole.length;
    row.push(whole === undefined ? text.slice(at, end) : inside.replaceAll('""', '"'));
    at = end + 1;
    if (text[end] === mark) continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

const cellText = (cell: string): string => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The same table as one text, which `gridOf` reads back cell by cell. */
export const tableText = (grid: Grid): string => grid.map((row) => row.map(cellText).join('\t')).join('\n');
