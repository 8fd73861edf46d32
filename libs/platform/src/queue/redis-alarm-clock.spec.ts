import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { missingOracle } from '../../../../test/oracle.js';
import { SystemClock } from '../clock/machine-clock.js';
import { alarmClockContract, type QueueServer } from './alarm-clock.contract.js';
import { BullAlarmClock } from './bull-alarm-clock.js';
import { queueName } from './queue-backend.js';
import { redisQueue } from './redis-queue.js';

jest.setTimeout(60_000);

const given = process.env['REDIS_URL'];
const binary = spawnSync('redis-server', ['--version']).status === 0;
const here = Boolean(given) || binary;
if (!here) missingOracle('Redis (BullMQ’s other backend)');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** A Redis of our own on the loopback, or the one given, in its last database. */
class RedisUnderTest {
  private process: ChildProcess | null = null;
  private readonly folder = mkdtempSync(join(tmpdir(), 'passerelle-redis-'));
  private port = 0;

  get url(): string {
    return given ? new URL('/15', given).href : `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    if (given) return;
    this.port ||= await freePort();
    const options = ['--bind', '127.0.0.1', '--port', String(this.port), '--dir', this.folder, '--appendonly', 'yes', '--appendfsync', 'everysec', '--maxmemory-policy', 'noeviction'];
    this.process = spawn('redis-server', options, { stdio: 'ignore' });
    for (let n = 0; n < 100 && !(await this.answers()); n += 1) await pause(50);
  }

  /** SIGKILL, as the machine would. */
  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.process?.once('exit', resolve));
    if (this.process?.kill('SIGKILL')) await ended;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async ask<T>(question: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(this.url, { maxRetriesPerRequest: 0, retryStrategy: null });
    redis.on('error', () => {});
    return question(redis).finally(() => redis.disconnect());
  }

  private answers(): Promise<boolean> {
    return this.ask((redis) => redis.ping()).then(() => true, () => false);
  }
}

function redisServer(redis: RedisUnderTest): QueueServer {
  return {
    backend: (onTrouble) => redisQueue(redis.url, onTrouble),
    cutConnections: async () => {
      expect(await redis.ask((client) => client.client('KILL', 'TYPE', 'normal', 'SKIPME', 'yes'))).toBeGreaterThan(0);
    },
    claimAndDie: async () => {
      const connection = new Redis(redis.url, { maxRetriesPerRequest: null });
      const dying = new Worker(queueName, null, { connection, prefix: 'passerelle', autorun: false, lockDuration: 500 });
      const claimed = await dying.getNextJob('a-token-of-the-dead', { block: false });
      await dying.close(true);
      connection.disconnect();
      return claimed?.name;
    },
  };
}

(here ? describe : describe.skip)('the alarm clock on Redis', () => {
  const redis = new RedisUnderTest();
  beforeAll(() => redis.start());
  afterAll(() => redis.remove());
  alarmClockContract(() => redisServer(redis));

  (given ? it.skip : it)('says no at once while Redis is dead, and rings when it lives again', async () => {
    const rung: string[] = [];
    const ignore = (): void => {};
    const clock = new SystemClock();
    const alarm = new BullAlarmClock({ backend: redisQueue(redis.url, ignore), clock, onTrouble: ignore });
    alarm.onWake('send', async (id) => void rung.push(id));
    await alarm.start();
    await redis.kill();
    // A wake asked in the very instant of the death, before the client sees it, may still ring later: ours comes after.
    await pause(200);
    const asked = clock.now().getTime();
    expect(await alarm.wake('send', 'lost')).toBe(false);
    expect(clock.now().getTime() - asked).toBeLessThan(500);
    await redis.start();
    for (let n = 0; n < 100 && !(await alarm.wake('send', 'kept')); n += 1) await pause(100);
    for (let n = 0; n < 200 && !rung.includes('kept'); n += 1) await pause(50);
    await alarm.stop();
    // The last second before a SIGKILL may come back from the append-only file: other wakes may ring again, not this one.
    expect(rung).toContain('kept');
    expect(rung).not.toContain('lost');
  });
});
