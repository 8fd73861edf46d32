import { databaseOf } from '#platform';
import type { DataSource, QueryRunner } from 'typeorm';
import { entities } from './entities.js';
import { migrations } from './migrations/all.js';
import { applyAccess } from './migrations/apply-access.js';

/** One key for the whole house: two processes that start together migrate once (TypeORM itself takes no lock). */
export const migrationLock = 7_264_001;

/**
 * Brings the schema, then its policies and grants, up to date as its owner, under an advisory lock. Each migration commits by
 * itself: a start that was killed is finished by the next. Answers the names of what was applied.
 */
export const migrate = (ownerUrl: string, known: typeof migrations = migrations): Promise<string[]> =>
  underLock({ ownerUrl, known }, async (database, lock) => {
    const applied = await database.runMigrations();
    await applyAccess(lock);
    return applied.map((migration) => migration.name);
  });

/** The schema of an earlier version, without its policies and grants: the ground on which that version's rows are restored. */
export const migrateTables = (ownerUrl: string, known: typeof migrations): Promise<void> =>
  underLock({ ownerUrl, known }, async (database) => void (await database.runMigrations()));

async function underLock<T>({ ownerUrl, known }: { ownerUrl: string; known: typeof migrations }, work: (database: DataSource, lock: QueryRunner) => Promise<T>): Promise<T> {
  const database = databaseOf(ownerUrl, entities, 2).setOptions({ migrations: [...known], migrationsTransactionMode: 'each' });
  await database.initialize();
  const lock = database.createQueryRunner();
  try {
    await lock.query('set statement_timeout = 0');
    await lock.query('set lock_timeout = 0');
    await lock.query('select pg_advisory_lock($1)', [migrationLock]);
    return await work(database, lock);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    await lock.release();
    await database.destroy();
  }
}
