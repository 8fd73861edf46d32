import { once } from 'node:events';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';
import { failpoint } from '../failpoint/failpoint.js';
import { readArchive } from './archive.js';
import { tablesOf, type CopiedTable } from './catalog.js';
import { copySql, speakPlainly } from './dump.js';
import { RowSum, tableOfPart, Tally, type Manifest, type TableEntry } from './manifest.js';
import { BackupProblem } from './problem.js';

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * Loads every row of a backup into empty tables made by the backup's own migrations, in one transaction, as their owner and
 * without superuser: guards sleep and foreign keys are taken off and put back, which checks them all. Before the commit each
 * table is read again and compared with the backup row by row.
 * @throws BackupProblem OTHER_COLUMNS, NOT_THE_SAME: nothing is kept then
 */
export async function loadRows(ownerUrl: string, file: string, manifest: Manifest): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'passerelle restore' });
  await client.connect();
  try {
    await client.query('begin');
    await speakPlainly(client);
    await refuseOtherColumns(client, manifest);
    const keys = await takeOffKeys(client);
    await guards(client, manifest, 'disable');
    const sums = await copyIn(client, file, manifest);
    await putBackKeys(client, keys);
    await guards(client, manifest, 'enable');
    await moveSequences(client);
    for (const table of manifest.tables) await compare(client, table, sums.get(table.name) ?? new RowSum().sum);
    failpoint('restore.before-commit');
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

async function refuseOtherColumns(client: pg.Client, manifest: Manifest): Promise<void> {
  const text = ({ name, columns }: CopiedTable): string => `${name}(${[...columns].join(',')})`;
  const [here, there] = [(await tablesOf(client)).map(text), manifest.tables.map(text)];
  const different = [...here.filter((table) => !there.includes(table)), ...there.filter((table) => !here.includes(table))];
  if (different.length > 0) throw new BackupProblem('OTHER_COLUMNS', different.join(' ; '));
}

async function takeOffKeys(client: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0 order by 1, 2`,
  );
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`);
  return rows;
}

async function putBackKeys(client: pg.Client, keys: readonly ForeignKey[]): Promise<void> {
  for (const { table, name, definition } of keys) await client.query(`alter table ${table} add constraint ${name} ${definition}`);
}

/** Guards refuse what acts may not do; rows that were accepted once are not judged again. */
async function guards(client: pg.Client, { tables }: Manifest, verb: 'enable' | 'disable'): Promise<void> {
  for (const { name } of tables) await client.query(`alter table public.${client.escapeIdentifier(name)} ${verb} trigger user`);
}

/** Parts of one table follow one another: one COPY takes them all. Answers the sum of each table's rows as they were sent. */
async function copyIn(client: pg.Client, file: string, { tables }: Manifest): Promise<Map<string, string>> {
  const fillings: Filling[] = [];
  for await (const { name, content } of readArchive(file)) {
    const table = tables.find((entry) => entry.name === tableOfPart(name));
    if (fillings.at(-1)?.table !== table) await fillings.at(-1)?.end();
    if (!table) continue;
    if (fillings.at(-1)?.table !== table) fillings.push(new Filling(client, table));
    await fillings.at(-1)?.write(content);
  }
  await fillings.at(-1)?.end();
  return new Map(fillings.map(({ table, rows }) => [table.name, rows.sum]));
}

/** One COPY under way. What the server refuses is thrown at the next step, never lost. */
class Filling {
  readonly rows = new RowSum();
  private readonly bytes = new Tally();
  private readonly into: ReturnType<typeof from>;
  private failure: Error | null = null;
  private ended = false;

  constructor(
    client: pg.Client,
    readonly table: TableEntry,
  ) {
    this.into = client.query(from(copySql(table, 'from stdin')));
    this.into.on('error', (error: Error) => void (this.failure = error));
  }

  async write(content: Buffer): Promise<void> {
    failpoint('restore.part');
    if (this.failure) throw this.failure;
    this.rows.add(content);
    this.bytes.add(content);
    if (!this.into.write(content)) await once(this.into, 'drain');
  }

  async end(): Promise<void> {
    if (this.ended) return;
    this.ended = true;
    if (this.failure) throw this.failure;
    const done = once(this.into, 'finish');
    this.into.end();
    await done;
    if (this.bytes.sum().sha256 !== this.table.sha256) throw new BackupProblem('NOT_THE_SAME', this.table.name);
  }
}

async function moveSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ sequence: string; table: string; column: string }>(
    `select s.oid::regclass::text as sequence, d.refobjid::regclass::text as table, quote_ident(a.attname) as column
     from pg_class s join pg_depend d on d.objid = s.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i') and d.refobjsubid > 0
     join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
     where s.relkind = 'S' and s.relnamespace = 'public'::regnamespace`,
  );
  for (const { sequence, table, column } of rows) await client.query(`select setval('${sequence}', max(${column})) from ${table} having max(${column}) is not null`);
}

/** What stands in the table now is what was sent, row by row. */
async function compare(client: pg.Client, table: TableEntry, sent: string): Promise<void> {
  const rows = client.query(to(copySql(table, 'to stdout')));
  const found = new RowSum();
  for await (const chunk of rows as AsyncIterable<Buffer>) found.add(chunk);
  if (rows.rowCount !== table.rows || found.sum !== sent) throw new BackupProblem('NOT_THE_SAME', table.name);
}
