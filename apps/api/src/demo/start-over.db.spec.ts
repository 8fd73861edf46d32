import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../../test/database.js';
import { inFewFiles } from '../../../../test/few-files/few-files.js';
import { takeDemoTurn } from './start-over.js';

const main = inFewFiles('apps/api/src/main.js');
const patience = 180_000;
let databases: FreshDatabase;
const folder = mkdtempSync(join(tmpdir(), 'passerelle-half-'));

beforeAll(async () => {
  databases = await freshDatabase();
});
afterAll(async () => {
  await databases.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function look<Row extends object>(sql: string, url = databases.superuser): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query<Row>(sql).then((answer) => answer.rows).finally(() => client.end());
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** The house as a demonstration over this test's database; ends by itself (a planned kill), or is stopped once its box is printed. */
async function start(failpoints: string | null): Promise<string> {
  const { NODE_OPTIONS: _options, FAILPOINTS: _armed, ...env } = process.env;
  const urls = { DATABASE_URL: databases.app, DATABASE_OWNER_URL: databases.owner, DATABASE_WORKER_URL: databases.worker, DATABASE_QUEUE_URL: databases.queue };
  const child = spawn(process.execPath, [main], {
    env: { ...env, ...urls, DEMO: '1', DEMO_CLOCK: '2026-11-23T10:00', DATA_DIR: folder, PORT: String(await freePort()), ...(failpoints && { FAILPOINTS: failpoints }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => {
    said += part.toString();
    if (said.includes('prête')) child.kill('SIGTERM');
  });
  return new Promise((resolve) => child.once('close', (code, signal) => resolve(said.includes('prête') ? 'told' : `${signal ?? code} ${said}`.trim())));
}

const standing = `select (select count(*) from person)::int as people, (select count(*) from minutes)::int as minutes, (select count(*) from signature)::int as signatures,
  (select count(*) from project_sheet)::int as sheets, (select count(*) from journal)::int as facts, (select count(*) from legal_clock)::int as clocks`;
let whole: object;

describe('a first start of the demonstration', () => {
  it('killed while it tells the story leaves half of it; the next start tells it whole', async () => {
    expect(await start(null)).toBe('told');
    [whole = {}] = await look<object>(standing);
    for (const kill of process.env['SOAK'] ? [3, 40, 80, 120] : [80]) {
      await look('drop schema public cascade; create schema public; grant usage on schema public to public; alter schema public owner to pg_database_owner');
      expect(await start(`work.after-commit=kill@${kill}`)).toMatch(/^SIGKILL/);
      expect((await look<{ people: number; clocks: number }>(standing))[0]).toMatchObject({ clocks: 0 });
      expect(await start(null)).toBe('told');
      expect((await look<object>(standing))[0]).toEqual(whole);
    }
  }, patience);

  it('once told is left as it is', async () => {
    const [before] = await look<{ at: string }>('select min(recorded_at)::text as at from journal');
    await (await takeDemoTurn(databases.owner)).release();
    expect(await look('select min(recorded_at)::text as at from journal')).toEqual([before]);
  });

  it('is told by one process at a time', async () => {
    const first = await takeDemoTurn(databases.owner);
    let second = 'waiting';
    const waiting = takeDemoTurn(databases.owner).then((turn) => ((second = 'taken'), turn));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(second).toBe('waiting');
    await first.release();
    await (await waiting).release();
    expect(second).toBe('taken');
  });
});
