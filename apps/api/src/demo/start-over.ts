import { databaseOf } from '#platform';
import { migrate } from '../migrate.js';

/** One telling at a time: two processes that start a demonstration together tell it once. */
const tellingLock = 7_264_002;

/** The right to tell the story; it falls with the process that holds it. */
export interface DemoTurn {
  release(): Promise<void>;
}

/** People without the clock that is stored last: the first start was killed while it told the story. */
const halfTold = 'select exists (select from person) and not exists (select from legal_clock) as half';

/** Everything of the database but its roles. Journal rows are never removed one by one, hence the whole. */
const wipe = ['drop schema if exists bullmq cascade', 'drop schema public cascade', 'create schema public', 'grant usage on schema public to public'];

/**
 * Takes the turn of telling the demonstration's story, and first throws away half a story that a killed start has left: nobody
 * could see it, since doors open after the end. Called for a demonstration only, once its tables are there and before any room opens.
 */
export async function takeDemoTurn(ownerUrl: string): Promise<DemoTurn> {
  const database = await databaseOf(ownerUrl, [], 1).initialize();
  const runner = database.createQueryRunner();
  const release = async (): Promise<void> => {
    await runner.release();
    await database.destroy();
  };
  try {
    await runner.query('set lock_timeout = 0');
    await runner.query('select pg_advisory_lock($1)', [tellingLock]);
    const [{ half }] = (await runner.query(halfTold)) as [{ half: boolean }];
    if (half) {
      for (const statement of wipe) await runner.query(statement);
      await migrate(ownerUrl);
    }
  } catch (error) {
    await release();
    throw error;
  }
  return { release };
}
