import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startPostgres, systemServers, type Running } from '../../../../test/compose/servers.js';
import { emptyDatabase, type FreshDatabase } from '../../../../test/database.js';
import { missingOracle } from '../../../../test/oracle.js';
import { earlierVersions, oldDatabase } from '../../../../test/upgrade/old-database.js';
import { asking, differences, rowsOf } from '../../../../test/upgrade/rows.js';
import { migrate } from '../migrate.js';
import { backupHouse } from './backup-house.js';
import { readWholeBackup, restoreHouse } from './restore-house.js';

jest.setTimeout(180_000);

const { postgres: bin, psql } = systemServers();
if (!bin || !psql) missingOracle('backup and restore over an external PostgreSQL of another major version');

const password = 'a password of this test';
const ofTheRestore = ['epoch', 'journal', 'journal_head', 'outbox'];

(bin && psql ? describe : describe.skip)('over a town’s own PostgreSQL, by the roles of deploy/roles.sql', () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-external-'));
  let server: Running;
  let lived: FreshDatabase;
  const urlOf = (role: string): string => `postgresql://${role}:${encodeURIComponent(password)}@127.0.0.1:${server.port}/passerelle`;
  const backUp = (ownerUrl: string, name: string) =>
    backupHouse({ ownerUrl, file: join(folder, name), at: new Date('2026-11-22T09:00:00Z'), publicUrl: 'https://passerelle.example', demo: true, files: null });

  beforeAll(async () => {
    server = await startPostgres(bin ?? '', join(folder, 'postgres'), password);
    const passwords = Object.fromEntries(['APP', 'AUDITOR', 'OWNER', 'QUEUE', 'WORKER'].map((role) => [`${role}_PASSWORD`, password]));
    execFileSync(psql ?? '', ['-h', '127.0.0.1', '-p', String(server.port), '-U', 'postgres', '-d', 'postgres', '-f', 'deploy/roles.sql'], {
      env: { PATH: process.env['PATH'], PGPASSWORD: password, ...passwords },
      stdio: 'pipe',
    });
    lived = await oldDatabase(earlierVersions[0]!);
    await migrate(lived.owner);
  });
  afterAll(async () => {
    await lived?.drop();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('an embedded instance moves there, and back, row by row; the owner is no superuser and passes over nothing', async () => {
    const superuser = urlOf('postgres');
    expect(await asking(superuser, `select rolsuper or rolbypassrls as powerful from pg_roles where rolname = 'passerelle_owner'`)).toEqual([{ powerful: false }]);
    const there = await backUp(lived.owner, 'to-the-town');
    expect(await restoreHouse(urlOf('passerelle_owner'), join(folder, 'to-the-town'), await readWholeBackup(join(folder, 'to-the-town')))).toMatchObject({ epoch: 1 });
    const moved = await rowsOf(superuser);
    expect(differences(await rowsOf(lived.superuser), moved).filter((line) => !ofTheRestore.includes(line.split(/[: ]/)[0]!))).toEqual([]);

    const here = await backUp(urlOf('passerelle_owner'), 'back-home');
    const [{ major } = { major: '' }] = await asking<{ major: string }>(superuser, `select (current_setting('server_version_num')::int / 10000)::text as major`);
    expect([there.postgres === major, here.postgres]).toEqual([major === '18', major]);
    const home = await emptyDatabase();
    try {
      expect(await restoreHouse(home.owner, join(folder, 'back-home'), await readWholeBackup(join(folder, 'back-home')))).toMatchObject({ epoch: 2 });
      expect(differences(moved, await rowsOf(home.superuser)).filter((line) => !ofTheRestore.includes(line.split(/[: ]/)[0]!))).toEqual([]);
    } finally {
      await home.drop();
    }
  });
});
