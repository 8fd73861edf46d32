import { readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findBinaries } from './binaries.js';
import { ensureCluster, SUPERUSER } from './cluster.js';
import { Guard } from './guard.js';
import { chooseIdentity } from './identity.js';
import { bringUp, servingEndpoint, stopServer, type Engine } from './launch.js';
import { addressOf, placeOf, type Endpoint } from './place.js';
import { EmbeddedPostgresProblem, saysDiskFull } from './problem.js';
import { roleName, type Role } from './roles.js';

/** A PostgreSQL of our own, on this machine, for this process alone. */
export interface EmbeddedServer {
  /** The address of a database for a role; `superuser` serves to prepare the cluster only. */
  urlOf(role: Role | 'superuser', database: string): string;
  /** PostgreSQL's major version. */
  readonly major: number;
  /** Stops the server after the application's last query; data stay. May be called twice. */
  stop(): Promise<void>;
}

/**
 * Serves the data under `dataDir` (made at the first start): adopts a server left by a killed process, else starts one,
 * and starts it again if it dies. `durable: false` gives up survival of a power cut for speed: tests only.
 * @throws EmbeddedPostgresProblem with a sentence for the administrator
 */
export async function startEmbeddedPostgres(wish: { dataDir: string; durable?: boolean }): Promise<EmbeddedServer> {
  try {
    return await start(wish.dataDir, wish.durable ?? true);
  } catch (error) {
    if (error instanceof Error && !(error instanceof EmbeddedPostgresProblem) && saysDiskFull(error.message)) {
      throw new EmbeddedPostgresProblem('DISK_FULL', error.message);
    }
    throw error;
  }
}

/**
 * For a command beside the house: joins the server that runs already, whose owner goes on stopping it, or starts one for the
 * command's own time.
 * @throws EmbeddedPostgresProblem with a sentence for the administrator
 */
export async function joinEmbeddedPostgres(wish: { dataDir: string }): Promise<EmbeddedServer> {
  const place = await placeOf(wish.dataDir);
  const running = await servingEndpoint(place);
  if (!running) return startEmbeddedPostgres(wish);
  const major = Number.parseInt(await readFile(join(place.clusterDir, 'PG_VERSION'), 'utf8'), 10);
  return { major, urlOf: urlsOf(running), stop: async () => undefined };
}

const urlsOf = (endpoint: Endpoint): EmbeddedServer['urlOf'] => (role, database) => addressOf(endpoint, role === 'superuser' ? SUPERUSER : roleName(role), database);

async function start(dataDir: string, durable: boolean): Promise<EmbeddedServer> {
  const binaries = await findBinaries();
  const place = await placeOf(dataDir);
  const identity = await chooseIdentity(binaries, place.dataDir, place.clusterDir);
  const engine: Engine = { place, binaries, identity, durable };
  const major = await ensureCluster(place, engine);
  const endpoint = await bringUp(engine);
  const guard = new Guard(engine, endpoint);
  await guard.hold();
  // Read by `npm run demo:reset`, which must stop whoever serves these data before it removes them.
  const pidFile = join(place.dataDir, 'passerelle.pid');
  await writeFile(pidFile, `${process.pid}\n`);
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    await guard.release();
    await stopServer(engine);
    await rm(pidFile, { force: true });
    if (endpoint.password === undefined) await rmdir(endpoint.host).catch(() => undefined);
  };
  return {
    major,
    urlOf: urlsOf(endpoint),
    stop: () => (stopping ??= stop()),
  };
}
