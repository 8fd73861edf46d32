import { spawnSync } from 'node:child_process';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshDatabase } from '../database.js';

type ReadCatalog = (client: pg.Client) => Promise<string>;

const PATIENCE_MS = 120_000;
let paper: string;

function print(...words: string[]): { code: number | null; said: string } {
  const ended = spawnSync(process.execPath, ['scripts/print.mjs', '--into', paper, ...words], { encoding: 'utf8' });
  return { code: ended.status, said: ended.stdout + ended.stderr };
}

describe('the printed faces', () => {
  beforeAll(async () => {
    paper = await mkdtemp(join(tmpdir(), 'passerelle-print-spec-'));
    expect(print()).toEqual({ code: 0, said: expect.stringContaining('printed faces written') });
  }, PATIENCE_MS);
  afterAll(() => rm(paper, { recursive: true, force: true }));

  it('are the same when nothing changed, and say the schema that is served', async () => {
    expect(print('--check')).toMatchObject({ code: 0 });
    expect(await readFile(join(paper, 'schema.graphql'), 'utf8')).toMatch(/union SignMinutesAnswer = Minutes \| Refused|union SignMinutesAnswer = Refused \| Minutes/);
    expect(await readFile(join(paper, 'schema.sql'), 'utf8')).not.toContain('bullmq');
    expect(await readFile(join(paper, 'apps/api/src/samples/mails/SIGN_IN_CODE.ar.txt'), 'utf8')).toContain('482913');
  }, PATIENCE_MS);

  it('tell a line that drifted, a page nobody prints, and what to do', async () => {
    const sql = join(paper, 'schema.sql');
    const kept = await readFile(sql, 'utf8');
    await writeFile(sql, kept.replace('alter table minutes force row level security;\n', ''));
    await writeFile(join(paper, 'apps/api/src/samples/documents/forgotten.yaml'), 'left behind');
    await appendFile(join(paper, 'schema.graphql'), '# by hand\n');
    const { code, said } = print('--check');
    expect(code).toBe(1);
    expect(said).toMatch(/schema\.sql:\d+: drift/);
    expect(said).toContain('now:       alter table minutes force row level security;');
    expect(said).toMatch(/schema\.graphql:\d+: drift/);
    expect(said).toContain('apps/api/src/samples/documents/forgotten.yaml: printed by nobody any more');
    expect(said).toContain('npm run print');
  }, PATIENCE_MS);
});

describe('the catalogue', () => {
  const plant = async (defect: string): Promise<[before: string, after: string]> => {
    const { readCatalog } = (await import(pathToFileURL(join(process.cwd(), 'scripts/print/catalog.mjs')).href)) as { readCatalog: ReadCatalog };
    const database = await freshDatabase();
    const client = new pg.Client({ connectionString: database.owner });
    await client.connect();
    try {
      const before = await readCatalog(client);
      await client.query(defect);
      return [before, await readCatalog(client)];
    } finally {
      await client.end();
      await database.drop();
    }
  };

  it.each([
    ['a policy', 'drop policy minutes_app_select on minutes'],
    ['a grant', 'grant delete on signature to passerelle_app'],
    ['a grant on one column', 'revoke update (active) on axis from passerelle_app'],
    ['row-level security itself', 'alter table journal no force row level security'],
    ['a trigger', 'drop trigger signature_for_ever on signature'],
    ['a function', `create or replace function refuse_change() returns trigger language plpgsql as $$ begin return new; end $$`],
    ['a door', 'grant execute on function seats_of_person(uuid) to public'],
    ['a constraint', 'alter table minutes drop constraint minutes_executory_has_instant'],
    ['an index', 'drop index journal_by_subject'],
    ['a column', 'alter table partnership add column colour text'],
    ['a default', 'alter table axis alter column active set default true'],
  ])('shows %s that changed', async (_what, defect) => {
    const [before, after] = await plant(defect);
    expect(after).not.toBe(before);
  });

  it('refuses to leave out what it cannot print', async () => {
    await expect(plant('create view quiet as select 1 as one')).rejects.toThrow('does not know how to print quiet');
  });
});
