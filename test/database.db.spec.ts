import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { emptyDatabase, type FreshDatabase } from './database.js';

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a database of one test file', () => {
  let one: FreshDatabase;
  let other: FreshDatabase;
  beforeAll(async () => {
    [one, other] = await Promise.all([emptyDatabase(), emptyDatabase()]);
  });
  afterAll(() => Promise.all([one.drop(), other.drop()]));

  it('is reached by each role under its own name', async () => {
    for (const role of ['owner', 'app', 'worker', 'auditor', 'queue'] as const) {
      expect(await ask(one[role], 'select current_user as who, current_database() as where')).toEqual([{ who: `passerelle_${role}`, where: one.name }]);
    }
  });

  it('shares nothing with another', async () => {
    await ask(one.owner, 'create table only_here (n int)');
    await expect(ask(other.owner, 'select * from only_here')).rejects.toThrow('does not exist');
  });

  it('lets the application neither create nor own anything', async () => {
    await expect(ask(one.app, 'create table intruder (n int)')).rejects.toThrow('permission denied');
    await expect(ask(one.app, 'create schema intruder')).rejects.toThrow('permission denied');
  });

  it('is gone once dropped', async () => {
    const third = await emptyDatabase();
    await third.drop();
    await expect(ask(third.owner, 'select 1')).rejects.toThrow('does not exist');
  });
});
