import { createHash } from 'node:crypto';
import { accessSql } from '#platform';
import type { QueryRunner } from 'typeorm';
import { access } from './access.js';

const roles = 'passerelle_app, passerelle_worker, passerelle_auditor';

/**
 * Every table first, before the first `revoke` touches its row of `pg_class`: an ANALYZE (autovacuum's too) holds its table and
 * waits for that row, and the `drop policy` that came after waited for its table.
 */
export const tablesFirst = [
  `do $$ begin
     execute (select 'lock table ' || string_agg(format('%I', tablename), ', ' order by tablename) || ' in access exclusive mode' from pg_tables where schemaname = 'public');
   end $$`,
];

/** Takes every grant and policy away from a schema's tables: what `access` does not open stays closed. */
const closeAll = [
  `revoke all on all tables in schema public from ${roles}, public`,
  `do $$
   declare old record;
   begin
     for old in select policyname, tablename from pg_policies where schemaname = 'public' loop
       execute format('drop policy %I on %I', old.policyname, old.tablename);
     end loop;
   end $$`,
];

const statements = (): string[] => [...closeAll, ...access.flatMap(accessSql)];

/**
 * Makes policies and grants what `access.ts` says, in one transaction, when they are not already. Called under the
 * migrations' lock: one list serves new databases and those of every earlier version (decisions.md, « Data »).
 */
export async function applyAccess(runner: QueryRunner, first: readonly string[] = tablesFirst): Promise<void> {
  const wanted = statements();
  const hash = createHash('sha256').update(wanted.join(';\n')).digest('hex');
  const known = (await runner.query('select hash from access_stamp where id = 1')) as { hash: string }[];
  if (known[0]?.hash === hash) return;
  await runner.startTransaction();
  try {
    for (const statement of [...first, ...wanted]) await runner.query(statement);
    await runner.query('insert into access_stamp (id, hash) values (1, $1) on conflict (id) do update set hash = excluded.hash', [hash]);
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}
