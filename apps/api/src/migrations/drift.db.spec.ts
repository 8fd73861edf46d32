import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { databaseOf } from '#platform';
import type { DataSource } from 'typeorm';
import { freshDatabase, type FreshDatabase } from '../../../../test/database.js';
import { entities } from '../entities.js';

describe('entities and migrations', () => {
  let database: FreshDatabase;
  let owner: DataSource;
  const missing = async (): Promise<string[]> => (await owner.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);

  beforeAll(async () => {
    database = await freshDatabase();
    owner = await databaseOf(database.owner, entities, 1).initialize();
  });
  afterAll(async () => {
    await owner.destroy();
    await database.drop();
  });

  it('say the same thing: nothing is left for a migration to do', async () => {
    expect(await missing()).toEqual([]);
  });

  it('and a column that no migration made is named', async () => {
    await owner.query('alter table partnership drop column recorded_at');
    expect((await missing()).join()).toContain('recorded_at');
  });
});
