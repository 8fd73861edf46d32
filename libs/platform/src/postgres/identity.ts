import { spawn } from 'node:child_process';
import { chmod, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Binaries } from './binaries.js';
import { EmbeddedPostgresProblem } from './problem.js';

/** Who runs PostgreSQL. PostgreSQL refuses root, which is what CI machines and containers often are. */
export interface Identity {
  /** Words put before the program (a user namespace), empty otherwise. */
  readonly prefix: readonly string[];
  /** The account that owns PostgreSQL's files when it is not the caller's. */
  readonly uid?: number;
}

/** What a finished program said. */
export interface Outcome {
  readonly code: number;
  readonly output: string;
}

const NOBODY = 65534;
const asIs: Identity = { prefix: [] };
const userNamespace: Identity = { prefix: ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`] };

/** Runs a program to its end under an identity. Never rejects: a program that cannot be started has code 127. */
export function run(identity: Identity, program: string, args: readonly string[]): Promise<Outcome> {
  const [command = program, ...rest] = [...identity.prefix, program, ...args];
  return new Promise((resolve) => {
    const chunks: string[] = [];
    const child = spawn(command, rest, {
      stdio: ['ignore', 'pipe', 'pipe'],
      // The caller's folder may be closed to the other account. Messages are read, so they must be in English.
      ...(process.platform === 'win32' ? {} : { cwd: '/' }),
      ...(identity.uid === undefined ? {} : { uid: identity.uid, gid: identity.uid }),
      env: { ...process.env, LC_ALL: 'C', LANG: 'C', TZ: 'UTC' },
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    // 'exit', not 'close': a server started by pg_ctl may keep the pipes open on some systems.
    child.once('exit', (code, signal) => setImmediate(() => resolve({ code: code ?? 128, output: chunks.join('') + (signal ?? '') })));
  });
}

/**
 * The caller itself when it is not root. As root: the account that already owns the data; else a user namespace (files
 * stay root's, no account is created), else the account owning the project, else nobody.
 * @throws EmbeddedPostgresProblem UNUSABLE_BINARY, NO_IDENTITY
 */
export async function chooseIdentity(binaries: Binaries, dataDir: string, clusterDir: string): Promise<Identity> {
  if (process.getuid?.() !== 0) {
    const answer = await run(asIs, binaries.postgres, ['--version']);
    if (answer.code !== 0) throw new EmbeddedPostgresProblem('UNUSABLE_BINARY', answer.output);
    return asIs;
  }
  const refusals: string[] = [];
  for (const candidate of await candidates(dataDir, clusterDir)) {
    if (candidate.uid !== undefined) await chmod(dataDir, 0o711);
    const answer = await run(candidate, '/bin/sh', ['-c', 'test -x "$1" && exec "$0" --version', binaries.postgres, dataDir]);
    if (answer.code === 0) return candidate;
    refusals.push(`${candidate.prefix[0] ?? `uid ${candidate.uid}`}: ${answer.output.trim() || `code ${answer.code}`}`);
  }
  throw new EmbeddedPostgresProblem('NO_IDENTITY', refusals.join('\n'));
}

async function candidates(dataDir: string, clusterDir: string): Promise<Identity[]> {
  const owner = (await stat(clusterDir).catch(() => undefined))?.uid;
  if (owner !== undefined) return [owner === 0 ? userNamespace : { prefix: [], uid: owner }];
  const projectOwner = (await stat(dirname(dataDir))).uid;
  const named = [projectOwner, NOBODY].filter((uid) => uid !== 0);
  return [userNamespace, ...[...new Set(named)].map((uid) => ({ prefix: [], uid }))];
}
