import { accepted } from '#kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Context, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { emptyDatabase, type FreshDatabase } from '../../../../test/database.js';
import { ask, ctxOf, openHouse } from '../../../../test/graphql/floor.js';
import { SystemClock } from '../clock/machine-clock.js';
import { UuidIds } from '../clock/uuid-ids.js';
import { databaseOf } from '../database/data-source.js';
import { PostgresWork } from '../work/postgres-work.js';
import type { GraphqlRequest, Work } from '../work/work.js';
import { OpenRequest } from './request.js';

const poolSize = 3;
const here = 'select pg_backend_pid() as pid, current_setting($1) as "readOnly"';
interface Place {
  pid: number;
  readOnly: string;
}
let work: Work;

@Resolver()
class Readings {
  @Query(() => String)
  async session(@Context() request: GraphqlRequest): Promise<string> {
    const tx = await request.read();
    const places = await Promise.all(Array.from({ length: 20 }, () => tx.query<Place>(here, ['transaction_read_only'])));
    return [...new Set(places.flat().map((place) => `${place.pid} ${place.readOnly}`))].join();
  }

  @Query(() => Int)
  async writes(@Context() request: GraphqlRequest): Promise<number> {
    await (await request.read()).query('create table never (x int)');
    return 1;
  }

  @Query(() => Int)
  async slow(@Context() request: GraphqlRequest): Promise<number> {
    await (await request.read()).query('select pg_sleep(0.02)');
    return 1;
  }

  /** Reads after it has acted, as every answer does: two transactions, never two at once. */
  @Mutation(() => Int)
  async act(@Context() request: GraphqlRequest): Promise<number> {
    await work.run(request.ctx, async (tx) => {
      await tx.query('select pg_sleep(0.005)');
      return accepted(true);
    });
    const [row] = await (await request.read()).query<{ pid: number }>('select pg_backend_pid() as pid');
    return row?.pid ?? 0;
  }
}

const rows = (['Query.session', 'Query.writes', 'Query.slow', 'Mutation.act'] as const).map((operation) => ({ operation, who: 'ANYONE' as const }));
let app: NestFastifyApplication;
let url: string;
let database: FreshDatabase;
let pool: Awaited<ReturnType<ReturnType<typeof databaseOf>['initialize']>>;
let outside: pg.Client;

beforeAll(async () => {
  database = await emptyDatabase();
  pool = await databaseOf(database.app, [], poolSize).initialize();
  const clock = new SystemClock();
  work = new PostgresWork(pool, { legal: clock, machine: clock, ids: new UuidIds(clock) });
  ({ app, url } = await openHouse({ resolvers: [Readings], rows, work }));
  outside = new pg.Client({ connectionString: database.superuser });
  await outside.connect();
});
afterAll(async () => {
  await app?.close();
  await outside?.end();
  await pool?.destroy();
  await database?.drop();
});

const heldOpen = async (): Promise<number> => {
  const { rows: sessions } = await outside.query(`select 1 from pg_stat_activity where datname = $1 and usename = 'passerelle_app' and state like 'idle in transaction%'`, [database.name]);
  return sessions.length;
};

describe('the reads of a request', () => {
  it('share one read-only transaction, closed with the answer', async () => {
    const told = await ask(url, '{ a: session b: session c: session }');
    expect(new Set(Object.values(told.data ?? {}))).toEqual(new Set([expect.stringMatching(/^\d+ on$/)]));
    expect(await heldOpen()).toBe(0);
  });

  it('cannot write, and an error closes the transaction too', async () => {
    const told = await ask(url, '{ slow writes }');
    expect(told.errors?.map((error) => [error.path, error.extensions['code']])).toEqual([[['writes'], 'UNEXPECTED']]);
    expect(told.text).not.toMatch(/create|read-only|transaction/i);
    expect(await heldOpen()).toBe(0);
  });

  it('thirty requests over three connections all end, mutations that read included', async () => {
    const document = 'mutation { a: act b: act c: act }';
    const told = await Promise.all(Array.from({ length: 30 }, () => ask(url, document)));
    expect(told.flatMap((answer) => answer.errors ?? [])).toEqual([]);
    expect(await heldOpen()).toBe(0);
  }, 20_000);

  it('end with the request: whoever reads later is told so', async () => {
    const request = new OpenRequest(ctxOf(null), work);
    const tx = await request.read();
    const running = tx.query<{ one: number }>('select 1 as one, pg_sleep(0.05)');
    await request.close();
    expect((await running)[0]?.one).toBe(1);
    await expect(tx.query('select 1')).rejects.toThrow('is over');
    await expect(request.read()).rejects.toThrow('has been answered');
    expect(await heldOpen()).toBe(0);
  });
});
