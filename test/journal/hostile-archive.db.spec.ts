import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { databaseOf, Work } from '#platform';
import { exportPartnership } from '../../apps/api/src/archive/export-partnership.js';
import { importPartnership, type NotImported } from '../../apps/api/src/archive/import-partnership.js';
import { contentHashOf, type Manifest } from '../../apps/api/src/archive/manifest.js';
import { Archive, ArchiveProblem } from '../../apps/api/src/verify/archive.js';
import { freshDatabase, type FreshDatabase } from '../database.js';
import { ctxOf } from '../world/ctx.js';
import { openDemoHouse } from '../world/demo-house.js';

/** Archives that lie, offered to an empty instance: each is refused by the name of its entry, and nothing is written. */
let folder: string;
let elsewhere: FreshDatabase;
const entries = new Map<string, Buffer>();
const text = (name: string): string => entries.get(name)!.toString('utf8');
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function readAll(path: string): Promise<void> {
  const archive = await Archive.open(path);
  for (const { name } of archive.manifest.tables) {
    const lines: string[] = [];
    for await (const line of archive.lines(name)) lines.push(`${line}\n`);
    entries.set(`data/${name}.ndjson`, Buffer.from(lines.join('')));
  }
  for (const file of archive.manifest.files) entries.set(`files/${file.sha256}`, await archive.bytes(file.sha256));
  entries.set('manifest.json', Buffer.from(JSON.stringify({ ...archive.manifest, notices: {} })));
  archive.close();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  const demo = await openDemoHouse({ clock: '2026-11-23T10:00' });
  const owner = await databaseOf(demo.database.owner, [], 1).initialize();
  const [{ id: partnershipId }] = (await owner.query('select id from partnership order by id limit 1')) as [{ id: string }];
  await owner.destroy();
  await exportPartnership(demo.house.app.get(Work), ctxOf({ partnershipIds: [partnershipId] }), { partnershipId, file: join(folder, 'honest.zip'), demo: true });
  await demo.close();
  await readAll(join(folder, 'honest.zip'));
  elsewhere = await freshDatabase();
}, 120_000);
afterAll(async () => {
  await elsewhere.drop();
  await rm(folder, { recursive: true, force: true });
});

/** The archive with some entries put, replaced (`null` removes), or added twice. */
async function archiveWith(changes: Readonly<Record<string, Buffer | null>>, more: readonly (readonly [string, Buffer])[] = []): Promise<string> {
  const zip = new ZipFile();
  const whole = new Map<string, Buffer | null>([...entries, ...Object.entries(changes)]);
  for (const [name, bytes] of [...whole, ...more]) if (bytes) zip.addBuffer(bytes, name);
  zip.end();
  const path = join(folder, `${sha256(Buffer.from(JSON.stringify(Object.keys(changes)) + more.length)).slice(0, 12)}.zip`);
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

/** The manifest rewritten by a forger who knows the format: every hash agrees again. */
function forged(table: string, change: (lines: string) => string): Record<string, Buffer> {
  const name = `data/${table}.ndjson`;
  const bytes = Buffer.from(change(text(name)));
  const manifest = JSON.parse(text('manifest.json')) as Manifest;
  const tables = manifest.tables.map((entry) => (entry.name === table ? { ...entry, rows: bytes.toString('utf8').split('\n').length - 1, sha256: sha256(bytes) } : entry));
  return { [name]: bytes, 'manifest.json': Buffer.from(JSON.stringify({ ...manifest, tables, contentHash: contentHashOf({ ...manifest, tables }) })) };
}

async function offered(path: string): Promise<string> {
  try {
    const archive = await Archive.open(path);
    try {
      const refused = (await importPartnership(elsewhere.owner, archive, { demo: true })) as NotImported;
      return refused.reason === 'TAMPERED' ? refused.findings.map(({ code, where }) => `${code} ${where}`).join('; ') : JSON.stringify(refused);
    } finally {
      archive.close();
    }
  } catch (error) {
    if (!(error instanceof ArchiveProblem)) throw error;
    return `ARCHIVE ${error.message}`;
  }
}
const flip = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte, index) => (index === 40 ? byte ^ 1 : byte)));
const pdf = (): string => [...entries.keys()].find((name) => name.startsWith('files/'))!;

