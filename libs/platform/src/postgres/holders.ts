import { execFile } from 'node:child_process';
import { readdir, readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Endpoint, Place } from './place.js';

/** What a running (or killed) postmaster wrote about itself. */
export interface PidFile {
  readonly pid: number;
  readonly port: number;
  readonly socketDir: string;
}

/** Reads postmaster.pid; undefined when absent or not yet whole. */
export async function readPidFile(place: Place): Promise<PidFile | undefined> {
  const lines = (await readFile(join(place.clusterDir, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid && port ? { pid, port, socketDir: lines[4] ?? '' } : undefined;
}

/**
 * The processes that work in this cluster. Every PostgreSQL process stands in its data folder, which also shows the
 * backends that outlive a killed postmaster; a zombie stands nowhere and a reused process number stands elsewhere.
 * Undefined where the system offers no such look (Windows): then PostgreSQL's own interlock decides alone.
 */
export async function holdersOf(place: Place): Promise<number[] | undefined> {
  if (process.platform === 'win32') return undefined;
  if (process.platform !== 'linux') return holdersByCommand(place);
  const holders: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const folder = await readlink(join('/proc', name, 'cwd')).catch(() => '');
    if (folder === place.clusterDir) holders.push(Number(name));
  }
  return holders;
}

async function holdersByCommand(place: Place): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-axww', '-o', 'pid=,command=']);
  const lines = stdout.split('\n').filter((line) => line.includes(`-D ${place.clusterDir}`));
  return lines.map((line) => Number.parseInt(line, 10));
}

/**
 * Removes the pid file and socket of a server that is gone. PostgreSQL itself refuses for ever when the recorded number
 * now belongs to another process of the same account. Call only when nothing answers.
 * @returns false when some process still works in the cluster (nothing is removed)
 */
export async function clearStale(place: Place, endpoint: Endpoint): Promise<boolean> {
  const holders = await holdersOf(place);
  if (holders === undefined) return true;
  if (holders.length > 0) return false;
  await rm(join(place.clusterDir, 'postmaster.pid'), { force: true });
  if (endpoint.password === undefined) {
    for (const suffix of ['', '.lock']) await rm(join(endpoint.host, `.s.PGSQL.${endpoint.port}${suffix}`), { force: true });
  }
  return true;
}
