import type pg from 'pg';
import { BackupProblem } from './problem.js';

/** A schema of its own: it survives the dropping of ours, and no migration knows it. */
const schema = 'restoring';

/** Is a restore under way in this database, or was one killed in the middle? */
export async function isMarked(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ marked: boolean }>('select to_regnamespace($1) is not null as marked', [schema]);
  return rows[0]?.marked ?? false;
}

/** From now on this database is not to be served. */
export const setMark = async (client: pg.ClientBase): Promise<void> => void (await client.query(`create schema if not exists ${schema}`));

/** The last statement of a restore, in its last transaction: with it, the database may be served. */
export const removeMark = `drop schema ${schema}`;

/** @throws BackupProblem UNFINISHED when a restore was killed here */
export async function refuseUnfinished(client: pg.ClientBase): Promise<void> {
  if (await isMarked(client)) throw new BackupProblem('UNFINISHED', '');
}
