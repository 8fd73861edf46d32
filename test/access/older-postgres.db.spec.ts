import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import pg from 'pg';
import { migrate } from '../../apps/api/src/migrate.js';
import { startPostgres, systemServers, type Running } from '../compose/servers.js';
import type { FreshDatabase } from '../database.js';
import { missingOracle } from '../oracle.js';
import { rowsOf } from './calls.js';
import { grantLines, tablesOf, wallFaults } from './catalogue.js';
import { openGround, type Ground } from './ground.js';
import { departures, linesIn, linesOf, Matrix, type Observed } from './matrix.js';
import { memberSettings, publicTables, seenTables } from './seen-tables.js';
import { Snapshot } from './snapshot.js';
import { Story } from './story.js';

const { postgres: bin, psql } = systemServers();
if (!bin || !psql) missingOracle('the walls on an external PostgreSQL of another major version');
const password = 'a password of this test';
const lineOf = (file: string, line: RegExp): string[] => readFileSync(join(process.cwd(), 'docs', file), 'utf8').split('\n').filter((one) => line.test(one) && !one.startsWith('| table'));

/** A town's own server, prepared by `deploy/roles.sql` and migrated by its owner, who is no superuser. */
async function townServer(folder: string): Promise<{ server: Running; database: FreshDatabase }> {
  const server = await startPostgres(bin ?? '', join(folder, 'postgres'), password);
  const passwords = Object.fromEntries(['APP', 'AUDITOR', 'OWNER', 'QUEUE', 'WORKER'].map((role) => [`${role}_PASSWORD`, password]));
  execFileSync(psql ?? '', ['-h', '127.0.0.1', '-p', String(server.port), '-U', 'postgres', '-d', 'postgres', '-f', 'deploy/roles.sql'], { env: { PATH: process.env['PATH'], PGPASSWORD: password, ...passwords }, stdio: 'pipe' });
  const at = (role: string): string => `postgresql://${role}:${encodeURIComponent(password)}@127.0.0.1:${server.port}/passerelle`;
  const by = (role: string): string => at(`passerelle_${role}`);
  const database = { name: 'passerelle', owner: by('owner'), app: by('app'), worker: by('worker'), auditor: by('auditor'), queue: by('queue'), superuser: at('postgres'), drop: async () => undefined };
  await migrate(database.owner);
  return { server, database };
}

(bin && psql ? describe : describe.skip)('the walls on a town’s own PostgreSQL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-walls-'));
  const open: pg.Client[] = [];
  let server: Running;
  let ground: Ground;
  let snapshot: Snapshot;
  let superuser: pg.Client;
  let app: pg.Client;
  const connect = async (connectionString: string): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString });
    await client.connect();
    open.push(client);
    return client;
  };

  beforeAll(async () => {
    const town = await townServer(folder);
    server = town.server;
    [superuser, app] = [await connect(town.database.superuser), await connect(town.database.app)];
    ground = await openGround({ database: town.database });
  }, 120_000);
  afterAll(async () => {
    await snapshot?.close();
    await ground?.close();
    for (const client of open) await client.end();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('stand, and let each role do what was reviewed, on another major version', async () => {
    const { rows } = await superuser.query<{ major: number }>(`select current_setting('server_version_num')::int / 10000 as major`);
    expect(rows[0]?.major).not.toBe(18);
    expect(await wallFaults(superuser)).toEqual([]);
    const { worker, auditor } = ground.database;
    expect(await grantLines([app, await connect(worker), await connect(auditor)], await tablesOf(superuser))).toEqual(lineOf('access-tables.md', /^\| [a-z_]+ \|/));
  }, 60_000);

  it('planted: a table without its wall, a grant nobody reviewed are seen there too', async () => {
    await superuser.query('alter table vote no force row level security; grant delete on vote to passerelle_app');
    const [faults, [line]] = [await wallFaults(superuser), await grantLines([app], ['vote'])];
    await superuser.query('alter table vote force row level security; revoke delete on vote from passerelle_app');
    expect(faults).toContain('vote: row-level security is not forced');
    expect(line).toContain('delete');
  });

  it('answer every persona as reviewed, and each table shows nothing to others, to nobody, to a request that said nothing', async () => {
    const things = await new Story(ground).play();
    snapshot = await Snapshot.keep(ground.database.superuser);
    const matrix = new Matrix(ground, snapshot);
    const rows = rowsOf(ground.house.app.get(GraphQLSchemaHost).schema).filter(({ name }) => /^(Query\.(minutes|projectSheet|actionPlan|partnership|people|reminders)|Mutation\.(castVote|freezePlan|signMinutes|draftSheet|endMandate))$/.test(name));
    const observed: Observed[] = [];
    for (const row of rows) observed.push(await matrix.observe(row, { partnershipId: ground.partnershipId, parties: ground.parties, things }));
    const names = new Set(rows.map(({ name }) => name));
    const reviewed = linesIn(lineOf('access-matrix.md', /^\|/).filter((line) => names.has(line.split(' | ')[0]?.slice(2) ?? '')).join('\n'));
    expect(departures(reviewed, linesOf(observed))).toEqual([]);
    await matrix.readDoorAgain();
    expect([matrix.leaked, matrix.spilled, matrix.mistaken]).toEqual([[], [], []]);

    const seen = (settings: Readonly<Record<string, string>>): Promise<string[]> => seenTables(snapshot, app, { partnershipId: ground.partnershipId, settings });
    const person = ground.people.get('foreign-C') ?? '';
    expect((await seen(memberSettings(person, ground.partnershipId, ground.parties.own))).length).toBeGreaterThan(25);
    expect(await seen(memberSettings(person, ground.foreignId, ground.foreignId))).toEqual([]);
    expect((await seen({})).filter((name) => !publicTables.includes(name))).toEqual([]);
    await superuser.query('create policy planted on vote for select to passerelle_app using (true)');
    expect(await seen(memberSettings(person, ground.foreignId, ground.foreignId))).toEqual(['vote']);
    await superuser.query('drop policy planted on vote');
  }, 120_000);
});
