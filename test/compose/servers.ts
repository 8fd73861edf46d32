import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The system's own servers (apt's, in CI); what is absent is named. */
export interface SystemServers {
  readonly postgres: string | null;
  readonly redis: string | null;
  readonly psql: string | null;
}

/** A server this test started, and how to end it. */
export interface Running {
  readonly port: number;
  stop(): Promise<void>;
}

function inPath(name: string): string | null {
  return (process.env['PATH'] ?? '').split(':').map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

/** Debian keeps PostgreSQL's own tools out of PATH, one folder per version; the newest is taken. */
export function systemServers(): SystemServers {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folder = versions.map((version) => join(debian, version, 'bin')).find((path) => existsSync(join(path, 'initdb')));
  return { postgres: folder ?? inPath('initdb')?.replace(/\/initdb$/, '') ?? null, redis: inPath('redis-server'), psql: inPath('psql') };
}

/** PostgreSQL refuses root: in CI it runs as its own user, elsewhere as whoever tests. */
function postgresUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** Waits until somebody listens. @throws Error with what the process said when it ended instead */
export async function listening(port: number, child: ChildProcess, words: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`ended before it listened: ${words()}`);
    const socket = connect(port, '127.0.0.1');
    const heard = await Promise.race([once(socket, 'connect').then(() => true, () => false), pause(1_000, false)]);
    socket.destroy();
    if (heard) return;
    await pause(100);
  }
}

/** Everything a child says on both streams, so far. */
export function listenTo(child: ChildProcess): () => string {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return () => said;
}

/** Asks a child to end; answers its exit code, or -1 when a signal had to end it. */
export async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode ?? -1;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
  return child.exitCode ?? -1;
}

/** A fresh PostgreSQL on the loopback, by password, as a town's server would be. */
export async function startPostgres(bin: string, folder: string, password: string): Promise<Running> {
  const user = postgresUser();
  const [data, secret, port] = [join(folder, 'data'), join(folder, 'password'), await freePort()];
  mkdirSync(folder, { recursive: true });
  writeFileSync(secret, password, { mode: 0o600 });
  chmodSync(folder, 0o700);
  // Its own user must be able to walk in, not to look around.
  if (user.uid !== undefined) chmodSync(dirname(folder), 0o711);
  if (user.uid !== undefined && user.gid !== undefined) for (const path of [folder, secret]) chownSync(path, user.uid, user.gid);
  const options = { ...user, cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' } };
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${secret}`, '--no-sync', '--encoding=UTF8'], { ...options, stdio: 'pipe' });
  const words = ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`, '-c', 'fsync=off'];
  const child = spawn(join(bin, 'postgres'), words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = listenTo(child);
  await listening(port, child, said);
  return { port, stop: async () => void (await ended(child, 'SIGQUIT')) };
}

/** Redis by the compose file's own command, on the loopback. */
export async function startRedis(command: readonly string[], folder: string): Promise<Running> {
  const port = await freePort();
  mkdirSync(folder, { recursive: true });
  const [program = 'redis-server', ...words] = command;
  const child = spawn(program, [...words, '--port', String(port), '--bind', '127.0.0.1', '--dir', folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = listenTo(child);
  await listening(port, child, said);
  return { port, stop: async () => void (await ended(child, 'SIGTERM')) };
}
