import { readFile, rename, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Binaries } from './binaries.js';
import { SUPERUSER, writeSettings } from './cluster.js';
import { clearStale, holdersOf, readPidFile } from './holders.js';
import { run, type Identity } from './identity.js';
import { addressOf, endpointFor, passwordOf, type Endpoint, type Place } from './place.js';
import { EmbeddedPostgresProblem, saysDiskFull } from './problem.js';

/** Everything needed to start, or start again, one cluster. */
export interface Engine {
  readonly place: Place;
  readonly binaries: Binaries;
  readonly identity: Identity;
  readonly durable: boolean;
}

type Sign = 'serving' | 'busy' | 'silent';

const ATTEMPTS = 60;
const PAUSE_MS = 250;
/** After this many silent attempts a server that holds the data but answers nobody is asked to stop (3 s). */
const PATIENCE = 12;
const LOG_LIMIT_BYTES = 10_000_000;

/**
 * Adopts the server that already serves these data, or starts one. Waits for a killed server to be reaped and for a
 * recovering one to finish.
 * @throws EmbeddedPostgresProblem DISK_FULL, NOT_ANSWERING
 */
export async function bringUp(engine: Engine): Promise<Endpoint> {
  let silent = 0;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const running = await endpointOfRunning(engine.place);
    const sign = running ? await ask(running, engine.place) : 'silent';
    if (running && sign === 'serving') return adopted(engine, running);
    if (sign === 'silent') {
      const started = await startOnce(engine);
      if (started) return started;
      silent += 1;
      if (silent === PATIENCE) await endSilentOnes(engine);
    }
    await sleep(PAUSE_MS);
  }
  throw new EmbeddedPostgresProblem('NOT_ANSWERING', await logSince(engine.place, 0));
}

/** The server that already serves these data, when one does: nothing is started, adopted or changed. */
export async function servingEndpoint(place: Place): Promise<Endpoint | undefined> {
  const running = await endpointOfRunning(place);
  return running && (await ask(running, place)) === 'serving' ? running : undefined;
}

/** Stops the server: open transactions are rolled back, connections closed; by force if it does not obey in 20 s. */
export async function stopServer({ place, binaries, identity }: Engine): Promise<void> {
  const stop = (mode: string) => run(identity, binaries.pgCtl, ['stop', `--pgdata=${place.clusterDir}`, '--wait', '--timeout=20', `--mode=${mode}`]);
  const fast = await stop('fast');
  if (fast.code !== 0 && (await readPidFile(place))) await stop('immediate');
}

/**
 * Something holds the data and answers nobody. A postmaster that lost its socket is asked to stop; processes whose
 * postmaster was killed, busy in a long query, are ended: their work can no longer be committed. The pid file alone is
 * never believed: its number may be a stranger's by now.
 */
async function endSilentOnes(engine: Engine): Promise<void> {
  const holders = (await holdersOf(engine.place)) ?? [];
  const postmaster = (await readPidFile(engine.place))?.pid;
  if (postmaster !== undefined && holders.includes(postmaster)) return stopServer(engine);
  for (const pid of holders) {
    try {
      process.kill(pid, 'SIGQUIT');
    } catch {
      // Gone meanwhile: that is what we wait for.
    }
  }
}

async function startOnce(engine: Engine): Promise<Endpoint | undefined> {
  const { place, binaries, identity, durable } = engine;
  const endpoint = await endpointFor(place, identity);
  if (!(await clearStale(place, endpoint))) return undefined;
  await writeSettings(place, endpoint, durable);
  const before = await turnLog(place);
  const started = await run(identity, binaries.pgCtl, ['start', `--pgdata=${place.clusterDir}`, `--log=${place.logFile}`, '--wait', '--timeout=60', '--silent']);
  if (started.code === 0 && (await ask(endpoint, place)) === 'serving') return endpoint;
  const said = started.output + (await logSince(place, before));
  if (saysDiskFull(said)) throw new EmbeddedPostgresProblem('DISK_FULL', said);
  if (/already exists|already in use|still in use|another postmaster|lock file/i.test(said)) return undefined;
  throw new EmbeddedPostgresProblem('NOT_ANSWERING', said);
}

async function endpointOfRunning(place: Place): Promise<Endpoint | undefined> {
  const file = await readPidFile(place);
  if (!file) return undefined;
  const password = await passwordOf(place);
  return password === undefined ? { host: file.socketDir, port: file.port } : { host: '127.0.0.1', port: file.port, password };
}

/** An adopted server may have been started with other settings: those that can change while it runs are applied. */
async function adopted(engine: Engine, running: Endpoint): Promise<Endpoint> {
  await writeSettings(engine.place, running, engine.durable);
  await withSuperuser(running, (client) => client.query('select pg_reload_conf()'));
  return running;
}

async function ask(endpoint: Endpoint, place: Place): Promise<Sign> {
  try {
    return await withSuperuser(endpoint, async (client) => {
      const answer = await client.query<{ data_directory: string }>('show data_directory');
      return answer.rows[0]?.data_directory === place.clusterDir ? 'serving' : 'silent';
    });
  } catch (error) {
    // 57P03: it is starting, recovering or shutting down; 53300: all its connections are taken.
    return ['57P03', '53300'].includes((error as { code?: string }).code ?? '') ? 'busy' : 'silent';
  }
}

async function withSuperuser<T>(endpoint: Endpoint, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: addressOf(endpoint, SUPERUSER, 'postgres'), connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The last lines written after a position in bytes: older lines speak of older troubles. */
async function logSince(place: Place, position: number): Promise<string> {
  const log = await readFile(place.logFile).catch(() => Buffer.alloc(0));
  return log.subarray(position).toString().split('\n').slice(-15).join('\n');
}

/** Keeps one older log, so that an unattended server never fills the disk with its own diary. Returns the log's size. */
async function turnLog(place: Place): Promise<number> {
  const size = (await stat(place.logFile).catch(() => undefined))?.size ?? 0;
  if (size <= LOG_LIMIT_BYTES) return size;
  await rename(place.logFile, `${place.logFile}.1`);
  return 0;
}
