import { databaseOf, fillSearch } from '#platform';
import type { QueryRunner } from 'typeorm';
import type { Archive } from '../verify/archive.js';
import { verifyArchive } from '../verify/verify-archive.js';
import type { Finding } from '../verify/evidence.js';
import { searchSources } from '../search/search-sources.js';
import { archived } from './archived.js';

/** Why an archive was not opened here. Nothing has been written. */
export type NotImported =
  | { readonly reason: 'TAMPERED'; readonly findings: readonly Finding[] }
  | { readonly reason: 'NOT_EMPTY' | 'UNKNOWN_SCHEMA' | 'UNKNOWN_TABLE' | 'DEMO' | 'REAL'; readonly detail: string };

const batch = 200;
/** What the archive does not say of a person, and the table asks for. The address is nobody's: it receives nothing and opens nothing. */
const completions: Readonly<Record<string, string>> = {
  person: `|| jsonb_build_object('mail_address', (line ->> 'id') || '@import.invalid', 'language', 'fr', 'recorded_at', now())`,
};

async function columnsOf(runner: QueryRunner, table: string): Promise<Set<string>> {
  const rows = (await runner.query(`select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1`, [table])) as { name: string }[];
  return new Set(rows.map(({ name }) => name));
}

async function keep(runner: QueryRunner, table: string, lines: readonly string[]): Promise<void> {
  const completion = completions[table] ?? '';
  const said = Object.keys({ ...(JSON.parse(lines[0] as string) as object), ...(completion && { mail_address: 0, language: 0, recorded_at: 0 }) });
  const known = await columnsOf(runner, table);
  const unknown = said.find((column) => !known.has(column));
  if (unknown !== undefined) throw new Error(`${table}.${unknown} is not known here`);
  const columns = said.map((column) => `"${column}"`).join(', ');
  await runner.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, (select jsonb_agg(line ${completion}) from jsonb_array_elements($1::jsonb) line))`,
    [`[${lines.join(',')}]`],
  );
}

async function fillTable(runner: QueryRunner, archive: Archive, table: string): Promise<void> {
  let lines: string[] = [];
  for await (const line of archive.lines(table)) {
    lines.push(line);
    if (lines.length < batch) continue;
    await keep(runner, table, lines);
    lines = [];
  }
  if (lines.length > 0) await keep(runner, table, lines);
}

/** Files and their rows together: `blob` takes its bytes from the archive's entries. */
async function fillFiles(runner: QueryRunner, archive: Archive): Promise<void> {
  for await (const line of archive.lines('blob')) {
    const { sha256 } = JSON.parse(line) as { sha256: string };
    await runner.query(
      `insert into blob (partnership_id, sha256, content_type, bytes, recorded_at)
       select partnership_id, sha256, content_type, $2, recorded_at from jsonb_populate_record(null::blob, $1::jsonb)`,
      [line, await archive.bytes(sha256)],
    );
  }
}

async function fill(runner: QueryRunner, archive: Archive): Promise<void> {
  // An archive of an earlier version lacks the tables that came later.
  const tables = archived.map(({ name }) => name).filter((name) => archive.manifest.tables.some((table) => table.name === name));
  for (const table of tables) await runner.query(`alter table ${table} disable trigger user`);
  for (const table of tables) await (table === 'blob' ? fillFiles(runner, archive) : fillTable(runner, archive, table));
  await runner.query('set constraints all immediate');
  await fillSearch((sql, parameters) => runner.query(sql, [...parameters]) as Promise<object[]>, searchSources);
  for (const table of tables) await runner.query(`alter table ${table} enable trigger user`);
}

async function refusal(runner: QueryRunner, archive: Archive, demo: boolean): Promise<NotImported | null> {
  const { manifest } = archive;
  if (manifest.demo !== demo) return { reason: manifest.demo ? 'DEMO' : 'REAL', detail: '' };
  const [{ rows }] = (await runner.query('select (select count(*) from partnership) + (select count(*) from organisation) + (select count(*) from territory) as rows')) as [{ rows: string }];
  if (rows !== '0') return { reason: 'NOT_EMPTY', detail: rows };
  const [known] = (await runner.query('select 1 as known from migrations where name = $1', [manifest.schema])) as object[];
  if (!known) return { reason: 'UNKNOWN_SCHEMA', detail: manifest.schema };
  const other = manifest.tables.find(({ name }) => !archived.some((table) => table.name === name));
  return other ? { reason: 'UNKNOWN_TABLE', detail: other.name } : null;
}

/**
 * Opens an archive in an empty instance, as the owner of its tables, in one transaction: all of it, or nothing. The archive is verified
 * whole before the first row is written. Rows and hashes arrive as they left; triggers that judge acts rest meanwhile, keys and checks do not.
 */
export async function importPartnership(ownerUrl: string, archive: Archive, { demo }: { demo: boolean }): Promise<NotImported | null> {
  const { findings } = await verifyArchive(archive);
  if (findings.length > 0) return { reason: 'TAMPERED', findings };
  const database = await databaseOf(ownerUrl, [], 1).initialize();
  const runner = database.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query(`select set_config('timezone', 'UTC', true), set_config('statement_timeout', '0', true)`);
    await runner.query('lock table partnership in share row exclusive mode');
    const refused = await refusal(runner, archive, demo);
    if (refused) await runner.rollbackTransaction();
    else {
      await fill(runner, archive);
      await runner.commitTransaction();
    }
    return refused;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
    await database.destroy();
  }
}
