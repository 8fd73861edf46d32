import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '../database.js';
import { grantLines, tablesOf, wallFaults } from './catalogue.js';

const page = join(process.cwd(), 'docs/access-tables.md');
const words = `# Which role may do what to a table
Found by trying, table by table, as each role; \`test/access/walls.db.spec.ts\` compares this page with what it finds, on every PostgreSQL it meets. Whose rows: row-level security,
\`apps/api/src/migrations/access.ts\`. To review a change: \`ACCESS_MATRIX=write\` before the test writes the page; read the diff, then commit it.

| table | app | worker | auditor |
|---|---|---|---|
`;

let database: FreshDatabase;
const open: pg.Client[] = [];
async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  open.push(client);
  return client;
}
let superuser: pg.Client;
let owner: pg.Client;
let lines: string[];
beforeAll(async () => {
  database = await freshDatabase();
  superuser = await connect(database.superuser);
  owner = await connect(database.owner);
  lines = await grantLines([await connect(database.app), await connect(database.worker), await connect(database.auditor)], await tablesOf(superuser));
});
afterAll(async () => {
  for (const client of open) await client.end();
  await database.drop();
});

const verbs = (role: 'app' | 'worker' | 'auditor', pattern: RegExp): string[] =>
  lines.map((line) => line.split(' | ')).filter(([table = '']) => pattern.test(table.slice(2))).map((cells) => (cells[['app', 'worker', 'auditor'].indexOf(role) + 1] ?? '').replace(/ \|$/, ''));

describe('the walls', () => {
  it('stand around every table', async () => {
    expect(await wallFaults(superuser)).toEqual([]);
  });

  it('let each role do what was reviewed', () => {
    if (process.env['ACCESS_MATRIX'] === 'write') writeFileSync(page, `${words}${lines.join('\n')}\n`);
    expect(existsSync(page) ? readFileSync(page, 'utf8').split('\n').filter((line) => /^\| [a-z_]+ \|/.test(line) && !line.startsWith('| table')) : []).toEqual(lines);
  });

  it('let the auditor read and nothing else, and nobody empty a table', () => {
    expect(new Set(verbs('auditor', /./))).toEqual(new Set(['select']));
    expect(lines.filter((line) => line.includes('truncate'))).toEqual([]);
  });

  it('let neither requests nor the worker change or remove an act or a fact', () => {
    const forEver = /^(journal|signature|project_sheet_version|project_sheet_validation|project_sheet_revision)$/;
    for (const role of ['app', 'worker'] as const) for (const held of verbs(role, forEver)) expect(held).not.toMatch(/update|delete/);
    for (const role of ['app', 'worker'] as const) for (const held of verbs(role, /^(vote|ballot|decision|minutes|minutes_version|meeting|attendance|reading|mandate)$/)) expect(held).not.toContain('delete');
  });

  it('refuse a change of an act even to the owner of the tables', async () => {
    for (const table of ['journal', 'signature', 'project_sheet_version', 'project_sheet_revision']) {
      const { rows } = await owner.query<{ n: string }>(`select count(*) as n from pg_trigger where tgrelid = $1::regclass and tgfoid = 'refuse_change()'::regprocedure and tgenabled = 'O'`, [table]);
      expect([table, Number(rows[0]?.n)]).toEqual([table, expect.any(Number)]);
      expect(Number(rows[0]?.n)).toBeGreaterThan(0);
    }
  });
});

describe('the checker of the walls', () => {
  const plants: readonly (readonly [what: string, by: 'owner' | 'superuser', sql: string, undo: string, found: string])[] = [
    ['a table without row-level security', 'owner', 'create table planted (id uuid primary key)', 'drop table planted', 'planted: row-level security is not forced'],
    ['row-level security not forced', 'owner', 'alter table vote no force row level security', 'alter table vote force row level security', 'vote: row-level security is not forced'],
    ['a view with its owner’s eyes', 'owner', 'create view planted as select * from vote', 'drop view planted', 'planted: a view that reads with its owner’s eyes'],
    ['a key without the partnership first', 'owner', 'create table planted (id uuid primary key, partnership_id uuid)', 'drop table planted', 'planted: the partnership is not first in its key'],
    ['a foreign key that forgets the partnership', 'superuser', 'create table planted (partnership_id uuid, id uuid, party uuid unique, primary key (partnership_id, id)); create table planted_child (partnership_id uuid, id uuid primary key, party uuid references planted (party))', 'drop table planted_child; drop table planted', 'planted_child: its key planted_child_party_fkey to planted forgets the partnership'],
    ['a policy for everyone', 'owner', 'create policy planted on vote using (true)', 'drop policy planted on vote', 'vote: a policy for everyone (planted)'],
    ['a door open to everyone', 'owner', 'create function planted() returns int language sql security definer as $$ select 1 $$', 'drop function planted()', 'planted: a door that runs as its owner, without a fixed search_path or open to everyone'],
    ['a role above the walls', 'superuser', 'alter role passerelle_queue bypassrls', 'alter role passerelle_queue nobypassrls', 'passerelle_queue: a role above the walls'],
  ];
  it.each(plants.map(([what, by, sql, undo, found]) => ({ what, by, sql, undo, found })))('planted: $what', async ({ by, sql, undo, found }) => {
    const hand = by === 'owner' ? owner : superuser;
    await hand.query(sql);
    const faults = await wallFaults(superuser);
    await hand.query(undo);
    expect(faults).toContain(found);
  });

  it('planted: a grant nobody reviewed changes its line', async () => {
    await owner.query('grant delete on vote to passerelle_app');
    const [line] = await grantLines([open[2] as pg.Client], ['vote']);
    await owner.query('revoke delete on vote from passerelle_app');
    expect(line).toContain('delete');
  });
});
