import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createPostgresBackend, withBackend } from 'bullmq';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { emptyDatabase, type FreshDatabase } from '../../../../test/database.js';
import { SystemClock } from '../clock/machine-clock.js';
import { roleName } from '../postgres/index.js';
import { alarmClockContract, type QueueServer } from './alarm-clock.contract.js';
import { BullAlarmClock } from './bull-alarm-clock.js';
import { migrateQueue, postgresQueue } from './postgres-queue.js';
import { queueName } from './queue-backend.js';

jest.setTimeout(60_000);

const asking = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query<Record<string, unknown>>(sql).then(({ rows }) => rows).finally(() => client.end());
};

const migrated = (database: FreshDatabase): Promise<void> => migrateQueue(database.owner, roleName('queue'));

function postgresServer(database: FreshDatabase): QueueServer {
  const { Worker } = withBackend(createPostgresBackend);
  return {
    backend: (onTrouble) => postgresQueue(database.queue, onTrouble),
    cutConnections: async () => {
      const cut = await asking(database.queue, `select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and datname = current_database() and pid <> pg_backend_pid()`);
      expect(cut.length).toBeGreaterThan(0);
    },
    claimAndDie: async () => {
      const pool = new pg.Pool({ connectionString: database.queue, options: '-c search_path=bullmq', max: 3 });
      const dying = new Worker(queueName, null, { connection: pool, autorun: false, lockDuration: 500 });
      const claimed = await dying.getNextJob('a-token-of-the-dead', { block: false });
      await dying.close(true);
      await pool.end();
      return claimed?.name;
    },
  };
}

describe('the alarm clock on PostgreSQL', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await emptyDatabase();
    await migrated(database);
  });
  afterAll(() => database.drop());
  alarmClockContract(() => postgresServer(database));
});

describe('the queue’s schema', () => {
  const alarms: BullAlarmClock[] = [];
  const rung: string[] = [];
  const troubles: string[] = [];
  let database: FreshDatabase;
  const open = (): BullAlarmClock => {
    const onTrouble = (error: Error): void => void troubles.push(error.message);
    const alarm = new BullAlarmClock({ backend: postgresQueue(database.queue, onTrouble), clock: new SystemClock(), onTrouble });
    alarm.onWake('send', async (id) => void rung.push(id));
    alarms.push(alarm);
    return alarm;
  };
  beforeAll(async () => void (database = await emptyDatabase()));
  afterEach(async () => {
    await Promise.all(alarms.splice(0).map((alarm) => alarm.stop()));
    rung.length = troubles.length = 0;
  });
  afterAll(() => database.drop());

  it('is missed aloud, without breaking who wakes, and a wake works as soon as it stands', async () => {
    const alarm = open();
    expect(await alarm.wake('send', 'a')).toBe(false);
    expect(troubles.join()).toMatch(/bullmq/i);
    await expect(alarm.start()).rejects.toThrow(/bullmq/i);
    await Promise.all([1, 2, 3, 4].map(() => migrated(database)));
    expect(await alarm.wake('send', 'a')).toBe(true);
    await alarm.start();
    for (let n = 0; n < 200 && rung.length === 0; n += 1) await pause(20);
    expect(rung).toEqual(['a']);
    await migrated(database);
  });

  it('is closed to the application’s role', async () => {
    await expect(asking(database.app, 'select count(*) from bullmq.job')).rejects.toThrow(/permission denied/);
  });

  it('holds at most three connections', async () => {
    const alarm = open();
    await alarm.start();
    await Promise.all(Array.from({ length: 40 }, (_, n) => alarm.wake('send', `n${n}`)));
    const [seen] = await asking(database.superuser, `select count(*)::int as open from pg_stat_activity where datname = current_database() and usename = '${roleName('queue')}'`);
    expect(Number(seen?.['open'])).toBeGreaterThan(0);
    expect(Number(seen?.['open'])).toBeLessThanOrEqual(3);
  });

  it('may be lost under a running worker, which asks calmly and rings again when it is back', async () => {
    const alarm = open();
    await alarm.start();
    await asking(database.owner, 'alter schema bullmq rename to lost');
    expect(await alarm.wake('send', 'lost')).toBe(false);
    await pause(3_000);
    expect(troubles.length).toBeLessThan(20);
    await migrated(database);
    expect(await alarm.wake('send', 'kept')).toBe(true);
    // What the test above woke and left may still ring before the queue is lost.
    for (let n = 0; n < 200 && !rung.includes('kept'); n += 1) await pause(50);
    expect(rung.filter((id) => id === 'kept' || id === 'lost')).toEqual(['kept']);
  });
});
