import { setTimeout as pause } from 'node:timers/promises';
import { databaseOf } from '#platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../../test/database.js';
import { applyAccess, tablesFirst } from './apply-access.js';

/** Holds `first` until access waits for it, has `last` analysed meanwhile, then lets go; the codes of what was refused. */
async function besideAnalyze(database: FreshDatabase, take: readonly string[]): Promise<unknown[]> {
  const owner = await databaseOf(database.owner, [], 1).initialize();
  const [holder, analyst] = [new pg.Client(database.superuser), new pg.Client(database.superuser)];
  await Promise.all([holder.connect(), analyst.connect()]);
  const waiting = async (): Promise<number> =>
    (await holder.query<{ n: number }>(`select count(*)::int as n from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'`, [database.name])).rows[0]!.n;
  try {
    await holder.query('delete from access_stamp');
    const { rows: tables } = await holder.query<{ name: string }>(`select tablename as name from pg_policies where schemaname = 'public'`);
    await holder.query('begin');
    await holder.query(`lock table ${tables[0]!.name} in access share mode`);
    const runner = owner.createQueryRunner();
    const applied = applyAccess(runner, take).finally(() => runner.release());
    const settled = [applied];
    while ((await waiting()) < 1) await pause(5);
    let analysed = false;
    settled.push(analyst.query(`analyze ${tables.at(-1)!.name}`).then(() => void (analysed = true)));
    const outcomes = Promise.allSettled(settled);
    while ((await waiting()) < 2 && !analysed) await pause(5);
    await holder.query('commit');
    return (await outcomes).map((outcome) => (outcome.status === 'fulfilled' ? 'done' : (outcome.reason as { code?: string }).code));
  } finally {
    await Promise.all([holder.end(), analyst.end(), owner.destroy()]);
  }
}

describe('access is made up to date while PostgreSQL looks after its tables', () => {
  let database: FreshDatabase;
  beforeAll(async () => (database = await freshDatabase()));
  afterAll(() => database.drop());

  it('waits for an ANALYZE, or is waited for, never both', async () => {
    expect(await besideAnalyze(database, tablesFirst)).toEqual(['done', 'done']);
  });

  it('planted: taking no table first, each waits for the other', async () => {
    expect(await besideAnalyze(database, [])).toContain('40P01');
  });
});
