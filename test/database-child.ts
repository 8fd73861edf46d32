import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Another Passerelle: a process that serves an embedded PostgreSQL until it is killed. */
export interface ServingChild {
  readonly process: ChildProcess;
  /** `ready`, or the code and sentence of the refusal. */
  readonly said: string;
  /** kill -9, and wait until it is gone. */
  kill(): Promise<void>;
}

const BUILT = pathToFileURL(join(process.cwd(), 'dist/libs/platform/src/postgres/index.js')).href;
const SCRIPT = `
  const { startEmbeddedPostgres } = await import(process.env.BUILT);
  try {
    await startEmbeddedPostgres({ dataDir: process.env.SERVED, durable: process.env.DURABLE === '1' });
    process.stdout.write('ready\\n');
  } catch (error) {
    process.stdout.write(error.code + ' ' + error.message + '\\n');
    process.exit(0);
  }`;

/** Starts it on a data folder, from the built code, and waits for its first words. DURABLE=1: as served, not as tested. */
export async function serveInChild(dataDir: string, env: Record<string, string> = {}): Promise<ServingChild> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT], {
    env: { ...process.env, BUILT, SERVED: dataDir, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const [words] = (await Promise.race([once(child.stdout, 'data'), gone.then(() => ['gone without a word'])])) as [Buffer | string];
  return {
    process: child,
    said: String(words).trim(),
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
