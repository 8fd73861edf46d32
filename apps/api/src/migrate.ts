import { databaseOf } from '#platform';
import { entities } from './entities.js';
import { Tables1764000000001 } from './migrations/0001-tables.js';
import { Access1764000000002 } from './migrations/0002-access.js';

/** One key for the whole house: two processes that start together migrate once (TypeORM itself takes no lock). */
const migrationLock = 7_264_001;

/** Brings the schema up to date as its owner, under an advisory lock. Answers the names of what was applied. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const database = databaseOf(ownerUrl, entities, 2).setOptions({ migrations: [Tables1764000000001, Access1764000000002], migrationsTransactionMode: 'all' });
  await database.initialize();
  const lock = database.createQueryRunner();
  try {
    await lock.query('set statement_timeout = 0');
    await lock.query('set lock_timeout = 0');
    await lock.query('select pg_advisory_lock($1)', [migrationLock]);
    const applied = await database.runMigrations();
    return applied.map((migration) => migration.name);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    await lock.release();
    await database.destroy();
  }
}
