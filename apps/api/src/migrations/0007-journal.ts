import { randomBytes } from 'node:crypto';
import { commitRows, emptyHash, keptRowsOf, leafHashOf, linkHashOf, type KeptRow } from '#platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, type Audited } from './0007-audited.js';

/** The journal commits to the rows of acts, and keeps free text beside the chain. */
export class Journal1795000000007 implements MigrationInterface {
  readonly name = 'Journal1795000000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...functions]) await runner.query(statement);
    await audit(runner, audited, 'migration 0007');
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const tables: readonly string[] = [
  'ALTER TABLE "journal" ADD "format" smallint NOT NULL DEFAULT 1',
  'ALTER TABLE "journal" ADD "rows" jsonb',
  'CREATE TABLE "journal_words" ("chain" uuid NOT NULL, "sequence" bigint NOT NULL, "path" text NOT NULL, "partnership_id" uuid, "salt" bytea NOT NULL, "words" text NOT NULL, CONSTRAINT "journal_words_pkey" PRIMARY KEY ("chain", "sequence", "path"))',
  'ALTER TABLE "journal_words" ADD CONSTRAINT "journal_words_fact" FOREIGN KEY ("chain", "sequence") REFERENCES "journal"("chain","sequence") ON DELETE NO ACTION ON UPDATE NO ACTION',
];

/** Rows travel as JSON whose instants are UTC, so that a digest does not depend on who writes. `app.rows` ends with the transaction. */
const functions: readonly string[] = [
  `create function columns_of(line jsonb, columns text) returns jsonb language sql immutable as $$
     select coalesce(jsonb_object_agg(key, value), '{}'::jsonb) from jsonb_each(line) where key = any (string_to_array(columns, ',')) $$`,
  `create function kept_row(name text, line jsonb, chain text, key text, columns text, words text) returns jsonb language sql immutable as $$
     select jsonb_build_object('chain', line ->> chain, 'table', name, 'key', columns_of(line, key), 'row', columns_of(line, columns), 'words', columns_of(line, words)) $$`,
  `create function tell_row() returns trigger language plpgsql set timezone to 'UTC' as $$
   declare
     line jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
     told jsonb := kept_row(tg_table_name, line, tg_argv[0], tg_argv[1], tg_argv[2], tg_argv[3]);
   begin
     if tg_op = 'DELETE' then
       told := told || '{"row": null, "words": null}'::jsonb;
     elsif tg_op = 'UPDATE' and told = kept_row(tg_table_name, to_jsonb(old), tg_argv[0], tg_argv[1], tg_argv[2], tg_argv[3]) then
       return null;
     end if;
     perform set_config('app.rows', coalesce(current_setting('app.rows', true), '') || told::text || E'\\n', true);
     return null;
   end $$`,
  `create function last_migration() returns text language sql stable security definer set search_path = pg_catalog, public as $$
     select name from public.migrations order by timestamp desc limit 1 $$`,
  'revoke all on function last_migration() from public',
  'grant execute on function last_migration() to passerelle_app',
];

const argumentsOf = ({ chain, key, columns, words }: Audited): string => [chain, key.join(','), columns.join(','), words.join(',')].map((text) => `'${text}'`).join(', ');

/** From here on the journal commits to the rows of these tables: first as they stand, then by a trigger. A later migration adds its own tables. */
export async function audit(runner: QueryRunner, tables: readonly Audited[], requestId: string): Promise<void> {
  await adoptRows(runner, tables, requestId);
  for (const table of tables) await runner.query(triggerOf(table));
}

const triggerOf = (table: Audited): string =>
  `create trigger told_to_journal after insert or update or delete on ${table.table} for each row execute function tell_row(${argumentsOf(table)})`;

async function standingRows(runner: QueryRunner, tables: readonly Audited[]): Promise<Map<string, KeptRow[]>> {
  const byChain = new Map<string, KeptRow[]>();
  for (const table of tables) {
    const order = table.key.map((column) => `line."${column}"`).join(', ');
    const lines = (await runner.query(`select kept_row('${table.table}', to_jsonb(line), ${argumentsOf(table)})::text as told from ${table.table} line order by ${order}`)) as { told: string }[];
    for (const row of keptRowsOf(lines.map(({ told }) => told).join('\n'))) byChain.set(row.chain, [...(byChain.get(row.chain) ?? []), row]);
  }
  return byChain;
}

/** Rows of earlier versions are committed to as they stand: from here on, whatever happens to them shows. */
async function adoptRows(runner: QueryRunner, tables: readonly Audited[], requestId: string): Promise<void> {
  await runner.query(`set local timezone to 'UTC'`);
  for (const [chain, rows] of await standingRows(runner, tables)) await adoptChain(runner, { chain, requestId }, rows);
}

async function adoptChain(runner: QueryRunner, { chain, requestId }: { chain: string; requestId: string }, standing: readonly KeptRow[]): Promise<void> {
  const [head] = (await runner.query('select sequence::text, hash from journal_head where chain = $1 for update', [chain])) as { sequence: string; hash: Buffer }[];
  const [{ now }] = (await runner.query(`select date_trunc('milliseconds', clock_timestamp()) as now`)) as [{ now: Date }];
  const { rows, words } = commitRows(standing);
  const sequence = String(BigInt(head?.sequence ?? 0) + 1n);
  const fact = { kind: 'RowsAdopted', subjectKind: 'partnership', subjectId: chain, data: {}, personId: null, requestId };
  const leaf = { chain, sequence, ...fact, occurredAt: now.toISOString(), recordedAt: now.toISOString(), format: 2, rows } as const;
  const salt = randomBytes(16);
  const leafHash = leafHashOf(salt, leaf);
  const hash = linkHashOf(head?.hash ?? emptyHash, leafHash);
  await runner.query(
    `insert into journal (chain, sequence, partnership_id, kind, subject_kind, subject_id, data, person_id, request_id, occurred_at, recorded_at, salt, leaf_hash, hash, format, rows)
     values ($1, $2, $1, $3, $4, $1, '{}', null, $5, $6, $6, $7, $8, $9, 2, $10)`,
    [chain, sequence, fact.kind, fact.subjectKind, fact.requestId, now, salt, leafHash, hash, JSON.stringify(rows)],
  );
  for (const text of words) {
    await runner.query('insert into journal_words (chain, sequence, path, partnership_id, salt, words) values ($1, $2, $3, $1, $4, $5)', [chain, sequence, text.path, text.salt, text.words]);
  }
  await runner.query('insert into journal_head (chain, sequence, hash) values ($1, $2, $3) on conflict (chain) do update set sequence = excluded.sequence, hash = excluded.hash', [chain, sequence, hash]);
}
