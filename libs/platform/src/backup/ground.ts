import pg from 'pg';
import { dropAll, filledTables, hiddenTables, othersConnected } from './catalog.js';
import { isMarked, refuseUnfinished, setMark } from './mark.js';
import { BackupProblem } from './problem.js';

async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'passerelle restore' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Clears the ground for a restore: in a database without a row, or one where a restore was killed (its rows are the
 * backup's). The mark is set before anything is dropped.
 * @throws BackupProblem HOUSE_OPEN, NOT_EMPTY naming the tables that hold rows
 */
export const makeRoom = (ownerUrl: string): Promise<void> =>
  asOwner(ownerUrl, async (client) => {
    if ((await othersConnected(client)) > 0) throw new BackupProblem('HOUSE_OPEN', '');
    if (!(await isMarked(client))) {
      const filled = [...new Set([...(await hiddenTables(client)), ...(await filledTables(client))])];
      if (filled.length > 0) throw new BackupProblem('NOT_EMPTY', filled.slice(0, 5).join(', '));
    }
    await setMark(client);
    await dropAll(client);
  });

/** Asked by every start. @throws BackupProblem UNFINISHED */
export const refuseHalfRestored = (ownerUrl: string): Promise<void> => asOwner(ownerUrl, refuseUnfinished);
