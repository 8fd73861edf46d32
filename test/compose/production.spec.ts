import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import pg from 'pg';
import { missingOracle } from '../oracle.js';
import { composeText, filledEnv, interpolate, readCompose } from './compose-file.js';
import { ended, freePort, listening, listenTo, startPostgres, startRedis, systemServers, type Running } from './servers.js';

const PATIENCE_MS = 300_000;
const servers = systemServers();
const { postgres: bin, psql } = servers;
const absent = Object.entries(servers).filter(([, path]) => path === null).map(([name]) => name);
if (absent.length > 0) missingOracle(`the production shape of docker-compose.yml (no ${absent.join(', no ')} on this machine)`);

const env = filledEnv();
const compose = readCompose(interpolate(composeText, env));
/** The image's own command, read where Docker reads it. */
const entrypoint = JSON.parse(/^ENTRYPOINT (.*)$/m.exec(readFileSync('Dockerfile', 'utf8'))?.[1] ?? '[]') as string[];

interface Member {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly port: number;
}

(absent.length > 0 ? describe.skip : describe)('the production shape, over this machine’s PostgreSQL and Redis', () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-production-'));
  const house = join(folder, 'house');
  const started: Running[] = [];
  const members: Member[] = [];
  let databasePort = 0;
  let redisPort = 0;

  /** The compose file's environment and nothing else, its hosts moved to the loopback. */
  const environmentOf = (service: 'api' | 'worker', port: number): Record<string, string> => {
    const moved = Object.entries(compose.services[service]?.environment ?? {}).map(([name, value]) => [
      name,
      value.replace('@postgres:5432', `@127.0.0.1:${databasePort}`).replace('@redis:6379', `@127.0.0.1:${redisPort}`),
    ]);
    const here: Record<string, string> = service === 'api' ? { HOST: '127.0.0.1', PORT: String(port) } : {};
    return { ...(Object.fromEntries(moved) as Record<string, string>), ...here, PUBLIC_URL: 'http://localhost:3000', SMTP_URL: 'smtp://127.0.0.1:9', PATH: process.env['PATH'] ?? '', NODE_ENV: 'production' };
  };

  const enlist = async (service: 'api' | 'worker'): Promise<Member> => {
    const port = await freePort();
    const [program = 'node', ...words] = [...entrypoint, ...(compose.services[service]?.command ?? [])];
    const child = spawn(program, words, { cwd: house, env: environmentOf(service, port), stdio: ['ignore', 'pipe', 'pipe'] });
    const member = { child, said: listenTo(child), port };
    members.push(member);
    return member;
  };

  const ready = async ({ child, said }: Member): Promise<void> => {
    while (!said().includes('prête')) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`ended with ${child.exitCode}: ${said()}`);
      await pause(100);
    }
  };

  const ask = async (port: number, query: string): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
    return answer.json();
  };

  beforeAll(async () => {
    const { POSTGRES_PASSWORD: superuser = '', ...passwords } = compose.services['postgres']?.environment ?? {};
    const database = await startPostgres(bin ?? '', join(folder, 'postgres'), superuser);
    const redis = await startRedis(compose.services['redis']?.command ?? [], join(folder, 'redis'));
    started.push(database, redis);
    [databasePort, redisPort] = [database.port, redis.port];
    execFileSync(psql ?? '', ['-h', '127.0.0.1', '-p', String(database.port), '-U', 'postgres', '-d', 'postgres', '-f', 'deploy/roles.sql'], {
      env: { PATH: process.env['PATH'], PGPASSWORD: superuser, ...passwords },
      stdio: 'pipe',
    });
    for (const path of ['package.json', 'package-lock.json', '.npmrc', 'dist']) cpSync(path, join(house, path), { recursive: true });
    execFileSync('npm', ['ci', '--omit=dev', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'], { cwd: house, stdio: 'pipe' });
    // All four at once: the migrations must still run once.
    await Promise.all((['api', 'api', 'worker', 'worker'] as const).map(async (service) => ready(await enlist(service))));
  }, PATIENCE_MS);

  afterAll(async () => {
    for (const { child } of members) await ended(child, 'SIGKILL');
    for (const server of started) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }, PATIENCE_MS);

  it('installs no tool: what builds and what tests stays out', () => {
    for (const tool of ['jest', 'vite', '@swc/core', 'eslint']) expect({ tool, there: existsSync(join(house, 'node_modules', tool)) }).toEqual({ tool, there: false });
    expect(existsSync(join(house, 'node_modules/bullmq'))).toBe(true);
  });

  it('is healthy by the compose file’s own check, and not when nobody listens', async () => {
    const [api] = members;
    const check = compose.services['api']?.healthcheck?.test ?? [];
    expect(check[0]).toBe('CMD');
    const codeAt = (port: number): Promise<number | null> => {
      const [program = '', ...words] = check.slice(1).map((word) => word.replace(':3000/', `:${port}/`));
      const probe = spawn(program, words, { stdio: 'ignore' });
      return new Promise((settle) => probe.once('exit', settle));
    };
    expect(await codeAt(api?.port ?? 0)).toBe(0);
    expect(await codeAt(await freePort())).toBe(1);
  }, 30_000);

  it('answers GraphQL on every api, from the database, to a stranger', async () => {
    const apis = members.filter(({ child }) => child.spawnargs.includes('api'));
    expect(apis).toHaveLength(2);
    for (const { port } of apis) {
      await listening(port, members[0]!.child, () => '');
      expect(await ask(port, '{ __typename viewer { person { id } } }')).toEqual({ data: { __typename: 'Query', viewer: null } });
    }
  });

  it('serves its pages, rendered', async () => {
    const page = await fetch(`http://127.0.0.1:${members[0]?.port}/`, { headers: { accept: 'text/html' } });
    expect({ status: page.status, html: await page.text() }).toEqual({ status: 200, html: expect.stringMatching(/<html[^>]* lang="fr"/) });
  });

  it('opens no door of the demo', async () => {
    const [api] = members;
    expect((await fetch(`http://127.0.0.1:${api?.port}/demo/maire`, { redirect: 'manual' })).status).toBe(404);
  });

  it('migrated once, under roles that row-level security holds', async () => {
    const client = new pg.Client({ connectionString: environmentOf('api', 0)['DATABASE_OWNER_URL'] });
    await client.connect();
    const { rows } = await client.query<{ times: number }>('select count(*)::int as times from migrations group by name');
    await client.end();
    expect(rows.length).toBeGreaterThan(1);
    for (const { times } of rows) expect(times).toBe(1);
  });

  it('keeps its wakes in Redis, none in PostgreSQL', async () => {
    const redis = new Redis(environmentOf('worker', 0)['REDIS_URL'] ?? '');
    const keys = await redis.keys('passerelle:*');
    redis.disconnect();
    expect(keys.length).toBeGreaterThan(0);
    const client = new pg.Client({ connectionString: environmentOf('api', 0)['DATABASE_OWNER_URL'] });
    await client.connect();
    const { rowCount } = await client.query(`select from pg_namespace where nspname = 'bullmq'`);
    await client.end();
    expect(rowCount).toBe(0);
  });

  it('refuses to serve under a role that row-level security does not hold', async () => {
    const given = environmentOf('api', await freePort());
    const superuser = new URL(given['DATABASE_URL'] ?? '');
    [superuser.username, superuser.password] = ['postgres', env['POSTGRES_PASSWORD'] ?? ''];
    const [program = 'node', ...words] = [...entrypoint, '--role', 'api'];
    const child = spawn(program, words, { cwd: house, env: { ...given, DATABASE_URL: superuser.href }, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = listenTo(child);
    await new Promise((settle) => child.once('exit', settle));
    expect({ code: child.exitCode, said: said() }).toEqual({ code: 1, said: expect.stringContaining('« postgres »') });
  }, 30_000);

  it('ends in order when asked', async () => {
    const codes = await Promise.all(members.map(({ child }) => ended(child, 'SIGTERM')));
    expect(codes).toEqual([0, 0, 0, 0]);
  }, 60_000);
});
