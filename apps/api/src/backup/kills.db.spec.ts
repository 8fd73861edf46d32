import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkBackup, refuseHalfRestored, removeMark } from '#platform';
import { emptyDatabase, type FreshDatabase } from '../../../../test/database.js';
import { chance } from '../../../../test/kills/chance.js';
import { runChild, type ChildEnd } from '../../../../test/upgrade/killable-child.js';
import { earlierVersions, oldDatabase } from '../../../../test/upgrade/old-database.js';
import { asking, differences, rowsOf } from '../../../../test/upgrade/rows.js';
import { migrate } from '../migrate.js';

jest.setTimeout(600_000);

const kills = process.env['SOAK'] === '1' ? 100 : 2;
const seed = Number(process.env['KILL_SEED'] ?? 20_261_122);

/** `count` statements of `from`…`last`, spread evenly and each moved by chance: no part of the way is left out. */
function moments(count: number, last: number, from = 1): number[] {
  const random = chance(seed);
  const step = (last - from + 1) / count;
  return Array.from({ length: count }, (_, n) => from + Math.floor(step * (n + random())));
}

let lived: FreshDatabase;
let folder: string;
const opened: FreshDatabase[] = [];
const emptyOne = async (): Promise<FreshDatabase> => {
  const database = await emptyDatabase();
  opened.push(database);
  return database;
};
const fileOf = (name: string): string => join(folder, `${name}.backup`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-kills-'));
  lived = await oldDatabase(earlierVersions[0]!);
  await migrate(lived.owner);
});
afterEach(() => Promise.all(opened.splice(0).map((database) => database.drop())));
afterAll(async () => {
  await lived?.drop();
  await rm(folder, { recursive: true, force: true });
});

const backUp = (name: string, killAt?: number): Promise<ChildEnd> => runChild({ does: 'backup', owner: lived.owner, file: fileOf(name), ...(killAt ? { killAt } : {}) });
const restore = (database: FreshDatabase, killAt?: number): Promise<ChildEnd> => runChild({ does: 'restore', owner: database.owner, file: fileOf('whole'), ...(killAt ? { killAt } : {}) });

const ofTheRestore = ['epoch', 'journal', 'journal_head', 'outbox'];

/** What a start would find: refused, nothing at all, or everything. Anything else is a half restore that is served. */
async function stateOf(database: FreshDatabase): Promise<'REFUSED' | 'EMPTY' | 'WHOLE' | 'HALF'> {
  // A killed client's session ends when the server notices.
  const refused = await refuseHalfRestored(database.owner).then(() => false, () => true);
  if (refused) return 'REFUSED';
  const [{ tables } = { tables: 0 }] = await asking<{ tables: number }>(database.superuser, `select count(*)::int as tables from pg_tables where schemaname = 'public'`);
  if (tables === 0) return 'EMPTY';
  const found = differences(await rowsOf(lived.superuser), await rowsOf(database.superuser));
  const epochs = await asking(database.superuser, 'select number from epoch').catch(() => []);
  return epochs.length === 1 && found.every((line) => ofTheRestore.includes(line.split(/[: ]/)[0]!)) ? 'WHOLE' : 'HALF';
}

describe('a backup that is killed', () => {
  it(`leaves nothing that bears its name, and the next one is whole (${kills} kills)`, async () => {
    const { statements, complaints } = await backUp('whole');
    expect(complaints).toBe('');
    const names: string[] = [];
    for (const killAt of moments(kills, statements)) {
      expect(await backUp('killed', killAt)).toMatchObject({ killed: true });
      names.push(...(await readdir(folder)).filter((name) => name === 'killed.backup'));
    }
    expect(names).toEqual([]);
    expect(await backUp('killed')).toMatchObject({ code: 0 });
    expect((await checkBackup(fileOf('killed'))).manifest).toEqual((await checkBackup(fileOf('whole'))).manifest);
    expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([]);
  });
});

describe('a restore that is killed', () => {
  it(`is never served by half, and the next one begins again and is whole (${kills} kills)`, async () => {
    const first = await emptyOne();
    const { statements, complaints } = await restore(first);
    expect([complaints, await stateOf(first)]).toEqual(['', 'WHOLE']);
    const seen: string[] = [];
    let target = await emptyOne();
    for (const killAt of moments(kills, statements)) {
      expect(await restore(target, killAt)).toMatchObject({ killed: true });
      const state = await stateOf(target);
      if (state === 'HALF') seen.push(`half after statement ${killAt} of ${statements}`);
      // Killed while it was only reading everything again: all is there, and the next one has nothing to begin again.
      if (state === 'WHOLE') target = await emptyOne();
    }
    expect(seen).toEqual([]);
    expect(await restore(target)).toMatchObject({ code: 0 });
    expect(await stateOf(target)).toBe('WHOLE');
  });

  it('planted defect: a restore that sets no mark is found served by half', async () => {
    const { statements } = await restore(await emptyOne());
    const target = await emptyOne();
    await restore(target, Math.floor(statements * 0.6));
    expect(await stateOf(target)).toBe('REFUSED');
    await asking(target.owner, removeMark);
    expect(await stateOf(target)).toBe('HALF');
  });
});
