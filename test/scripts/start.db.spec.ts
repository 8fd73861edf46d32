import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { holdersOf } from '../../libs/platform/src/postgres/holders.js';
import { placeOf } from '../../libs/platform/src/postgres/place.js';

const PATIENCE_MS = 60_000;
const script = join(process.cwd(), 'scripts/start.mjs');
let folder: string;
let dataDir: string;
let house: ChildProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-start-spec-'));
  dataDir = join(folder, 'data');
});
afterEach(async () => {
  house?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

function start(words: string[], env: Record<string, string>): { code: number | null; said: string } {
  const ended = spawnSync(process.execPath, [script, ...words], { env: { ...process.env, NODE_OPTIONS: '', ...env }, encoding: 'utf8' });
  return { code: ended.status, said: ended.stdout + ended.stderr };
}
const reset = (env: Record<string, string> = {}) => start(['--reset-only'], { DATA_DIR: dataDir, ...env });

/** A process that looks like ours from outside and serves a real embedded PostgreSQL. */
async function serving(): Promise<ChildProcess> {
  const built = pathToFileURL(join(process.cwd(), 'dist/libs/platform/src/postgres/index.js')).href;
  const main = join(folder, 'main.js');
  await writeFile(main, `import(${JSON.stringify(built)}).then(async ({ startEmbeddedPostgres }) => {
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, durable: false });
    process.on('SIGTERM', () => server.stop().then(() => process.exit(0)));
    console.log('ready');
  });`);
  const child = spawn(process.execPath, [main], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

async function demoData(): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await writeFile(join(dataDir, 'demo.secret'), 's');
}

describe('npm start', () => {
  it('says that the port is taken before it does anything', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const answer = start([], { PORT: String(port) });
    other.close();
    expect(answer).toEqual({ code: 1, said: expect.stringContaining(`PORT=${port + 1} npm start`) });
  });
});

describe('demo:reset', () => {
  it('stops a running demo, then removes its data and nothing else', async () => {
    await demoData();
    await writeFile(join(dataDir, 'notes-du-maire.txt'), 'à garder');
    house = await serving();
    const gone = once(house, 'exit');
    expect(reset()).toMatchObject({ code: 0, said: expect.stringContaining('effacée') });
    expect(await gone).toEqual([0, null]);
    expect(await readdir(dataDir)).toEqual(['notes-du-maire.txt']);
  }, PATIENCE_MS);

  it('stops the PostgreSQL that a killed demo left', async () => {
    await demoData();
    house = await serving();
    const gone = once(house, 'exit');
    house.kill('SIGKILL');
    await gone;
    const place = await placeOf(dataDir);
    expect(await holdersOf(place)).not.toEqual([]);
    expect(reset().code).toBe(0);
    expect(await readdir(dataDir)).toEqual([]);
    expect(await holdersOf(place)).toEqual([]);
  }, PATIENCE_MS);

  it('touches nothing that is not a demo’s', async () => {
    await mkdir(join(dataDir, 'postgres'), { recursive: true });
    expect(reset()).toMatchObject({ code: 1, said: expect.stringContaining('rien n’est effacé') });
    await demoData();
    expect(reset({ DEMO: '0' }).code).toBe(1);
    expect(reset({ DATABASE_URL: 'postgresql://a@b/c' }).code).toBe(1);
    expect((await readdir(dataDir)).sort()).toEqual(['demo.secret', 'postgres']);
  });

  it('does not kill a stranger whose number stands in an old pid file', async () => {
    await demoData();
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
    house = stranger;
    await mkdir(join(dataDir, 'postgres'), { recursive: true });
    await writeFile(join(dataDir, 'passerelle.pid'), String(stranger.pid));
    await writeFile(join(dataDir, 'postgres/postmaster.pid'), `${stranger.pid}\n`);
    expect(reset().code).toBe(0);
    // Let this process hear of a death, if there was one.
    await sleep(200);
    expect([stranger.exitCode, stranger.signalCode]).toEqual([null, null]);
    stranger.kill('SIGKILL');
  });

  it('has nothing to do before the first start', () => {
    expect(reset()).toMatchObject({ code: 0, said: expect.stringContaining('Rien à effacer') });
  });
});
