import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Work } from '#platform';
import { ctxOf } from '../../../../../test/world/ctx.js';
import { openDemoHouse, type Client, type DemoHouse } from '../../../../../test/world/demo-house.js';
import { DatabaseEvidence } from '../../archive/database-evidence.js';
import { verify } from '../../verify/verify.js';
import { EraseMyData } from './erase-my-data.js';
import { personalTables } from './personal-columns.js';

let demo: DemoHouse;
beforeAll(async () => {
  demo = await openDemoHouse({ clock: '2026-11-23T10:00' });
}, 120_000);
afterAll(() => demo?.close());

async function look<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: demo.database.superuser });
  await client.connect();
  return client.query<Row>(sql, values).then((answer) => answer.rows).finally(() => client.end());
}
const personOf = async (address: string): Promise<string> => (await look<{ id: string }>('select id from person where mail_address = $1', [address]))[0]!.id;

type Tables = Record<string, Record<string, unknown>[]>;
const exportOf = async (client: Client): Promise<Tables> => (JSON.parse((await client.ask<{ myDataExport: string }>('{ myDataExport }')).myDataExport) as { tables: Tables }).tables;

/** Everything that decides or proves: unchanged, byte for byte, by an erasure. */
const kept = ['vote', 'signature', 'minutes', 'minutes_version', 'mandate', 'seat', 'decision', 'ballot', 'reading', 'project_sheet', 'project_sheet_version', 'step_up'];
async function standing(): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const table of kept) hashes[table] = (await look<{ hash: string }>(`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${table} t`))[0]!.hash;
  return hashes;
}
const journal = () => look<{ chain: string; sequence: string; hash: Buffer }>(`select chain, sequence::text, encode(hash, 'hex') as hash from journal order by chain, journal.sequence`);

/** What the offline verification, which shares no code with the journal, finds in the whole database. */
const anomalies = () => DatabaseEvidence.over(demo.database.auditor, async (evidence) => (await verify(evidence, [])).findings);

