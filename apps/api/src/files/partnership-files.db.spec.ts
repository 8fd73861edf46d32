import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDemoHouse, type DemoHouse } from '../../../../test/world/demo-house.js';
import { Archive } from '../verify/archive.js';
import { verifyArchive } from '../verify/verify-archive.js';

let demo: DemoHouse;
const path = '/files/partnership.zip';

async function get(persona: string | null, query = ''): Promise<Response> {
  const entered = persona ? await fetch(`${demo.url}/demo/${persona}`, { redirect: 'manual' }) : null;
  const cookie = (entered?.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return fetch(`${demo.url}${path}${query}`, { headers: cookie ? { cookie } : {} });
}
const bytesOf = async (persona: string): Promise<Buffer> => Buffer.from(await (await get(persona)).arrayBuffer());
const leftovers = async (): Promise<number> => (await readdir(tmpdir())).filter((name) => name.startsWith('partnership-')).length;

beforeAll(async () => {
  demo = await openDemoHouse({ clock: '2026-11-23T10:00' });
}, 120_000);
afterAll(() => demo.close());

describe('the whole partnership as a file', () => {
  it('is the same bytes for the host’s coordinator and the other side’s, and verifies', async () => {
    const before = await leftovers();
    const [host, other] = [await bytesOf('coordinateur'), await bytesOf('coordinatrice')];
    const folder = await mkdtemp(join(tmpdir(), 'downloaded-'));
    const opened = await Promise.all([host, other].map(async (bytes, index) => {
      await writeFile(join(folder, `${index}.zip`), bytes);
      return Archive.open(join(folder, `${index}.zip`));
    }));
    expect(opened[1]!.manifest).toEqual(opened[0]!.manifest);
    expect(createHash('sha256').update(host).digest('hex')).toBe(createHash('sha256').update(other).digest('hex'));
    expect((await verifyArchive(opened[0]!)).findings).toEqual([]);
    opened.forEach((archive) => archive.close());
    await rm(folder, { recursive: true });
    expect(await leftovers()).toBeLessThanOrEqual(before);
  }, 120_000);

  it('is sent to be kept, never to be run', async () => {
    const response = await get('coordinateur');
    await response.body?.cancel();
    expect(Object.fromEntries(response.headers)).toMatchObject({ 'content-type': 'application/zip', 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' });
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="partenariat-[0-9a-f-]{36}\.zip"$/);
  }, 60_000);

  it('answers « not found » alike to a technician, a president, a stranger, and a coordinator who names another partnership', async () => {
    const asked = [get('technicienne'), get('homologue'), get('maire'), get(null), get('coordinateur', '?partnership=00000000-0000-7000-8000-000000000000'), get('coordinateur', '?partnership=a&partnership=b')];
    const answers = await Promise.all((await Promise.all(asked)).map(async (response) => `${response.status} ${await response.text()}`));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^404 /);
  }, 60_000);
});
