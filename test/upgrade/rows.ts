import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';

type ReadCatalog = (client: pg.Client) => Promise<string>;

/** Asks one database, over a connection of its own. */
export async function asking<Row extends object>(url: string, sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** Every row of every table as text, in one order: what two databases are compared by. Read as superuser, so that nothing is hidden. */
export async function rowsOf(superuser: string, but: readonly string[] = ['migrations', 'access_stamp']): Promise<Map<string, string[]>> {
  const client = new pg.Client({ connectionString: superuser });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`);
    const rows = new Map<string, string[]>();
    for (const { name } of tables.rows.filter((table) => !but.includes(table.name))) {
      const found = await client.query<{ row: string }>(`select t::text as row from public."${name}" t order by t::text collate "C"`);
      rows.set(name, found.rows.map(({ row }) => row));
    }
    return rows;
  } finally {
    await client.end();
  }
}

/** What of one database is not in the other, each row named by its table; empty when they are the same row by row. */
export function differences(one: ReadonlyMap<string, readonly string[]>, other: ReadonlyMap<string, readonly string[]>): string[] {
  const tables = [...new Set([...one.keys(), ...other.keys()])].sort();
  return tables.flatMap((table) => {
    const [left, right] = [one.get(table) ?? [], other.get(table) ?? []];
    const [inLeft, inRight] = [new Set(left), new Set(right)];
    const counts = left.length === right.length ? [] : [`${table}: ${left.length} rows and ${right.length}`];
    return [...counts, ...left.filter((row) => !inRight.has(row)).map((row) => `${table} - ${row}`), ...right.filter((row) => !inLeft.has(row)).map((row) => `${table} + ${row}`)];
  });
}

/** The catalogue of a database as `schema.sql` prints it. */
export async function catalogOf(superuser: string): Promise<string> {
  const { readCatalog } = (await import(pathToFileURL(join(process.cwd(), 'scripts/print/catalog.mjs')).href)) as { readCatalog: ReadCatalog };
  const client = new pg.Client({ connectionString: superuser });
  await client.connect();
  try {
    return await readCatalog(client);
  } finally {
    await client.end();
  }
}
