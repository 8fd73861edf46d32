import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { checkBackup } from '#platform';
import { copyOf, emptyDatabase, freshDatabase, type FreshDatabase } from '../../../../test/database.js';
import { asking, catalogOf, differences, rowsOf } from '../../../../test/upgrade/rows.js';
import { earlierVersions, oldDatabase } from '../../../../test/upgrade/old-database.js';
import { openWorld, tell } from '../../../../test/world/world.js';
import { migrate } from '../migrate.js';
import { backupHouse } from './backup-house.js';
import { readWholeBackup, restoreHouse, type Restored } from './restore-house.js';

jest.setTimeout(120_000);

/** A year of two towns: every table of the first version filled by its own actions, then brought up to date. */
let lived: FreshDatabase;
let folder: string;
const at = new Date('2026-11-22T09:00:00Z');
const secret = { path: 'data/demo.secret', content: Buffer.from('a key') };
const fileOf = (name: string): string => join(folder, `${name}.backup`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-drill-'));
  lived = await oldDatabase(earlierVersions[0]!);
  await migrate(lived.owner);
  await backUp(lived, 'whole');
});
afterAll(async () => {
  await lived?.drop();
  await rm(folder, { recursive: true, force: true });
});

const backUp = ({ owner }: FreshDatabase, name: string): ReturnType<typeof backupHouse> =>
  backupHouse({ ownerUrl: owner, file: fileOf(name), at, publicUrl: 'https://passerelle.example', demo: true, files: [secret] });
const restoreInto = async ({ owner }: FreshDatabase, name: string): Promise<Restored> => restoreHouse(owner, fileOf(name), await readWholeBackup(fileOf(name)));

/** What the restore itself adds: its epoch, and one fact of the instance's chain. */
const ofTheRestore = ['epoch', 'journal', 'journal_head', 'outbox'];
const telling = (database: FreshDatabase): Promise<Map<string, string[]>> => rowsOf(database.superuser);

