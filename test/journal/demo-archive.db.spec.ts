import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseOf, Work } from '#platform';
import { archived, staysHere } from '../../apps/api/src/archive/archived.js';
import { DatabaseEvidence } from '../../apps/api/src/archive/database-evidence.js';
import { exportPartnership } from '../../apps/api/src/archive/export-partnership.js';
import { importPartnership } from '../../apps/api/src/archive/import-partnership.js';
import type { Manifest } from '../../apps/api/src/archive/manifest.js';
import { access } from '../../apps/api/src/migrations/access.js';
import { Archive } from '../../apps/api/src/verify/archive.js';
import { verifyArchive } from '../../apps/api/src/verify/verify-archive.js';
import { verify } from '../../apps/api/src/verify/verify.js';
import { freshDatabase, type FreshDatabase } from '../database.js';
import { ctxOf } from '../world/ctx.js';
import { openDemoHouse, type DemoHouse } from '../world/demo-house.js';
import { joinDocuments, recordBesides } from './joined.contract.js';

/** The demo's whole story, checked where it stands, taken away in a file, and opened elsewhere. */
let demo: DemoHouse;
let folder: string;
let partnershipId: string;
let first: Manifest;
/** Acts of the story that told nothing of their own. */
let untold: unknown;
let joined: Awaited<ReturnType<typeof joinDocuments>>;
/** The scan of a PV signed by hand. */
let scan: string;
const pathOf = (name: string): string => join(folder, name);
const sha256 = async (path: string): Promise<string> => createHash('sha256').update(await readFile(path)).digest('hex');

async function exportAs(work: Work, name: string, personId = '00000000-0000-7000-8000-000000000001'): Promise<Manifest> {
  const ctx = ctxOf({ personId, partnershipIds: [partnershipId] });
  return (await exportPartnership(work, ctx, { partnershipId, file: pathOf(name), demo: true }))!;
}

beforeAll(async () => {
  demo = await openDemoHouse({ clock: '2026-11-23T10:00' });
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
  const owner = await databaseOf(demo.database.owner, [], 1).initialize();
  untold = await owner.query(`select sequence, rows from journal where kind = 'RowsKept'`);
  joined = await joinDocuments(demo);
  ({ scan } = await recordBesides(demo));
  [{ id: partnershipId }] = (await owner.query('select id from partnership order by id limit 1')) as [{ id: string }];
  await owner.destroy();
  first = await exportAs(demo.house.app.get(Work), 'first.zip');
}, 120_000);
afterAll(async () => {
  await demo.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the journal of the demo', () => {
  it('agrees with itself, with the rows of acts and with the stored files', async () => {
    const verdict = await DatabaseEvidence.over(demo.database.auditor, (evidence) => verify(evidence));
    expect(verdict.findings).toEqual([]);
    expect(verdict.facts).toBeGreaterThan(100);
    // Ten partnerships, and the instance.
    expect(verdict.heads.length).toBe(11);
  }, 60_000);

  it('has no audited row that an act wrote without telling its own fact', () => {
    expect(untold).toEqual([]);
  });
});

describe('the archive', () => {
  it('decides about every table of the house', () => {
    const decided = [...archived.map(({ name }) => name), ...Object.keys(staysHere)];
    expect(new Set(decided).size).toBe(decided.length);
    expect([...access.map(({ table }) => table), 'migrations'].filter((table) => !decided.includes(table))).toEqual([]);
  });

  it('is the same bytes whoever asks, and verifies offline', async () => {
    await exportAs(demo.house.app.get(Work), 'second.zip', '00000000-0000-7000-8000-000000000002');
    expect(await sha256(pathOf('second.zip'))).toBe(await sha256(pathOf('first.zip')));
    const archive = await Archive.open(pathOf('first.zip'));
    const verdict = await verifyArchive(archive);
    archive.close();
    expect(verdict.findings).toEqual([]);
    expect(first.files.length).toBeGreaterThan(1);
    expect(first.tables.find(({ name }) => name === 'signature')?.rows).toBeGreaterThan(1);
  }, 60_000);

  it('holds the documents of what is shared, never those of a fiche still in the making', async () => {
    const archive = await Archive.open(pathOf('first.zip'));
    const held: string[] = [];
    for await (const line of archive.lines('attachment')) held.push((JSON.parse(line) as { id: string }).id);
    expect(held.sort()).toEqual([joined.shared, joined.takenBack, joined.onAgenda, scan].sort());
    for await (const line of archive.lines('journal')) expect(line).not.toContain('Exemple');
    archive.close();
  }, 60_000);

  it('holds no address, and no sheet that its author has not sent', async () => {
    const archive = await Archive.open(pathOf('first.zip'));
    for (const { name } of first.tables) {
      for await (const line of archive.lines(name)) {
        expect(line).not.toMatch(/[\w.+-]+@[\w-]+\.[\w.]+/);
        if (name === 'project_sheet') expect(JSON.parse(line)).toMatchObject({ submitted_at: expect.any(String) });
      }
    }
    archive.close();
  }, 60_000);
});

describe('an empty instance', () => {
  let elsewhere: FreshDatabase;
  beforeAll(async () => {
    elsewhere = await freshDatabase();
  });
  afterAll(() => elsewhere.drop());
  const importThere = async (demoThere = true): Promise<unknown> => {
    const archive = await Archive.open(pathOf('first.zip'));
    try {
      return await importPartnership(elsewhere.owner, archive, { demo: demoThere });
    } finally {
      archive.close();
    }
  };

  it('refuses a demonstration when it is a real one', async () => {
    expect(await importThere(false)).toEqual({ reason: 'DEMO', detail: '' });
  }, 60_000);

  it('takes the archive: the same hashes leave it again, and its journal verifies', async () => {
    expect(await importThere()).toBeNull();
    const app = await databaseOf(elsewhere.app, [], 2).initialize();
    const { PostgresWork, SystemClock, UuidIds } = await import('#platform');
    const clock = new SystemClock();
    const again = await exportAs(new PostgresWork(app, { legal: clock, machine: clock, ids: new UuidIds(clock) }), 'again.zip');
    await app.destroy();
    expect(again.contentHash).toBe(first.contentHash);
    expect(await sha256(pathOf('again.zip'))).toBe(await sha256(pathOf('first.zip')));
    expect((await DatabaseEvidence.over(elsewhere.auditor, (evidence) => verify(evidence))).findings).toEqual([]);
  }, 60_000);

  it('refuses a second one', async () => {
    expect(await importThere()).toMatchObject({ reason: 'NOT_EMPTY' });
  }, 60_000);
});
