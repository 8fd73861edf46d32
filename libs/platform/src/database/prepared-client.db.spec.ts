import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '../../../../test/database.js';
import { PreparedClient } from './prepared-client.js';

let database: FreshDatabase;
let client: PreparedClient;
beforeAll(async () => {
  database = await freshDatabase();
  client = new PreparedClient({ connectionString: database.owner });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});
const prepared = async (): Promise<string[]> => (await client.query<{ statement: string }>('select statement from pg_prepared_statements order by statement')).rows.map(({ statement }) => statement);

describe('a session of the pool', () => {
  it('prepares a question with parameters once, and answers each with its own', async () => {
    const question = 'select $1::int + 1 as n';
    const answers = [];
    for (const n of [1, 2, 3]) answers.push((await client.query<{ n: number }>(question, [n])).rows[0]?.n);
    expect(answers).toEqual([2, 3, 4]);
    expect(await prepared()).toEqual([question]);
  });

  it('prepares nothing that has no parameter, nor what is no question', async () => {
    await client.query('select 1');
    await client.query('select 1', []);
    expect(await prepared()).toHaveLength(1);
  });

  it('shows rows by the settings of each transaction, whatever was planned before', async () => {
    await client.query(`create table seen (owner text); alter table seen enable row level security, force row level security; insert into seen select 'a' where false`);
    await client.query(`create policy own on seen using (owner = current_setting('app.person', true)) with check (true)`);
    await client.query(`insert into seen values ($1), ($2)`, ['a', 'b']);
    const seenBy = async (person: string): Promise<string[]> => {
      await client.query('begin');
      await client.query(`select set_config('app.person', $1, true)`, [person]);
      const { rows } = await client.query<{ owner: string }>('select owner from seen where owner <> $1', ['nobody']);
      await client.query('rollback');
      return rows.map(({ owner }) => owner);
    };
    const looks = [];
    for (let turn = 0; turn < 8; turn += 1) looks.push(await seenBy(turn % 2 ? 'a' : 'b'));
    expect(looks).toEqual(Array.from({ length: 8 }, (_, turn) => [turn % 2 ? 'a' : 'b']));
    await client.query('create policy planted on seen for select using (true)');
    expect((await seenBy('a')).sort()).toEqual(['a', 'b']);
  });

  it('refuses in the same words as a question that was not prepared', async () => {
    for (const turn of [1, 2]) await expect(client.query('select 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012', message: expect.stringContaining('division'), name: turn ? 'error' : '' });
    expect((await client.query<{ n: number }>('select 4 / $1::int as n', [2])).rows[0]?.n).toBe(2);
  });
});
