import { createHash, randomBytes } from 'node:crypto';
import { chmod, chown, lstat, mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Identity } from './identity.js';
import { EmbeddedPostgresProblem } from './problem.js';

/** Where one embedded server lives on this machine. */
export interface Place {
  readonly dataDir: string;
  readonly clusterDir: string;
  readonly logFile: string;
}

/** How to reach it: a private Unix socket, or on Windows the loopback with a password. */
export interface Endpoint {
  /** The socket's folder, or 127.0.0.1. */
  readonly host: string;
  readonly port: number;
  readonly password?: string;
}

const onWindows = process.platform === 'win32';
/** A socket's path is at most 103 bytes on macOS, 107 on Linux; `/.s.PGSQL.5432` takes 14. */
const LONGEST_FOLDER = 88;

/** The data folder (made if absent, private) with its real path, so that two spellings of it are one place. */
export async function placeOf(dataDir: string): Promise<Place> {
  await mkdir(resolve(dataDir), { recursive: true, mode: 0o700 });
  const real = await realpath(resolve(dataDir));
  return { dataDir: real, clusterDir: join(real, 'postgres'), logFile: join(real, 'postgres', 'server.log') };
}

/**
 * A fresh endpoint for a server about to start: a private folder under the system's temporary folder, named after the
 * data folder because a project's own path may be longer than a socket allows.
 * @throws EmbeddedPostgresProblem SOCKET_DIR_UNSAFE when someone else put a folder there first.
 */
export async function endpointFor(place: Place, identity: Identity): Promise<Endpoint> {
  if (onWindows) return { host: '127.0.0.1', port: await freePort(), password: await passwordOf(place) };
  const name = `passerelle-${createHash('sha256').update(place.dataDir).digest('hex').slice(0, 16)}`;
  const preferred = join(await realpath(tmpdir()), name);
  const folder = preferred.length <= LONGEST_FOLDER ? preferred : join('/tmp', name);
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const seen = await lstat(folder);
  const allowed = [process.getuid?.(), identity.uid].filter((uid) => uid !== undefined);
  if (!seen.isDirectory() || !allowed.includes(seen.uid)) throw new EmbeddedPostgresProblem('SOCKET_DIR_UNSAFE', folder);
  await chmod(folder, 0o700);
  if (identity.uid !== undefined) await chown(folder, identity.uid, identity.uid);
  return { host: folder, port: 5432 };
}

/** The password of a server reached by TCP (Windows), kept beside the data; undefined where the socket's folder protects it. */
export async function passwordOf(place: Place): Promise<string | undefined> {
  if (!onWindows) return undefined;
  const file = join(place.dataDir, 'postgres.password');
  await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return (await readFile(file, 'utf8')).trim();
}

/** The address of one database for one role, in the form node-postgres, TypeORM, BullMQ and libpq all read. */
export function addressOf(endpoint: Endpoint, role: string, database: string): string {
  if (endpoint.password === undefined) return `postgresql://${role}@localhost/${database}?host=${encodeURIComponent(endpoint.host)}&port=${endpoint.port}`;
  return `postgresql://${role}:${endpoint.password}@${endpoint.host}:${endpoint.port}/${database}`;
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolvePort(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
