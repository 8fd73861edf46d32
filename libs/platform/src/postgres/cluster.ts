import { appendFile, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import { run, type Identity } from './identity.js';
import { passwordOf, type Endpoint, type Place } from './place.js';
import { EmbeddedPostgresProblem, saysDiskFull } from './problem.js';

/** The name of the bootstrap superuser: it creates roles and databases, and is unused afterwards. */
export const SUPERUSER = 'postgres';

interface Making {
  readonly binaries: Binaries;
  readonly identity: Identity;
  readonly durable: boolean;
}

/**
 * Makes the data of a server if there are none. They are made in a folder beside and moved in one step, so a kill in the
 * middle, or two starts at once, leave either nothing or a whole cluster.
 * @returns the major version of the data
 * @throws EmbeddedPostgresProblem OTHER_MAJOR, DISK_FULL, UNUSABLE_BINARY
 */
export async function ensureCluster(place: Place, making: Making): Promise<number> {
  const wanted = await majorOf(making);
  const present = await readFile(join(place.clusterDir, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (present === undefined) {
    await sweepUnfinished(place);
    await create(place, making);
    return wanted;
  }
  if (Number(present) !== wanted) throw new EmbeddedPostgresProblem('OTHER_MAJOR', `${place.clusterDir}: ${present.trim()} ≠ ${wanted}`);
  return wanted;
}

async function majorOf({ binaries, identity }: Making): Promise<number> {
  const answer = await run(identity, binaries.postgres, ['--version']);
  const major = Number(/ (\d+)[.\s]/.exec(answer.output)?.[1]);
  if (answer.code !== 0 || !major) throw new EmbeddedPostgresProblem('UNUSABLE_BINARY', answer.output);
  return major;
}

async function create(place: Place, { binaries, identity, durable }: Making): Promise<void> {
  const draft = `${place.clusterDir}.new-${process.pid}`;
  await mkdir(draft, { mode: 0o700 });
  try {
    if (identity.uid !== undefined) await chown(draft, identity.uid, identity.uid);
    const password = (await passwordOf(place)) ? [`--pwfile=${join(place.dataDir, 'postgres.password')}`] : [];
    const made = await run(identity, binaries.initdb, [
      `--pgdata=${draft}`,
      `--username=${SUPERUSER}`,
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      // The socket's folder is closed to other accounts; anything arriving by TCP needs a password.
      '--auth-local=trust',
      '--auth-host=scram-sha-256',
      ...password,
      ...(durable ? [] : ['--no-sync']),
    ]);
    if (made.code !== 0) throw new EmbeddedPostgresProblem(saysDiskFull(made.output) ? 'DISK_FULL' : 'NOT_ANSWERING', made.output);
    await appendFile(join(draft, 'postgresql.conf'), "\ninclude 'passerelle.conf'\n");
    await rename(draft, place.clusterDir).catch((error: NodeJS.ErrnoException) => {
      // Another start was faster: its data are as good as ours.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Removes what starts killed while making a cluster have left. */
async function sweepUnfinished(place: Place): Promise<void> {
  for (const name of await readdir(place.dataDir)) {
    const pid = Number(/^postgres\.new-(\d+)$/.exec(name)?.[1]);
    if (pid && !isAlive(pid)) await rm(join(place.dataDir, name), { recursive: true, force: true });
  }
}

/** True when a process of this number exists (zombies included). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Writes the server's settings, read at start and on reload. Timeouts belong to roles (see roles.ts), so that a long
 * migration is not cut. Without durability (tests) a power cut loses data; a killed process still does not.
 */
export async function writeSettings(place: Place, endpoint: Endpoint, durable: boolean): Promise<void> {
  const onSocket = endpoint.password === undefined;
  const settings: Record<string, string> = {
    listen_addresses: onSocket ? '' : endpoint.host,
    unix_socket_directories: onSocket ? endpoint.host : '',
    unix_socket_permissions: '0700',
    port: String(endpoint.port),
    // A test run opens several houses at once on one server.
    max_connections: durable ? '100' : '250',
    shared_buffers: '64MB',
    max_wal_size: '512MB',
    synchronous_commit: durable ? 'on' : 'off',
    fsync: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    // A test asks most things fewer times than a plan of its own is worth: a quarter of its server's processor.
    ...(durable ? {} : { plan_cache_mode: 'force_generic_plan' }),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  await writeFile(join(place.clusterDir, 'passerelle.conf'), `${lines.join('\n')}\n`, { mode: 0o644 });
}
