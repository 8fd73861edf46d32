import type { ReadTx } from '#platform';
import type { Archived } from './archived.js';

const page = 500;

/** The rows of one table as JSON lines, in the table's own order, read through a cursor: memory stays flat however long the table is. */
export async function* linesOf(tx: Pick<ReadTx, 'query'>, table: Archived, partnershipId: string): AsyncGenerator<string> {
  const columns = table.columns?.map((column) => `"${column}"`).join(', ') ?? '*';
  const order = table.order.map((column) => `line."${column}"`).join(', ');
  const cursor = `archive_${table.name}`;
  await tx.query(`declare ${cursor} no scroll cursor for select to_jsonb(line.*)::text as line from (select ${columns} from ${table.name} where ${table.where}) line order by ${order}`, [partnershipId]);
  for (;;) {
    const lines = await tx.query<{ line: string }>(`fetch ${page} from ${cursor}`);
    for (const { line } of lines) yield line;
    if (lines.length < page) break;
  }
  await tx.query(`close ${cursor}`);
}
