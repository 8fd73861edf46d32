import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { databaseOf, leafHashOf, linkHashOf } from '#platform';
import { DatabaseEvidence } from '../../apps/api/src/archive/database-evidence.js';
import { migrate } from '../../apps/api/src/migrate.js';
import { migrations } from '../../apps/api/src/migrations/all.js';
import { verify } from '../../apps/api/src/verify/verify.js';
import { emptyDatabase, type FreshDatabase } from '../database.js';

/** A database of the first landed version, with facts and rows that were written before the journal committed to rows. */
let database: FreshDatabase;
let owner: DataSource;
const chain = randomUUID();
const organisation = randomUUID();
const hashes: Buffer[] = [];

async function tellAsBefore(kind: string, data: object): Promise<void> {
  const sequence = String(hashes.length + 1);
  const at = new Date('2026-11-01T10:00:00.250Z');
  const leaf = { chain, sequence, kind, subjectKind: 'partnership', subjectId: chain, data: data as never, personId: null, requestId: 'old', occurredAt: at.toISOString(), recordedAt: at.toISOString() };
  const salt = createHash('md5').update(sequence).digest();
  const leafHash = leafHashOf(salt, leaf);
  const hash = linkHashOf(hashes.at(-1) ?? Buffer.alloc(32), leafHash);
  hashes.push(hash);
  await owner.query(
    `insert into journal (chain, sequence, partnership_id, kind, subject_kind, subject_id, data, request_id, occurred_at, recorded_at, salt, leaf_hash, hash)
     values ($1, $2, $1, $3, 'partnership', $1, $4, 'old', $5, $5, $6, $7, $8)`, [chain, sequence, kind, JSON.stringify(data), at, salt, leafHash, hash]);
  await owner.query('insert into journal_head (chain, sequence, hash) values ($1, $2, $3) on conflict (chain) do update set sequence = excluded.sequence, hash = excluded.hash', [chain, sequence, hash]);
}
const verdict = (): ReturnType<typeof verify> => DatabaseEvidence.over(database.auditor, (evidence) => verify(evidence));

beforeAll(async () => {
  database = await emptyDatabase();
  owner = await databaseOf(database.owner, [], 1).initialize();
  // The landed tables and guards alone; grants follow the list of the present version, at the end.
  const landed = databaseOf(database.owner, [], 1).setOptions({ migrations: migrations.slice(0, 2), migrationsTransactionMode: 'each' });
  await landed.initialize();
  await landed.runMigrations();
  await landed.destroy();
  await owner.query(`insert into territory (id, name, country, zone, locale, currency, hierarchy) values ($1, 'Ville', 'FR', 'Europe/Paris', 'fr', 'EUR', 'x')`, [organisation]);
  await owner.query(`insert into organisation (id, name, kind, territory_id) values ($1, 'Ville', 'MUNICIPALITY', $1)`, [organisation]);
  await owner.query(`insert into partnership (id, name, recorded_at) values ($1, 'Ancien', '2026-11-01T10:00:00.123456Z')`, [chain]);
  await owner.query(`insert into party (partnership_id, id, organisation_id, short_name, president_title, president_title_ar, place) values ($1, $2, $2, 'Ville', 'Maire', 'عمدة', 1)`, [chain, organisation]);
  await tellAsBefore('PartnershipOpened', { name: 'Ancien', parties: [organisation] });
  await tellAsBefore('MeetingCancelled', { reason: 'Une raison en toutes lettres', at: '2026-11-01T10:00:00.250Z' });
  await migrate(database.owner);
}, 120_000);
afterAll(async () => {
  await owner.destroy();
  await database.drop();
});

describe('a journal of the first landed version', () => {
  it('verifies as it stands, its rows adopted by the chain', async () => {
    expect(await verdict()).toMatchObject({ facts: 3, findings: [], heads: [{ chain, sequence: '3' }] });
    expect(await owner.query('select sequence::int, format from journal order by sequence')).toEqual([{ sequence: 1, format: 1 }, { sequence: 2, format: 1 }, { sequence: 3, format: 2 }]);
  });

  it('shows from then on what happens to its rows and to its first facts', async () => {
    await owner.query('alter table journal disable trigger user; alter table party disable trigger user');
    await owner.query(`update party set short_name = 'Autre'`);
    await owner.query(`update journal set data = jsonb_set(data, '{reason}', '"Une autre"') where sequence = 2`);
    expect((await verdict()).findings).toEqual([{ code: 'CHANGED', where: `journal ${chain} n° 2` }, { code: 'ROW_CHANGED', where: `party ${chain} ${organisation}` }]);
  });
});
