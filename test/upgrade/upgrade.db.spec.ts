import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import { databaseOf } from '#platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DatabaseEvidence } from '../../apps/api/src/archive/database-evidence.js';
import { entities } from '../../apps/api/src/entities.js';
import { migrate, migrateTables } from '../../apps/api/src/migrate.js';
import { migrations } from '../../apps/api/src/migrations/all.js';
import { verify } from '../../apps/api/src/verify/verify.js';
import { freshDatabase, type FreshDatabase } from '../database.js';
import { openDemoHouse } from '../world/demo-house.js';
import { cutBefore } from './cut-line.js';
import { runChild } from './killable-child.js';
import { earlierVersions, oldDatabase, oneMore, schemaOf, type EarlierVersion } from './old-database.js';
import { asking, catalogOf, differences, rowsOf } from './rows.js';

jest.setTimeout(600_000);

const soak = process.env['SOAK'] === '1';
/** Without its roles, which belong to the server, not to the database. */
const bodyOf = (catalog: string): string => catalog.slice(catalog.indexOf('create extension'));
/** Salts are drawn anew by each migration that commits rows to the journal: these tables are compared by their number of rows. */
const salted = ['journal', 'journal_words', 'journal_head'];

let today: string;
beforeAll(async () => {
  const fresh = await freshDatabase();
  today = await catalogOf(fresh.superuser);
  await fresh.drop();
});

