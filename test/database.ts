import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { creationOf, grantsOf } from '../libs/platform/src/postgres/roles.js';
import type { TestServer } from './test-server.js';

/** A database of its own for one test file: addresses by role, and how to throw it away. */
export interface FreshDatabase {
  readonly name: string;
  readonly owner: string;
  readonly app: string;
  readonly worker: string;
  readonly auditor: string;
  readonly queue: string;
  /** For looking from outside (locks, sessions); never for what is tested. */
  readonly superuser: string;
  drop(): Promise<void>;
}

function testServer(): TestServer {
  const said = process.env['PASSERELLE_TEST_SERVER'];
  if (!said) throw new Error('No test database: this file must end in .db.spec.ts or .e2e.ts, run by Jest with test/database-setup.ts.');
  return JSON.parse(said) as TestServer;
}

/**
 * Clones the migrated template (about 20 ms) into a database no other test sees.
 * @throws when the migrations failed
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = testServer();
  if (server.failure) throw new Error(`The migrations failed before the tests: ${server.failure}`);
  return make(server, server.template);
}

/** A database with the roles and no table at all, for tests of the ground itself. */
export function emptyDatabase(): Promise<FreshDatabase> {
  return make(testServer(), 'template0');
}

/** A copy of a database nobody is connected to, for one trial of many. */
export const copyOf = (database: FreshDatabase): Promise<FreshDatabase> => make(testServer(), database.name);

/**
 * A clone of a database that `fill` makes once in the whole run, whichever test file asks first; the others wait, then clone.
 * `fill` closes every connection it opened.
 */
export async function filledDatabase(key: string, fill: (database: FreshDatabase) => Promise<void>): Promise<FreshDatabase> {
  const server = testServer();
  const filled = `filled_${createHash('sha256').update(key).digest('hex').slice(0, 16)}`;
  const client = new pg.Client({ connectionString: server.superuser.replace('DATABASE', 'postgres') });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [filled]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [filled]);
    if (rowCount === 0) {
      const empty = await freshDatabase();
      await fill(empty);
      await client.query(`alter database ${empty.name} rename to ${filled}`);
    }
    return await make(server, filled);
  } finally {
    await client.end();
  }
}

async function make(server: TestServer, template: string): Promise<FreshDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const at = (url: string) => url.replace('DATABASE', name);
  await asSuperuser(server, [creationOf(name, template), ...grantsOf(name)]);
  const { owner, app, worker, auditor, queue } = server.urls;
  return {
    name,
    owner: at(owner),
    app: at(app),
    worker: at(worker),
    auditor: at(auditor),
    queue: at(queue),
    superuser: at(server.superuser),
    drop: () => asSuperuser(server, [`drop database if exists ${name} with (force)`]),
  };
}

async function asSuperuser(server: TestServer, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: server.superuser.replace('DATABASE', 'postgres') });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
