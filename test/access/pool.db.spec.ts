import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock } from '#kernel';
import { databaseOf, isCrowded, PostgresWork, UuidIds, type Ctx, type Work } from '#platform';
import type { DataSource, QueryRunner } from 'typeorm';
import { ctxOf } from '../world/ctx.js';
import { openGround, type Ground } from './ground.js';

/** A defect put between the unit of work and its pool: another statement in place of one, or none. */
type Plant = (sql: string, parameters: unknown[] | undefined, runner: QueryRunner) => string | null;

let ground: Ground;
const sources: DataSource[] = [];
beforeAll(async () => {
  ground = await openGround();
}, 60_000);
afterAll(async () => {
  await Promise.all(sources.map((source) => source.destroy()));
  await ground.close();
});

const clock = new FixedClock(new Date('2026-10-01T09:00:00Z'));

/** A unit of work over a pool of two connections. */
async function workOverTwo(plant: Plant = (sql) => sql): Promise<Work> {
  const source = await databaseOf(ground.database.app, [], 2).initialize();
  sources.push(source);
  const create = source.createQueryRunner.bind(source);
  source.createQueryRunner = (...mode) => {
    const runner = create(...mode);
    const query = runner.query.bind(runner);
    runner.query = ((sql: string, parameters?: unknown[], structured?: boolean) => {
      const said = plant(sql, parameters, runner);
      return said === null ? Promise.resolve([]) : query(said, parameters, structured as true);
    }) as typeof runner.query;
    return runner;
  };
  return new PostgresWork(source, { legal: clock, machine: clock, ids: new UuidIds(clock) });
}

/** Who comes: members of each partnership, somebody without a seat, nobody. */
const visitors = (): { ctx: Ctx; may: string | null }[] => [
  ...[ground.partnershipId, ground.foreignId].map((id) => ({ ctx: ctxOf({ personId: ground.people.get('own-C') ?? '', partnershipIds: [id] }), may: id })),
  { ctx: ctxOf({ personId: ground.people.get('seatless') ?? '' }), may: null },
  { ctx: ctxOf(null, { audience: 'PUBLIC' }), may: null },
];

const question = `select partnership_id as id, current_setting('app.partnerships', true) as settings from seat`;
interface Line {
  readonly id: string;
}

/** The ways a request may end: read, accepted, refused, thrown, refused by the database. */
const ways: readonly ((work: Work, ctx: Ctx) => Promise<Line[]>)[] = [
  (work, ctx) => work.read(ctx, (tx) => tx.query<Line>(question)),
  async (work, ctx) => {
    let lines: Line[] = [];
    await work.run(ctx, async (tx) => ({ refused: false, value: (lines = await tx.query<Line>(question)).length }));
    return lines;
  },
  async (work, ctx) => {
    let lines: Line[] = [];
    await work.run(ctx, async (tx) => {
      lines = await tx.query<Line>(question);
      return { refused: true, code: 'NOT_FOUND', args: {}, source: null };
    });
    return lines;
  },
  async (work, ctx) => {
    let lines: Line[] = [];
    await work.run(ctx, async (tx) => {
      lines = await tx.query<Line>(question);
      throw new Error('a bug');
    }).catch(() => undefined);
    return lines;
  },
  async (work, ctx) => {
    let lines: Line[] = [];
    await work.read(ctx, async (tx) => {
      lines = await tx.query<Line>(question);
      await tx.query('select 1 / 0');
    }).catch(() => undefined);
    return lines;
  },
];

/** Requests of mixed identities, several at once over two connections; answers how many saw a row that is not theirs, and how many saw rows. */
async function leaks(work: Work, requests: number): Promise<{ leaked: number; fruitful: number }> {
  const who = visitors();
  const told = { leaked: 0, fruitful: 0 };
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < requests) {
      const n = (next += 1);
      // Two primes, so that every identity meets every way, in no lasting rhythm.
      const { ctx, may } = who[(n * 7 + (n >> 3) + 2) % who.length] ?? who[0]!;
      const lines = await ways[(n * 3 + (n >> 4)) % ways.length]!(work, ctx);
      if (lines.some(({ id }) => id !== may)) told.leaked += 1;
      if (lines.length > 0) told.fruitful += 1;
    }
  };
  await Promise.all(Array.from({ length: 8 }, client));
  return told;
}

describe('a house that is full', () => {
  it('says that it is full, and of nothing else that it is', async () => {
    const work = await workOverTwo();
    const nobody = ctxOf(null, { audience: 'PUBLIC' });
    const pool = (sources.at(-1)!.driver as unknown as { master: { options: { connectionTimeoutMillis: number } } }).master;
    pool.options.connectionTimeoutMillis = 200;
    const held = [await work.open(nobody), await work.open(nobody)];
    const full: unknown = await work.read(nobody, (tx) => tx.query('select 1')).catch((error: unknown) => error);
    await Promise.all(held.map((session) => session.close()));
    const wrong: unknown = await work.read(nobody, (tx) => tx.query('select 1 / 0')).catch((error: unknown) => error);
    expect([full, wrong].map((error) => [error instanceof Error, isCrowded(error)])).toEqual([[true, true], [true, false]]);
  }, 30_000);
});

/** Requests of mixed identities: each planted defect is found by 400. */
const requests = process.env['SOAK'] ? 10_000 : 2_500;

describe('a connection used by one after another', () => {
  it(`${requests} requests of mixed identities over two connections: nobody sees what another left`, async () => {
    const { leaked, fruitful } = await leaks(await workOverTwo(), requests);
    expect({ leaked, fruitful: fruitful > requests * 0.4 }).toEqual({ leaked: 0, fruitful: true });
  }, 180_000);

  const isSettings = (sql: string): boolean => sql.includes('set_config');
  const lasting = (sql: string): string => sql.replaceAll(', true)', ', false)');
  const sessions = new Set<unknown>();
  let before: unknown[] | null = null;
  const connectionOf = (runner: QueryRunner): unknown => (runner as unknown as { databaseConnection: unknown }).databaseConnection;
  const plants: readonly (readonly [what: string, plant: Plant])[] = [
    ['settings that outlive the transaction, and none for nobody', (sql, given) => (isSettings(sql) ? (given?.[0] === '' ? null : lasting(sql)) : /^rollback$/i.test(sql) ? 'commit' : sql)],
    ['settings made once a connection', (sql, _given, runner) => {
      if (!isSettings(sql)) return /^rollback$/i.test(sql) ? 'commit' : sql;
      const known = sessions.has(connectionOf(runner));
      sessions.add(connectionOf(runner));
      return known ? null : lasting(sql);
    }],
    ['settings kept in one place for every request, so that one takes another’s', (sql, given) => {
      if (!isSettings(sql) || !given) return sql;
      const mine = [...given];
      given.splice(0, given.length, ...(before ?? mine));
      before = mine;
      return sql;
    }],
  ];
  it.each(plants)('planted: %s', async (_what, plant) => {
    expect((await leaks(await workOverTwo(plant), 400)).leaked).toBeGreaterThan(0);
  }, 60_000);
});
