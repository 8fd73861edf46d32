import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { SystemClock } from '#platform';
import { emptyDatabase, type FreshDatabase } from '../../../../test/database.js';
import { earlierVersions, oldDatabase } from '../../../../test/upgrade/old-database.js';
import { asking } from '../../../../test/upgrade/rows.js';
import { migrate } from '../migrate.js';
import { backupHouse } from './backup-house.js';
import { readWholeBackup, restoreHouse } from './restore-house.js';

jest.setTimeout(900_000);

/** Ten partnerships for ten years with SOAK=1, for five weeks otherwise: what is measured goes to `docs/backup.md`. */
const years = process.env['SOAK'] === '1' ? 10 : 0.1;
const partnerships = 10;
const perYear = { facts: 1_000, reminders: 800, letters: 0, documents: 6 };
/** A signed PV with its annexes, which compresses badly. */
const documentBytes = 300_000;
const clock = new SystemClock();

let lived: FreshDatabase;
let folder: string;

/** Rows of the sizes that matter; guards and chains sleep, since only their weight is measured. */
async function fill(database: FreshDatabase): Promise<void> {
  const client = new pg.Client({ connectionString: database.superuser });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    const times = (n: number): number => Math.round(n * years * partnerships);
    await client.query(
      `insert into journal select (jsonb_populate_record(j, jsonb_build_object('chain', gen_random_uuid(), 'sequence', n, 'subject_id', gen_random_uuid()))).*
       from generate_series(1, $1::int) n, lateral (select journal as j from journal order by journal.sequence limit 1) one`, [times(perYear.facts)]);
    await client.query(
      `insert into reminder select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'object_id', gen_random_uuid(), 'message_id', n || '@x'))).*
       from generate_series(1, $1::int) n, lateral (select reminder as r from reminder limit 1) one`, [times(perYear.reminders)]);
    await client.query(
      `insert into blob select b.partnership_id, md5(n::text) || md5('x' || n), 'application/pdf',
              (select decode(string_agg(md5(n::text || m), ''), 'hex') from generate_series(1, $2::int) m), now()
       from generate_series(1, $1::int) n, lateral (select partnership_id from blob limit 1) b`, [times(perYear.documents), documentBytes / 16]);
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-decade-'));
  lived = await oldDatabase(earlierVersions[0]!);
  await migrate(lived.owner);
  await fill(lived);
});
afterAll(async () => {
  await lived?.drop();
  await rm(folder, { recursive: true, force: true });
});

const timed = async <T>(work: () => Promise<T>): Promise<{ seconds: number; value: T }> => {
  const begun = clock.now().getTime();
  const value = await work();
  return { seconds: (clock.now().getTime() - begun) / 1000, value };
};

describe(`${partnerships} partnerships, ${years} years`, () => {
  it('are backed up and restored in flat memory; the figures are printed', async () => {
    const file = join(folder, 'decade.backup');
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50);
    const made = await timed(() => backupHouse({ ownerUrl: lived.owner, file, at: clock.now(), publicUrl: 'https://passerelle.example', demo: true, files: [] }));
    const target = await emptyDatabase();
    try {
      const put = await timed(async () => restoreHouse(target.owner, file, await readWholeBackup(file)));
      clearInterval(watch);
      const rows = made.value.tables.reduce((sum, table) => sum + table.rows, 0);
      const [{ size } = { size: 0 }] = await asking<{ size: number }>(lived.superuser, 'select pg_database_size(current_database())::float8 as size');
      const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
      console.info(
        `${partnerships} partnerships, ${years} years: ${rows} rows, database ${megabytes(size)}, file ${megabytes((await stat(file)).size)}; ` +
          `backup ${made.seconds.toFixed(1)} s, restore ${put.seconds.toFixed(1)} s, memory +${megabytes(peak - before)}`,
      );
      const counted = await asking<{ n: number }>(target.superuser, 'select count(*)::int as n from blob');
      expect(counted[0]?.n).toBe(made.value.tables.find(({ name }) => name === 'blob')?.rows);
      expect(put.value.epoch).toBe(1);
    } finally {
      clearInterval(watch);
      await target.drop();
    }
  });
});