describe('a hostile archive is refused by the name of its entry', () => {
  it.each<[string, () => Promise<string>, RegExp]>([
    ['a table changed, the manifest not', () => archiveWith({ 'data/vote.ndjson': flip(entries.get('data/vote.ndjson')!) }), /^ARCHIVE data\/vote\.ndjson$/],
    ['a file changed', () => archiveWith({ [pdf()]: flip(entries.get(pdf())!) }), /^ARCHIVE files\/[0-9a-f]{64}$/],
    ['a file missing', () => archiveWith({ [pdf()]: null }), /^ARCHIVE files\/[0-9a-f]{64}$/],
    ['an entry that the manifest does not name', () => archiveWith({ 'data/session.ndjson': Buffer.from('{}\n') }), /^ARCHIVE data\/session\.ndjson$/],
    ['a vote turned, every hash rewritten', () => archiveWith(forged('vote', (lines) => lines.replace(/"choice": "(FOR|AGAINST|ABSTAIN)"/, (_, choice) => `"choice": "${choice === 'FOR' ? 'AGAINST' : 'FOR'}"`))), /ROW_CHANGED vote /],
    ['a signature taken away, every hash rewritten', () => archiveWith(forged('signature', (lines) => lines.slice(lines.indexOf('\n') + 1))), /FACT_WITHOUT_ROW signature/],
    ['the end of the journal cut, every hash rewritten', () => archiveWith(forged('journal', (lines) => `${lines.trim().split('\n').slice(0, -3).join('\n')}\n`)), /TRUNCATED journal /],
    ['no manifest', () => archiveWith({ 'manifest.json': null }), /^ARCHIVE manifest\.json/],
    ['a manifest that is none', () => archiveWith({ 'manifest.json': Buffer.from('[]') }), /^ARCHIVE manifest\.json/],
    ['a name outside the list', () => archiveWith({ 'data/..hidden': Buffer.from('x') }), /^ARCHIVE "data\/\.\.hidden"/],
    ['an entry twice', () => archiveWith({}, [['data/vote.ndjson', entries.get('data/vote.ndjson')!]]), /^ARCHIVE data\/vote\.ndjson : entrée en double/],
    ['a bomb: 64 MiB of zeros in 64 KiB', () => archiveWith({ 'data/vote.ndjson': Buffer.alloc(64 * 2 ** 20) }), /^ARCHIVE data\/vote\.ndjson : taille démesurée/],
  ])('%s', async (_, make, sentence) => {
    expect(await offered(await make())).toMatch(sentence);
  }, 60_000);

  it('a path that climbs out, whatever way it is written', async () => {
    const climbing = (await import('node:fs/promises')).readFile(await archiveWith({ 'data/aaaaaaaaaa.ndjson': Buffer.from('{}\n') }));
    for (const name of ['../../../../../etc.json', '/root/.profile.json12', 'data/../../evil12345678', 'C:\\windows\\system32\\ab'].map((path) => path.padEnd(22, 'x').slice(0, 22))) {
      const bytes = Buffer.from((await climbing).toString('latin1').replaceAll('data/aaaaaaaaaa.ndjson', name), 'latin1');
      const path = join(folder, 'climbing.zip');
      await writeFile(path, bytes);
      expect(await offered(path)).toMatch(/^ARCHIVE /);
    }
  }, 60_000);

  it('what is no ZIP at all, and one cut in the middle', async () => {
    const path = join(folder, 'cut.zip');
    const whole = await (await import('node:fs/promises')).readFile(join(folder, 'honest.zip'));
    for (const bytes of [Buffer.from('hello'), Buffer.alloc(0), whole.subarray(0, whole.length / 2)]) {
      await writeFile(path, bytes);
      expect(await offered(path)).toMatch(/^ARCHIVE .*ZIP lisible/);
    }
  }, 60_000);

  it('and nothing of them was written; the honest one is then taken', async () => {
    const owner = await databaseOf(elsewhere.owner, [], 1).initialize();
    expect(await owner.query('select count(*)::int as rows from journal union all select count(*)::int from person')).toEqual([{ rows: 0 }, { rows: 0 }]);
    await owner.destroy();
    const archive = await Archive.open(join(folder, 'honest.zip'));
    expect(await importPartnership(elsewhere.owner, archive, { demo: true })).toBeNull();
    archive.close();
  }, 60_000);
});
