import pg from 'pg';
import { to } from 'pg-copy-streams';
import { failpoint } from '../failpoint/failpoint.js';
import { hiddenTables, strangersOf, tablesOf, type CopiedTable } from './catalog.js';
import { BackupProblem } from './problem.js';
import { partName, Tally, type Manifest, type TableEntry } from './manifest.js';
import type { Member } from './tar.js';

/** Rows are cut into members of this size, so that memory stays flat whatever the table. */
const partSize = 4 * 1024 * 1024;

/** What the database said of itself, complete once every member was taken. */
export type Dumped = Pick<Manifest, 'postgres' | 'migrations' | 'tables' | 'heads'>;

/** COPY writes values in one way on every server and in every session. */
const plainText = ['timezone = UTC', `datestyle = 'ISO, YMD'`, 'intervalstyle = postgres', 'bytea_output = hex', 'extra_float_digits = 1', 'statement_timeout = 0', 'idle_in_transaction_session_timeout = 0'];

/** Makes a transaction write and read values in that one way. */
export const speakPlainly = async (client: pg.ClientBase): Promise<void> => {
  for (const setting of plainText) await client.query(`set local ${setting}`);
};

/** `copy "t" ("a", "b") to stdout`. */
export const copySql = (table: CopiedTable, direction: 'to stdout' | 'from stdin'): string =>
  `copy public.${pg.escapeIdentifier(table.name)} (${table.columns.map(pg.escapeIdentifier).join(', ')}) ${direction}`;

/**
 * One snapshot of a whole database, as it stood at one instant, while the house goes on working: REPEATABLE READ, READ ONLY.
 * @throws BackupProblem when row-level security hides a table, or a kind of table is not known: nothing is left out in silence
 */
export class Snapshot {
  private readonly tables: TableEntry[] = [];
  private constructor(
    private readonly client: pg.Client,
    private readonly wanted: readonly CopiedTable[],
    private readonly facts: Pick<Manifest, 'postgres' | 'migrations' | 'heads'>,
  ) {}

  /** @param lock advisory lock of the migrations: none runs while the snapshot is taken */
  static async open(ownerUrl: string, lock: number): Promise<Snapshot> {
    const client = new pg.Client({ connectionString: ownerUrl, application_name: 'passerelle backup' });
    await client.connect();
    try {
      await client.query('set lock_timeout = 0');
      await client.query('select pg_advisory_lock_shared($1)', [lock]);
      await client.query('begin transaction isolation level repeatable read read only');
      await speakPlainly(client);
      await refuseWhatHides(client);
      return new Snapshot(client, await tablesOf(client), await factsOf(client));
    } catch (error) {
      await client.end();
      throw error;
    }
  }

  /** Every row of every table, as members of the archive. */
  async *members(): AsyncGenerator<Member> {
    for (const table of this.wanted) yield* this.partsOf(table);
  }

  /** Once `members` has ended. */
  dumped(): Dumped {
    return { ...this.facts, tables: this.tables };
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  private async *partsOf(table: CopiedTable): AsyncGenerator<Member> {
    const rows = this.client.query(to(copySql(table, 'to stdout')));
    const tally = new Tally();
    let [held, size, part]: [Buffer[], number, number] = [[], 0, 0];
    const cut = (): Member => {
      const content = Buffer.concat(held);
      [held, size, part] = [[], 0, part + 1];
      failpoint('backup.part');
      return { name: partName(table.name, part), content };
    };
    for await (const chunk of rows as AsyncIterable<Buffer>) {
      tally.add(chunk);
      held.push(chunk);
      size += chunk.length;
      if (size >= partSize) yield cut();
    }
    if (size > 0) yield cut();
    this.tables.push({ name: table.name, columns: [...table.columns], rows: rows.rowCount, ...tally.sum() });
  }
}

async function refuseWhatHides(client: pg.Client): Promise<void> {
  const hidden = await hiddenTables(client);
  if (hidden.length > 0) throw new BackupProblem('HIDDEN_TABLES', hidden.join(', '));
  const strangers = await strangersOf(client);
  if (strangers.length > 0) throw new BackupProblem('UNKNOWN_TABLES', strangers.join(', '));
}

async function factsOf(client: pg.Client): Promise<Pick<Manifest, 'postgres' | 'migrations' | 'heads'>> {
  const present = await client.query<{ migrations: boolean; heads: boolean }>(`select to_regclass('public.migrations') is not null as migrations, to_regclass('public.journal_head') is not null as heads`);
  if (!present.rows[0]?.migrations || !present.rows[0].heads) throw new BackupProblem('NOT_PASSERELLE', '');
  const server = await client.query<{ major: string }>(`select (current_setting('server_version_num')::int / 10000)::text as major`);
  const migrations = await client.query<{ name: string }>('select name from migrations order by id');
  const heads = await client.query<{ chain: string; sequence: string; hash: string }>(`select chain, sequence::text, encode(hash, 'hex') as hash from journal_head order by chain`);
  return { postgres: server.rows[0]?.major ?? '', migrations: migrations.rows.map(({ name }) => name), heads: heads.rows };
}