describe('backup, wipe, restore', () => {
  let again: FreshDatabase;
  let restored: Restored;
  beforeAll(async () => {
    again = await emptyDatabase();
    restored = await restoreInto(again, 'whole');
  });
  afterAll(() => again?.drop());

  it('gives every row back, and adds only its epoch and one fact', async () => {
    const found = differences(await telling(lived), await telling(again));
    expect(found.filter((line) => !ofTheRestore.includes(line.split(/[: ]/)[0]!))).toEqual([]);
    expect(await asking(again.superuser, `select number, sending_resumed_at from epoch`)).toEqual([{ number: 1, sending_resumed_at: null }]);
    const facts = `select count(*)::int as n from journal where not (kind = 'InstanceRestored' and chain = '00000000-0000-0000-0000-000000000000')`;
    expect(await asking(again.superuser, facts)).toEqual(await asking(lived.superuser, facts));
    expect(restored).toMatchObject({ epoch: 1, upgraded: [], anomalies: [] });
    expect(restored.facts).toBeGreaterThan(150);
  });

  it('gives the same schema, policies, grants and guards as a fresh database', async () => {
    const fresh = await freshDatabase();
    try {
      expect(await catalogOf(again.superuser)).toBe(await catalogOf(fresh.superuser));
      await expect(asking(again.owner, 'delete from journal')).rejects.toThrow('never changed nor removed');
    } finally {
      await fresh.drop();
    }
  });

  it('leaves no trace of the queue nor of the restore', async () => {
    expect(await asking(again.superuser, `select nspname from pg_namespace where nspname in ('bullmq', 'restoring')`)).toEqual([]);
  });

  it('planted defects: a changed, a missing and an added row are each named by the same comparison', async () => {
    const wrong = await copyOf(lived);
    try {
      await asking(wrong.superuser, `update person set language = 'en' where id = (select min(id::text)::uuid from person)`);
      await asking(wrong.superuser, 'delete from reminder where id = (select min(id::text)::uuid from reminder)');
      await asking(wrong.superuser, `insert into legal_clock select 77, 0`).catch(() => undefined);
      const found = differences(await telling(lived), await telling(wrong));
      expect(found.filter((line) => /^person [-+]/.test(line))).toHaveLength(2);
      expect(found).toContainEqual(expect.stringMatching(/^reminder: \d+ rows and \d+$/));
    } finally {
      await wrong.drop();
    }
  });

  it('is readable by its owner only, is a plain tar.gz, and carries settings and keys', async () => {
    expect((await stat(fileOf('whole'))).mode & 0o777).toBe(0o600);
    expect((await checkBackup(fileOf('whole'))).files).toEqual([secret]);
    expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('planted defect: rows altered before the backup are restored as they are, and verify names them', async () => {
    const [altered, target] = [await copyOf(lived), await emptyDatabase()];
    try {
      await asking(altered.superuser, `set session_replication_role = replica; update journal set data = data || '{"number": 77}' where journal.sequence = 5`);
      await backUp(altered, 'altered-before');
      expect((await restoreInto(target, 'altered-before')).anomalies.length).toBeGreaterThan(0);
    } finally {
      await Promise.all([altered.drop(), target.drop()]);
    }
  });

  it('a second restore of a later backup counts on: epoch 2', async () => {
    await backUp(again, 'of-the-restored');
    const third = await emptyDatabase();
    try {
      expect(await restoreInto(third, 'of-the-restored')).toMatchObject({ epoch: 2 });
    } finally {
      await third.drop();
    }
  });
});

describe('while people work', () => {
  it('the backup is of one instant: every chain ends where its journal ends', async () => {
    const world = await openWorld('2026-11-22T09:00:00Z');
    const target = await emptyDatabase();
    try {
      let working = true;
      const fact = { kind: 'SeatTaken', partnershipId: world.partnershipId, subject: { kind: 'seat', id: world.partnershipId }, data: {} };
      const work = (async () => {
        while (working) await tell(world, fact, { ...fact, partnershipId: null });
      })();
      for (const name of ['live-1', 'live-2', 'live-3']) await backUp(world.database, name);
      working = false;
      await work;
      await restoreInto(target, 'live-2');
      const torn = await asking(target.superuser, `select head.chain from journal_head head where head.sequence <> (select coalesce(max(sequence), 0) from journal where journal.chain = head.chain)`);
      expect(torn).toEqual([]);
      const [one, three] = await Promise.all(['live-1', 'live-3'].map(async (name) => Number((await checkBackup(fileOf(name))).manifest.heads[0]?.sequence)));
      // Facts were written meanwhile, or nothing was shown.
      expect(three!).toBeGreaterThan(one!);
    } finally {
      await target.drop();
      await world.close();
    }
  });
});

describe('what is refused before anything is touched', () => {
  const refusalOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'DONE', (error: { code?: string }) => error.code ?? String(error));

  it('a database that holds a row; a house that is open; a file that exists', async () => {
    const taken = await freshDatabase();
    const open = await emptyDatabase();
    try {
      await asking(taken.owner, `insert into territory (id, name, country, zone, locale, currency, hierarchy) values (gen_random_uuid(), 'x', 'FR', 'Europe/Paris', 'fr-FR', 'EUR', 'x')`);
      expect(await refusalOf(restoreInto(taken, 'whole'))).toBe('NOT_EMPTY');
      expect(await asking(taken.owner, 'select count(*)::int as n from territory')).toEqual([{ n: 1 }]);
      const during = asking(open.app, 'select pg_sleep(3)');
      await asking(open.owner, 'select pg_sleep(0.3)');
      expect(await refusalOf(restoreInto(open, 'whole'))).toBe('HOUSE_OPEN');
      await during;
      expect(await refusalOf(backUp(lived, 'whole'))).toBe('FILE_EXISTS');
    } finally {
      await Promise.all([taken.drop(), open.drop()]);
    }
  });

  it('a migrated database without a row is empty: it is replaced', async () => {
    const fresh = await freshDatabase();
    try {
      expect(await restoreInto(fresh, 'whole')).toMatchObject({ epoch: 1 });
    } finally {
      await fresh.drop();
    }
  });

  it('a table that row-level security hides from the owner: the backup stops instead of being short', async () => {
    const hiding = await copyOf(lived);
    try {
      await asking(hiding.superuser, 'drop policy vote_owner on vote');
      expect(await refusalOf(backUp(hiding, 'short'))).toBe('HIDDEN_TABLES');
      await asking(hiding.superuser, 'create policy vote_owner on vote to passerelle_owner using (true); create policy vote_less on vote as restrictive to passerelle_owner using (false)');
      expect(await refusalOf(backUp(hiding, 'short'))).toBe('HIDDEN_TABLES');
      await asking(hiding.superuser, 'drop policy vote_less on vote; create materialized view sums as select 1');
      expect(await refusalOf(backUp(hiding, 'short'))).toBe('UNKNOWN_TABLES');
      expect(await readdir(folder)).not.toContain('short.backup');
    } finally {
      await hiding.drop();
    }
  });

  it('a file cut anywhere, or whose content was changed by any byte', async () => {
    const whole = await readFile(fileOf('whole'));
    const content = gunzipSync(whole);
    // Where rows repeat, a bit of gzip's may point at another copy of the same bytes: the content is whole, and so is the backup.
    const readsAlike = (file: Buffer): boolean => gunzipSync(file).equals(content);
    const taken: string[] = [];
    for (let n = 1; n <= 30; n += 1) {
      const cut = Math.floor((whole.length * n) / 31);
      await writeFile(fileOf('cut'), whole.subarray(0, cut));
      if ((await refusalOf(checkBackup(fileOf('cut')))) !== 'DAMAGED') taken.push(`cut at ${cut}`);
      const flipped = Buffer.from(whole);
      // The first ten bytes are gzip's header: its date and system may change without changing the content.
      flipped[Math.max(10, cut)]! ^= 1 << n % 8;
      await writeFile(fileOf('flipped'), flipped);
      if ((await refusalOf(checkBackup(fileOf('flipped')))) !== 'DAMAGED' && !readsAlike(flipped)) taken.push(`changed at ${cut}`);
    }
    expect(taken).toEqual([]);
    expect(await refusalOf(checkBackup(fileOf('absent')))).toBe('NO_SUCH_FILE');
  });
});
