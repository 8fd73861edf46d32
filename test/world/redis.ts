import { Redis } from 'ioredis';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const given = process.env['REDIS_URL'];

/** Is there a Redis to ask: one given by its address, or a binary to start? */
export const redisIsHere = (): boolean => Boolean(given) || spawnSync('redis-server', ['--version']).status === 0;

/** A Redis of our own on the loopback, or the one given, in a database of its own (platform's tests use the 15th). */
export class OwnRedis {
  private process: ChildProcess | null = null;
  private readonly folder = mkdtempSync(join(tmpdir(), 'passerelle-redis-'));
  private port = 0;

  get url(): string {
    return given ? new URL('/14', given).href : `redis://127.0.0.1:${this.port}`;
  }

  /** @throws Error when it does not answer within ten seconds. */
  async start(): Promise<void> {
    if (given) return;
    this.port = await freePort();
    const options = ['--bind', '127.0.0.1', '--port', String(this.port), '--dir', this.folder, '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
    this.process = spawn('redis-server', options, { stdio: 'ignore' });
    for (let n = 0; n < 200; n += 1) {
      if (await this.ask((redis) => redis.ping()).then(() => true, () => false)) return;
      await pause(50);
    }
    throw new Error('this Redis does not answer');
  }

  /** Forgets everything it holds, as a restart without persistence would. */
  async lose(): Promise<void> {
    await this.ask((redis) => redis.flushdb());
  }

  async remove(): Promise<void> {
    if (given) await this.lose();
    const ended = new Promise((resolve) => this.process?.once('exit', resolve));
    if (this.process?.kill('SIGKILL')) await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }

  private ask<T>(question: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(this.url, { maxRetriesPerRequest: 0, retryStrategy: null });
    redis.on('error', () => undefined);
    return question(redis).finally(() => redis.disconnect());
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
