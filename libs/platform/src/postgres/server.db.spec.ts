import { spawn, type ChildProcess } from 'node:child_process';
import { chown, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { missingOracle } from '../../../../test/oracle.js';
import { serveInChild, type ServingChild } from '../../../../test/database-child.js';
import { findBinaries } from './binaries.js';
import { holdersOf, readPidFile } from './holders.js';
import { chooseIdentity, run } from './identity.js';
import { addressOf, placeOf, type Place } from './place.js';
import { startEmbeddedPostgres, type EmbeddedServer } from './server.js';

const PATIENCE_MS = 60_000;

let dataDir: string;
let place: Place;
const servers: EmbeddedServer[] = [];
const strangers: ChildProcess[] = [];
const children: ServingChild[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'passerelle-server-spec-'));
  place = await placeOf(dataDir);
});
afterEach(async () => {
  for (const stranger of strangers.splice(0)) stranger.kill('SIGKILL');
  for (const child of children.splice(0)) await child.kill();
  if (servers.length === 0 && (await readPidFile(place))) await start();
  for (const server of servers.splice(0)) await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}, PATIENCE_MS);

/** Durable (as served) only where a test is about durability: the rest need not wait for the disk. */
async function start(durable = false): Promise<EmbeddedServer> {
  const server = await startEmbeddedPostgres({ dataDir, durable });
  servers.push(server);
  return server;
}

async function inChild(env: Record<string, string> = {}): Promise<ServingChild> {
  const child = await serveInChild(dataDir, env);
  children.push(child);
  return child;
}

async function ask<Row extends pg.QueryResultRow>(server: EmbeddedServer, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: server.urlOf('superuser', 'postgres') });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function postmaster(): Promise<number> {
  const pid = (await readPidFile(place))?.pid;
  if (!pid) throw new Error('no postmaster.pid');
  return pid;
}

const setting = async (server: EmbeddedServer, name: string) => (await ask<Record<string, string>>(server, `show ${name}`))[0]?.[name];

describe('a cold start', () => {
  it('serves a private socket only, and writes to the disk before it acknowledges', async () => {
    const server = await start(true);
    expect(await setting(server, 'listen_addresses')).toBe('');
    for (const name of ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums']) expect([name, await setting(server, name)]).toEqual([name, 'on']);
    const folder = new URL(server.urlOf('app', 'x')).searchParams.get('host') ?? '';
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(place.clusterDir)).mode & 0o777).toBe(0o700);
    expect(server.major).toBe(18);
  }, PATIENCE_MS);

  it('stops entirely, twice if asked', async () => {
    const server = await start();
    await server.stop();
    await server.stop();
    expect(await holdersOf(place)).toEqual([]);
    expect(await readdir(dataDir)).toEqual(['postgres']);
  }, PATIENCE_MS);

  it('of two processes at once leaves one serving, and tells the other', async () => {
    const both = await Promise.all([inChild(), inChild()]);
    const said = both.map((child) => child.said.split(' ')[0]).sort();
    expect(said).toEqual(['DATA_DIR_LOCKED', 'ready']);
    expect((await readdir(dataDir)).filter((name) => name.startsWith('postgres.new'))).toEqual([]);
  }, PATIENCE_MS);
});

describe('after kill -9 of Passerelle', () => {
  it('adopts the server left behind, with its rows', async () => {
    const child = await inChild();
    expect(child.said).toBe('ready');
    const before = await postmaster();
    await child.kill();
    const server = await start();
    expect(await postmaster()).toBe(before);
    await ask(server, 'create table kept (n int)');
    await ask(server, 'insert into kept select generate_series(1, 100)');
    expect(await ask(server, 'select count(*)::int as n from kept')).toEqual([{ n: 100 }]);
  }, PATIENCE_MS);

  it('recovers at once when the server was killed too, with every acknowledged row', async () => {
    const child = await inChild({ DURABLE: '1' });
    const { pid, socketDir, port } = (await readPidFile(place)) ?? fail('no server');
    const writer = await writing(addressOf({ host: socketDir, port }, 'postgres', 'postgres'));
    await sleep(300);
    await child.kill();
    process.kill(pid, 'SIGKILL');
    const acknowledged = await writer.ended;
    const server = await start(true);
    const kept = (await ask<{ n: number }>(server, 'select count(*)::int as n from kept'))[0]?.n;
    expect(acknowledged).toBeGreaterThan(10);
    // The row in flight at the kill may be there without having been acknowledged; the reverse may not be.
    expect([acknowledged, acknowledged + 1]).toContain(kept);
    expect(await postmaster()).not.toBe(pid);
  }, PATIENCE_MS);

  it('starts although the dead server’s number now belongs to another process of the same account', async () => {
    const server = await start();
    const file = join(place.clusterDir, 'postmaster.pid');
    const lines = (await readFile(file, 'utf8')).split('\n');
    await server.stop();
    servers.length = 0;
    await nameAStranger(lines);
    // The planted trouble is real: PostgreSQL by itself refuses, for as long as that other process lives.
    const binaries = await findBinaries();
    const alone = await run(await chooseIdentity(binaries, dataDir, place.clusterDir), binaries.postgres, ['-D', place.clusterDir]);
    expect(alone.output).toMatch(/lock file "postmaster.pid" already exists/);
    await expect(start()).resolves.toMatchObject({ major: 18 });
  }, PATIENCE_MS);
});

