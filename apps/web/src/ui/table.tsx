import type { ReactNode } from 'react';
import styles from './table.module.css';

/** One column; `figures` aligns on the line's end with tabular numerals. */
export interface Column<Row> {
  readonly head: string;
  cell(row: Row): ReactNode;
  readonly figures?: boolean;
}

interface TableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  keyOf(row: Row): string;
}

/**
 * A table with its caption. On a phone each row becomes a small card whose lines repeat the column's name; the roles are written
 * out because such a layout makes browsers forget that it is a table.
 */
export function Table<Row>({ caption, columns, rows, keyOf }: TableProps<Row>) {
  return (
    <table role="table" className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead role="rowgroup" className={styles.head}>
        <tr role="row">
          {columns.map(({ head, figures }) => (
            <th key={head} role="columnheader" scope="col" className={figures ? styles.figures : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row" className={styles.row}>
            {columns.map(({ head, cell, figures }, place) => (
              <td key={head} role={place === 0 ? 'rowheader' : 'cell'} data-head={head} className={figures ? styles.figures : undefined}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
