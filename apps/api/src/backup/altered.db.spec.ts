import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkBackup, loadRows, manifestName, readManifest, Tally, writeArchive, type Manifest, type Member } from '#platform';
import { readArchive } from '../../../../libs/platform/src/backup/archive.js';
import { copyOf, emptyDatabase, type FreshDatabase } from '../../../../test/database.js';
import { earlierVersions } from '../../../../test/upgrade/old-database.js';
import { asking } from '../../../../test/upgrade/rows.js';
import { migrateTables } from '../migrate.js';
import { migrations } from '../migrations/all.js';
import { readWholeBackup } from './restore-house.js';

jest.setTimeout(60_000);

const at = new Date('2026-11-22T09:00:00Z');
let folder: string;
let members: Member[];
/** The tables on which the rows of that version stand, without a row. */
let ground: FreshDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-altered-'));
  members = [];
  for await (const member of readArchive(earlierVersions[0]!.backup)) members.push(member);
  const { manifest } = await checkBackup(earlierVersions[0]!.backup);
  ground = await emptyDatabase();
  await migrateTables(ground.owner, migrations.filter(({ name }) => manifest.migrations.includes(name)));
});
afterAll(async () => {
  await ground?.drop();
  await rm(folder, { recursive: true, force: true });
});

async function* each(list: readonly Member[]): AsyncGenerator<Member> {
  yield* list;
}
let count = 0;
/** The same backup after somebody took it apart and put it together again: its compression and its tar are sound. */
async function put(list: readonly Member[]): Promise<string> {
  const file = join(folder, `${(count += 1)}.backup`);
  await writeArchive(file, each(list), at);
  return file;
}
const refusalOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'TAKEN', (error: { code?: string; detail?: string }) => `${error.code} ${error.detail}`);
const change = (name: string, by: (text: string) => string): Member[] => members.map((member) => (member.name === name ? { name, content: Buffer.from(by(member.content.toString())) } : member));
const manifestWith = (by: (manifest: Manifest) => Manifest): Member[] => change(manifestName, (text) => JSON.stringify(by(readManifest(text))));
const vote = 'tables/vote/0001.copy';

describe('a backup that was put together again', () => {
  it('as it was, is taken', async () => {
    expect(await refusalOf(checkBackup(await put(members)))).toBe('TAKEN');
  });

  it.each([
    ['a vote changed', () => change(vote, (text) => text.replace('FOR', 'ABSTAIN')), 'DAMAGED tables/vote'],
    ['a vote taken out', () => change(vote, (text) => text.split('\n').slice(1).join('\n')), 'DAMAGED tables/vote'],
    ['a table left out', () => members.filter(({ name }) => name !== vote), 'DAMAGED tables/vote'],
    ['a table named otherwise', () => members.map((member) => (member.name === vote ? { ...member, name: 'tables/veto/0001.copy' } : member)), 'DAMAGED tables/vote'],
    ['a member more', () => [{ name: 'tables/extra/0001.copy', content: Buffer.from('x') }, ...members], 'DAMAGED tables/extra'],
    ['a member after the end', () => [...members, { name: 'files/data/late', content: Buffer.from('x') }], 'DAMAGED files/data/late après la fin'],
    ['a member of no kind', () => [{ name: '../../etc/passwd', content: Buffer.from('x') }, ...members], 'DAMAGED ../../etc/passwd'],
    ['no manifest', () => members.slice(0, -1), 'DAMAGED manifest.json manque'],
    ['another format', () => change(manifestName, (text) => text.replace('"version": 1', '"version": 2')), 'DAMAGED manifest.json'],
  ] as const)('with %s, is refused and says where', async (_what, altered, refusal) => {
    expect(await refusalOf(checkBackup(await put(altered())))).toBe(refusal);
  });

  it('by a newer version, is refused before anything is touched', async () => {
    const file = await put(manifestWith((manifest) => ({ ...manifest, migrations: [...manifest.migrations, 'Later1999000000099'] })));
    expect(await refusalOf(readWholeBackup(file))).toBe('NEWER_THAN_US Later1999000000099');
  });

  /** Whoever rewrites the hashes too is stopped by the database: what stands in it after loading is compared again. */
  const load = async (list: Member[]): Promise<string> => {
    const [database, file] = [await copyOf(ground), await put(list)];
    try {
      const { manifest } = await checkBackup(file);
      const refusal = await refusalOf(loadRows(database.owner, file, manifest));
      const kept = await asking(database.superuser, 'select from person');
      return `${refusal.replace(/ [\s\S]*/, '')}, ${kept.length === 0 ? 'nothing kept' : 'kept'}`;
    } finally {
      await database.drop();
    }
  };
  const rehashed = (name: string, content: Buffer): Member[] => {
    const tally = new Tally();
    tally.add(content);
    const sum = tally.sum();
    return manifestWith((manifest) => ({ ...manifest, tables: manifest.tables.map((table) => (table.name === name ? { ...table, ...sum } : table)) })).map((member) =>
      member.name === `tables/${name}/0001.copy` ? { ...member, content } : member,
    );
  };

  it('and hashed again: a vote of nobody, a doubled vote, another count of rows keep nothing', async () => {
    const lines = members.find(({ name }) => name === vote)?.content.toString() ?? '';
    const orphan = Buffer.from(lines.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7/g, '01a20000-0000-7'));
    expect(await load(rehashed('vote', orphan))).toBe('23503, nothing kept');
    expect(await load(rehashed('vote', Buffer.from(lines + lines)))).toBe('23505, nothing kept');
    const counted = manifestWith((manifest) => ({ ...manifest, tables: manifest.tables.map((table) => (table.name === 'vote' ? { ...table, rows: table.rows + 1 } : table)) }));
    expect(await load(counted)).toBe('NOT_THE_SAME, nothing kept');
    const columns = manifestWith((manifest) => ({ ...manifest, tables: manifest.tables.map((table) => (table.name === 'vote' ? { ...table, columns: table.columns.slice(1) } : table)) }));
    expect(await load(columns)).toBe('OTHER_COLUMNS, nothing kept');
    expect(await load(members)).toBe('TAKEN, kept');
  });
});