describe('after kill -9 of both in the middle of a long query', () => {
  it('does not wait for the query that nobody will read, and ends no stranger instead', async () => {
    const child = await inChild();
    const { pid, socketDir, port } = (await readPidFile(place)) ?? fail('no server');
    const client = new pg.Client({ connectionString: addressOf({ host: socketDir, port }, 'postgres', 'postgres') });
    client.on('error', () => undefined);
    await client.connect();
    const busy = client.query('select count(n) from (select generate_series(1, 100000000000) as n) as streamed').catch(() => 'cut');
    await sleep(300);
    await child.kill();
    process.kill(pid, 'SIGKILL');
    await sleep(1000);
    // The planted trouble is real: the query outlives its server.
    expect(await holdersOf(place)).toHaveLength(1);
    const stranger = await nameAStranger((await readFile(join(place.clusterDir, 'postmaster.pid'), 'utf8')).split('\n'));
    await expect(start()).resolves.toMatchObject({ major: 18 });
    expect(await busy).toBe('cut');
    expect([stranger.exitCode, stranger.signalCode]).toEqual([null, null]);
  }, PATIENCE_MS);
});

describe('after kill -9 of the server alone', () => {
  it('starts it again under the living application, at the same address', async () => {
    const server = await start(true);
    await ask(server, 'create table kept (n int)');
    const killed = await postmaster();
    process.kill(killed, 'SIGKILL');
    const deadline = performance.now() + 20_000;
    let kept: unknown[] | undefined;
    while (!kept && performance.now() < deadline) {
      await sleep(100);
      kept = await ask(server, 'select * from kept').catch(() => undefined);
    }
    expect(kept).toEqual([]);
    expect(await postmaster()).not.toBe(killed);
    expect((await inChild()).said).toMatch(/^DATA_DIR_LOCKED/);
  }, PATIENCE_MS);
});

describe('as root', () => {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot) missingOracle('embedded PostgreSQL as root');
  const asRoot = isRoot ? it : it.skip;

  asRoot('runs in a user namespace; the files stay root’s', async () => {
    await start();
    const map = await readFile(`/proc/${await postmaster()}/uid_map`, 'utf8');
    expect(map.trim().split(/\s+/)).toEqual(['65534', '0', '1']);
    expect((await stat(place.clusterDir)).uid).toBe(0);
  }, PATIENCE_MS);

  asRoot('runs as nobody where namespaces are refused, and again as nobody ever after', async () => {
    // Without PATH, `unshare` is not found: the same answer as on a machine that refuses it.
    const child = await inChild({ PATH: '/nonexistent' });
    const reached = await run({ prefix: [], uid: 65534 }, (await findBinaries()).postgres, ['--version']);
    if (reached.code !== 0) return expect(child.said).toMatch(/^NO_IDENTITY .*DATABASE_URL/s);
    expect(child.said).toBe('ready');
    expect((await stat(place.clusterDir)).uid).toBe(65534);
    await child.kill();
    const adopted = await start();
    await adopted.stop();
    servers.length = 0;
    await start();
    expect((await stat(`/proc/${await postmaster()}`)).uid).toBe(65534);
  }, PATIENCE_MS);
});

/** Writes the number of a living process that is no PostgreSQL into the pid file a dead server left. */
async function nameAStranger(lines: readonly string[]): Promise<ChildProcess> {
  // Not this process: PostgreSQL rightly ignores its own parents' numbers.
  const stranger = spawn('sleep', ['600'], { stdio: 'ignore' });
  strangers.push(stranger);
  const file = join(place.clusterDir, 'postmaster.pid');
  await writeFile(file, [String(stranger.pid), ...lines.slice(1)].join('\n'), { mode: 0o600 });
  const { uid, gid } = await stat(place.clusterDir);
  await chown(file, uid, gid);
  return stranger;
}

function fail(reason: string): never {
  throw new Error(reason);
}

/** Inserts rows one by one until the connection breaks; tells how many were acknowledged. */
async function writing(url: string): Promise<{ ended: Promise<number> }> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('create table kept (n int)');
  const write = async () => {
    let acknowledged = 0;
    for (;;) {
      const done = await client.query('insert into kept values ($1)', [acknowledged]).then(() => true, () => false);
      if (!done) return acknowledged;
      acknowledged += 1;
    }
  };
  return { ended: write() };
}
