import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const PATIENCE_MS = 240_000;
const script = join(process.cwd(), 'scripts/start.mjs');
let folder: string;
let env: Record<string, string>;
let starter: ChildProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-whole-spec-'));
  env = { ...(process.env as Record<string, string>), NODE_OPTIONS: '', DATA_DIR: join(folder, 'data'), PORT: String(await freePort()), DEMO: '1' };
  // As people start it: React chooses its build by this name, and a wrong choice fails every page.
  delete env['NODE_ENV'];
});
afterAll(async () => {
  starter?.kill('SIGTERM');
  spawnSync(process.execPath, [script, '--reset-only'], { env });
  await rm(folder, { recursive: true, force: true });
}, PATIENCE_MS);

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}

/** `npm start` until its box is printed; answers what it printed. */
async function started(): Promise<string> {
  starter = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [starter.stdout, starter.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const gone = once(starter, 'exit').then(() => 'gone');
  while (!said.includes('prête en')) {
    if ((await Promise.race([gone, once(starter.stdout ?? starter, 'data')])) === 'gone') throw new Error(said);
  }
  return said;
}

const page = async () => (await fetch(`http://localhost:${env['PORT']}/`)).status;

/** The house itself, by the file it leaves for demo:reset. */
async function housePid(): Promise<number> {
  const names = await readdir(env['DATA_DIR'] ?? '', { recursive: true });
  const file = names.find((name) => name.endsWith('passerelle.pid'));
  return Number(await readFile(join(env['DATA_DIR'] ?? '', file ?? ''), 'utf8'));
}

describe('npm start', () => {
  it('serves, survives kill -9 of the house, ends on SIGTERM, and starts over', async () => {
    await started();
    expect(await page()).toBeLessThan(400);
    const killed = once(starter as ChildProcess, 'exit');
    process.kill(await housePid(), 'SIGKILL');
    expect(await killed).toEqual([1, null]);

    const again = await started();
    expect(again).not.toContain('Construction');
    expect(await page()).toBeLessThan(400);
    const ended = once(starter as ChildProcess, 'exit');
    starter?.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);

    const reset = spawnSync(process.execPath, [script, '--reset-only'], { env, encoding: 'utf8' });
    expect(reset).toMatchObject({ status: 0, stderr: '' });
    expect(await readdir(env['DATA_DIR'] ?? '')).toEqual([]);
  }, PATIENCE_MS);
});