describe('the export of one’s own data', () => {
  it('holds every tagged column, of her own rows and nobody else’s', async () => {
    const tables = await exportOf(await demo.as('maire'));
    const maire = await personOf('maire@villeneuve-la-garenne.example');
    for (const { table, person, personal } of personalTables) {
      const rows = await look<Record<string, unknown>>(`select * from ${table} where "${person}" = $1`, [maire]);
      expect({ table, rows: tables[table]?.length }).toEqual({ table, rows: rows.length });
      for (const row of tables[table] ?? []) expect(Object.keys(row).sort()).toEqual([...personal].sort());
      for (const row of tables[table] ?? []) expect(row[person]).toBe(maire);
    }
    expect(tables['signature']?.length).toBeGreaterThan(0);
    expect(tables['vote']?.length).toBeGreaterThan(0);
    expect(JSON.stringify(tables)).toContain('maire@villeneuve-la-garenne.example');
    expect(JSON.stringify(tables)).not.toContain('@tiznit.example');
  });

  it('holds no secret: no token, no hash of one, no key', async () => {
    const columns = personalTables.flatMap(({ table, personal }) => personal.map((column) => `${table}.${column}`));
    expect(columns.filter((column) => /token|hash|public_key|salt|credential|challenge|assertion/.test(column.split('.')[1]!))).toEqual([]);
  });

  it('is closed to strangers', async () => {
    const response = await fetch(`${demo.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ myDataExport }' }) });
    expect(JSON.stringify(await response.json())).toContain('SIGN_IN_REQUIRED');
  });
});

describe('erasing one’s own data', () => {
  it('waits for the word, for a fresh proof, and for the office to end', async () => {
    const technician = await demo.as('technicienne');
    expect(await technician.act('eraseMyData', { word: 'effacer' })).toMatchObject({ code: 'ERASE_WORD_MISSING' });
    expect(await technician.act('eraseMyData', { word: 'EFFACER' })).toMatchObject({ code: 'ERASE_OFFICE_HELD', source: { reference: 'RGPD, art. 17, 3' } });
    const personId = await personOf('technicienne@villeneuve-la-garenne.example').catch(async () => (await look<{ id: string }>('select person_id as id from session order by started_at desc limit 1'))[0]!.id);
    const stale = ctxOf({ personId, stepUpAt: new Date(0) });
    expect(await new EraseMyData(demo.house.app.get(Work)).run(stale, { word: 'EFFACER' })).toMatchObject({ code: 'STEP_UP_REQUIRED' });
  });

  it('takes what opens doors and tells of devices; leaves votes, signed PV and the chain as they were', async () => {
    const maire = await demo.as('maire');
    const personId = await personOf('maire@villeneuve-la-garenne.example');
    const [acts, before, chain] = [(await maire.ask<{ myData: { acts: number } }>('{ myData { acts } }')).myData.acts, await standing(), await journal()];
    await look(`update mandate set "until" = '2026-11-01' where person_id = $1 and "until" is null`, [personId]);
    before['mandate'] = (await standing())['mandate']!;
    expect(acts).toBeGreaterThan(0);
    const found = await anomalies();

    expect(await maire.act('eraseMyData', { word: 'EFFACER' })).toMatchObject({ __typename: 'MyDataErased' });

    expect(await standing()).toEqual(before);
    expect(await anomalies()).toEqual(found);
    expect(found.filter((one) => !JSON.stringify(one).includes('mandate'))).toEqual([]);
    const after = await journal();
    expect(after.filter(({ chain: of, sequence }) => chain.some((one) => one.chain === of && one.sequence === sequence))).toEqual(chain);
    expect(after.length).toBe(chain.length + 1);
    expect(await look('select display_name, mail_address from person where id = $1', [personId])).toEqual([{ display_name: expect.stringContaining('aire'), mail_address: `efface-${personId}@passerelle.invalid` }]);
    for (const { table, person } of personalTables.filter(({ onErasure }) => onErasure === 'ERASE')) expect({ table, left: await look(`select * from ${table} where "${person}" = $1`, [personId]) }).toEqual({ table, left: [] });
    expect(await look(`select 1 from session where person_id = $1 and (ended_at is null or browser is not null or platform is not null)`, [personId])).toEqual([]);
    await expect(maire.ask('{ myData { acts } }')).rejects.toThrow();
    const everything = await Promise.all(personalTables.filter(({ onErasure }) => onErasure !== 'KEEP').map(({ table }) => look(`select t::text as text from ${table} t`)));
    expect(JSON.stringify(everything)).not.toContain('maire@villeneuve-la-garenne.example');
  });

  it('keeps the last administrator until another is named', async () => {
    const admin = (await look<{ id: string }>(`insert into person (id, display_name, mail_address, language, recorded_at) values (gen_random_uuid(), 'Admin', 'admin@ville.example', 'fr', now()) returning id`))[0]!.id;
    await look('insert into instance_admin (person_id, since) values ($1, now())', [admin]);
    const erase = () => new EraseMyData(demo.house.app.get(Work)).run(ctxOf({ personId: admin, stepUpAt: demo.house.machineNow() }), { word: 'EFFACER' });
    expect(await erase()).toMatchObject({ code: 'ERASE_LAST_ADMIN' });
    const other = (await look<{ id: string }>(`insert into person (id, display_name, mail_address, language, recorded_at) values (gen_random_uuid(), 'Autre', 'autre@ville.example', 'fr', now()) returning id`))[0]!.id;
    await look('insert into instance_admin (person_id, since) values ($1, now())', [other]);
    expect(await erase()).toMatchObject({ refused: false });
    expect(await look('select display_name from person where id = $1', [admin])).toEqual([{ display_name: 'Personne effacée' }]);
  });
});
