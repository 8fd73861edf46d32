import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { EmbeddedServer, Role } from '../libs/platform/src/postgres/index.js';
import type { RunsTestServer, TestServer } from './test-server.js';

type Postgres = typeof import('../libs/platform/src/postgres/index.js');
interface Builder {
  default(): Promise<void>;
}

const run = promisify(execFile);
const TEMPLATE = 'passerelle_template';
const FOLDER = /^passerelle-test-(\d+)$/;
/** A path, not an URL: Jest turns `import()` into `require()` in this file. */
const fromRoot = (path: string) => join(process.cwd(), path);

/**
 * Before the database tests and the stories: one PostgreSQL for the whole run and one migrated database to clone.
 * It runs outside the tests' modules, so it uses what `npm start` uses: the built server, brought up to date first.
 */
export default async function setup(): Promise<void> {
  await ((await import(fromRoot('test/built-setup.mjs'))) as Builder).default();
  const postgres = (await import(fromRoot('dist/libs/platform/src/postgres/index.js'))) as Postgres;
  await sweepKilledRuns(postgres);
  const dataDir = join(tmpdir(), `passerelle-test-${process.pid}`);
  await mkdir(dataDir, { recursive: true });
  const server = await postgres.startEmbeddedPostgres({ dataDir, durable: false });
  (globalThis as RunsTestServer).passerelleTestServer = { server, dataDir };
  await postgres.prepareCluster(server.urlOf('superuser', 'postgres'), TEMPLATE);
  // A failed migration is told by freshDatabase() to each test that needs the schema; the others still run.
  const failure = await migrateTemplate(server).then(() => undefined, (error: unknown) => String(error instanceof Error ? error.stack : error));
  process.env['PASSERELLE_TEST_SERVER'] = JSON.stringify({ ...describe(server, postgres.roles), failure });
}

/** In a process of its own: the house is made of modules that Jest would turn into others here. */
async function migrateTemplate(server: EmbeddedServer): Promise<void> {
  if (!existsSync(join(process.cwd(), 'apps/api/src/migrate.ts'))) return;
  const script = `import { migrate } from ${JSON.stringify(pathToFileURL(fromRoot('dist/apps/api/src/migrate.js')).href)}; await migrate(process.argv[1]);`;
  await run(process.execPath, ['--input-type=module', '-e', script, server.urlOf('owner', TEMPLATE)]);
}

function describe(server: EmbeddedServer, roles: readonly Role[]): TestServer {
  const urls = Object.fromEntries(roles.map((role) => [role, server.urlOf(role, 'DATABASE')])) as Record<Role, string>;
  return { superuser: server.urlOf('superuser', 'DATABASE'), urls, template: TEMPLATE };
}

/** A run killed by force leaves its server and its folder. */
async function sweepKilledRuns({ startEmbeddedPostgres }: Postgres): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(FOLDER.exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    const dataDir = join(tmpdir(), name);
    // Adopted, then stopped. Another run may be sweeping the same folder: it is then already gone.
    if (existsSync(join(dataDir, 'postgres', 'postmaster.pid'))) await startEmbeddedPostgres({ dataDir, durable: false }).then((left) => left.stop(), () => undefined);
    await rm(dataDir, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
