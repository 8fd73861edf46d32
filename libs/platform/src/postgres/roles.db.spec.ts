import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { emptyDatabase, type FreshDatabase } from '../../../../test/database.js';
import { prepareCluster, roleName, roles } from './roles.js';

let database: FreshDatabase;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.drop());

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('prepareCluster', () => {
  it('makes roles that sign in and stand above nothing', async () => {
    const found = await ask(database.superuser, `select rolname from pg_roles where rolname like 'passerelle_%' and rolcanlogin
      and not (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication) order by rolname`);
    expect(found.map((row) => row['rolname'])).toEqual(roles.map(roleName).sort());
  });

  it('repairs a role that was given too much, and keeps the data, however often it runs', async () => {
    await ask(database.owner, 'create table kept as select 1 as n');
    // The auditor: no other test of this run depends on what it may do meanwhile.
    await ask(database.superuser, 'alter role passerelle_auditor bypassrls createdb');
    await Promise.all([prepareCluster(database.superuser, database.name), prepareCluster(database.superuser, database.name)]);
    expect(await ask(database.superuser, `select rolbypassrls, rolcreatedb from pg_roles where rolname = 'passerelle_auditor'`)).toEqual([{ rolbypassrls: false, rolcreatedb: false }]);
    expect(await ask(database.owner, 'select n from kept')).toEqual([{ n: 1 }]);
  });

  it('makes a database with the builtin C.UTF-8 locale, closed to unknown roles', async () => {
    const name = `${database.name}_made`;
    await prepareCluster(database.superuser, name);
    const [made] = await ask(database.superuser, `select datlocprovider, datlocale, pg_encoding_to_char(encoding) as encoding,
      pg_get_userbyid(datdba) as owner, has_database_privilege('public', oid, 'connect') as open from pg_database where datname = '${name}'`);
    await ask(database.superuser, `drop database ${name}`);
    expect(made).toEqual({ datlocprovider: 'b', datlocale: 'C.UTF-8', encoding: 'UTF8', owner: 'passerelle_owner', open: false });
  });

  it('bounds how long a request may run, idle in a transaction, or wait for a lock', async () => {
    const bounds = `select current_setting('statement_timeout') as statement, current_setting('idle_in_transaction_session_timeout') as idle, current_setting('lock_timeout') as lock`;
    for (const url of [database.app, database.worker]) expect(await ask(url, bounds)).toEqual([{ statement: '5s', idle: '10s', lock: '2s' }]);
    expect(await ask(database.owner, bounds)).toEqual([{ statement: '0', idle: '0', lock: '10s' }]);
    await expect(ask(database.auditor, 'create temporary table t (n int)')).rejects.toThrow('read-only transaction');
  });
});