describe.each(earlierVersions.map((version) => [version.name, version] as const))('data of %s', (_name, version: EarlierVersion) => {
  let old: FreshDatabase;
  const opened: FreshDatabase[] = [];
  const another = async (): Promise<FreshDatabase> => {
    const database = await oneMore(old);
    opened.push(database);
    return database;
  };
  beforeAll(async () => void (old = await oldDatabase(version)));
  afterEach(() => Promise.all(opened.splice(0).map((database) => database.drop())));
  afterAll(() => old?.drop());

  /** What is wrong with an upgraded database: its schema, its rights, or rows that are not those of an undisturbed upgrade. */
  async function faultsOf(database: FreshDatabase, control: ReadonlyMap<string, readonly string[]>): Promise<string[]> {
    const schema = (await catalogOf(database.superuser)) === today ? [] : ['schema.sql differs'];
    const rows = await rowsOf(database.superuser);
    const found = differences(control, rows).filter((line) => !salted.includes(line.split(/[: ]/)[0]!) || / rows and /.test(line));
    return [...schema, ...found];
  }

  let control: Promise<Map<string, string[]>> | undefined;
  /** Rows of an undisturbed upgrade, made once. */
  function controlOf(): Promise<Map<string, string[]>> {
    control ??= (async () => {
      const undisturbed = await another();
      await migrate(undisturbed.owner);
      return rowsOf(undisturbed.superuser);
    })();
    return control;
  }

  it('stand as they stood: the schema, policies and grants that version printed', async () => {
    expect(bodyOf(await catalogOf(old.superuser))).toBe(bodyOf(schemaOf(version)));
  });

  it('start under this version: schema.sql is that of a fresh database, and no row is lost', async () => {
    const database = await another();
    const before = await rowsOf(database.superuser);
    expect((await migrate(database.owner)).length).toBeGreaterThan(0);
    expect(await catalogOf(database.superuser)).toBe(today);
    const after = await rowsOf(database.superuser);
    expect([...before].filter(([table, rows]) => (after.get(table)?.length ?? 0) < rows.length)).toEqual([]);
    expect(await migrate(database.owner)).toEqual([]);
  });

  it('are served: the PV that waited takes its second signature, becomes executory, and the chain goes on', async () => {
    const database = await another();
    await migrate(database.owner);
    const demo = await openDemoHouse({ clock: '2026-11-22T09:00', database });
    try {
      const [minutes] = await asking<{ id: string; contentHash: string }>(
        database.superuser,
        `select m.id, v.content_hash as "contentHash" from minutes m join minutes_version v on v.partnership_id = m.partnership_id and v.minutes_id = m.id
         where m.executory_at is null and v.voided_at is null order by v.version desc`,
      );
      // In the story of the demonstration Tiznit's president had signed; the mayor's signature is the second.
      const input = { minutesId: minutes?.id, contentHash: minutes?.contentHash, place: 'Villeneuve-la-Garenne' };
      expect(await (await demo.as('maire')).act('signMinutes', input, 'state')).toMatchObject({ __typename: 'Minutes', state: 'EXECUTORY' });
      const [{ told } = { told: 0 }] = await asking<{ told: number }>(database.superuser, `select count(*)::int as told from journal where kind = 'MinutesBecameExecutory' and subject_id = $1`, [minutes?.id]);
      expect(told).toBe(1);
      expect(await brokenLinks(database)).toEqual([]);
      expect((await DatabaseEvidence.over(database.owner, (evidence) => verify(evidence))).findings).toEqual([]);
    } finally {
      await demo.close();
    }
  });

  it('are finished by the second start when the first loses its line at any statement', async () => {
    const control = await controlOf();
    const { statements } = await cutBefore(null, async () => migrate((await another()).owner));
    const [{ access } = { access: 0 }] = [{ access: statements - (await statementsOfTables()) }];
    // Every statement of the migrations; of the hundreds that grant and revoke, in one transaction, a few.
    const tables = Array.from({ length: statements - access }, (_, n) => n + 1);
    const rights = Array.from({ length: 3 }, (_, n) => statements - Math.floor((access * n) / 3));
    const every = soak ? Array.from({ length: statements }, (_, n) => n + 1) : [...tables.filter((n) => n % 50 === 0), ...rights];
    const faults: string[] = [];
    for (const at of every) {
      const database = await another();
      await cutBefore(at, () => migrate(database.owner));
      await migrate(database.owner).catch((error: unknown) => faults.push(`cut before ${at}: ${String(error)}`));
      faults.push(...(await faultsOf(database, control)).slice(0, 3).map((fault) => `cut before ${at} of ${statements}: ${fault}`));
      await opened.pop()?.drop();
    }
    console.info(`${version.name}: ${every.length} cuts over ${statements} statements, ${faults.length} faults`);
    expect(faults).toEqual([]);
  });

  async function statementsOfTables(): Promise<number> {
    const database = await another();
    return (await cutBefore(null, () => migrateTables(database.owner, migrations))).statements;
  }

  it('are finished by the second start when the first is killed (SIGKILL)', async () => {
    const control = await controlOf();
    const whole = await runChild({ does: 'migrate', owner: (await another()).owner });
    expect(whole).toMatchObject({ code: 0, complaints: '' });
    const faults: string[] = [];
    for (const part of soak ? [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99] : [0.08, 0.95]) {
      const database = await another();
      expect(await runChild({ does: 'migrate', owner: database.owner, killAt: Math.ceil(whole.statements * part) })).toMatchObject({ killed: true });
      await migrate(database.owner);
      faults.push(...(await faultsOf(database, control)));
    }
    expect(faults).toEqual([]);
  });

  it('are migrated once by two processes that start together', async () => {
    const control = await controlOf();
    const database = await another();
    const ends = await Promise.all([runChild({ does: 'migrate', owner: database.owner }), runChild({ does: 'migrate', owner: database.owner })]);
    expect(ends.map(({ code, complaints }) => [code, complaints])).toEqual([[0, ''], [0, '']]);
    expect(await faultsOf(database, control)).toEqual([]);
    const names = (await asking<{ name: string }>(database.superuser, 'select name from migrations order by id')).map(({ name }) => name);
    expect(names).toEqual(migrations.map(({ name }) => name));
  });

  describe('planted defects', () => {
    /** A migration in two steps, which a killed start must not leave between them. */
    const twoSteps = (transaction: boolean): (new () => MigrationInterface) =>
      class TwoSteps1999000000001 implements MigrationInterface {
        readonly name = 'TwoSteps1999000000001';
        readonly transaction = transaction;
        async up(runner: QueryRunner): Promise<void> {
          await runner.query('create table first_step (id int)');
          await runner.query('create table second_step (id int)');
        }
        async down(): Promise<void> {}
      };

    /** Starts, loses its line after `create table first_step`, starts again: does the second start go through? */
    async function secondStart(transaction: boolean): Promise<string> {
      const database = await another();
      await migrate(database.owner);
      const known = [...migrations, twoSteps(transaction)];
      const { statements } = await cutBefore(null, async () => {
        const trial = await another();
        await migrate(trial.owner);
        await migrateTables(trial.owner, known);
      });
      const { statements: already } = await cutBefore(null, async () => migrate((await another()).owner));
      for (let at = 1; at <= statements - already; at += 1) {
        await cutBefore(at, () => migrateTables(database.owner, known)).catch(() => undefined);
        const failed = await migrateTables(database.owner, known).then(() => '', (error: unknown) => String(error));
        if (failed) return failed;
        await asking(database.owner, `drop table if exists first_step, second_step; delete from migrations where name = 'TwoSteps1999000000001'`);
      }
      return 'FINISHED';
    }

    it('a migration that is no transaction is not finished by the second start; in a transaction it is', async () => {
      expect(await secondStart(true)).toBe('FINISHED');
      expect(await secondStart(false)).toContain('already exists');
    });

    it('without applying access again, policies of the old version stay: the same comparison sees it', async () => {
      const database = await another();
      await migrateTables(database.owner, migrations);
      expect(await faultsOf(database, await controlOf())).toContain('schema.sql differs');
    });

    it('without the lock, two starts at once stumble', async () => {
      const database = await another();
      const start = async (): Promise<void> => {
        const source = await databaseOf(database.owner, entities, 1).setOptions({ migrations: [...migrations], migrationsTransactionMode: 'each' }).initialize();
        await source.runMigrations().then(() => undefined).finally(() => source.destroy());
      };
      const ends = await Promise.allSettled([start(), start(), start()]);
      expect(ends.some(({ status }) => status === 'rejected')).toBe(true);
    });

    it('a row lost on the way is named', async () => {
      const database = await another();
      await migrate(database.owner);
      await asking(database.superuser, 'delete from session');
      expect(await faultsOf(database, await controlOf())).toContainEqual(expect.stringMatching(/^session: /));
    });
  });
});

/** Links of the journal recomputed from the leaves, apart from the house's own code: SHA-256(0x01 ‖ previous ‖ leaf). */
async function brokenLinks(database: FreshDatabase): Promise<string[]> {
  const facts = await asking<{ chain: string; sequence: string; leaf_hash: Buffer; hash: Buffer }>(database.superuser, 'select chain, sequence, leaf_hash, hash from journal order by chain, journal.sequence');
  const broken: string[] = [];
  let [chain, previous, expected]: [string, Buffer, bigint] = ['', Buffer.alloc(32), 1n];
  for (const fact of facts) {
    if (fact.chain !== chain) [chain, previous, expected] = [fact.chain, Buffer.alloc(32), 1n];
    const link = createHash('sha256').update(Buffer.from([1])).update(previous).update(fact.leaf_hash).digest();
    if (BigInt(fact.sequence) !== expected || !link.equals(fact.hash)) broken.push(`${fact.chain} ${fact.sequence}`);
    [previous, expected] = [fact.hash, expected + 1n];
  }
  return facts.length === 0 ? ['no fact at all'] : broken;
}
