// What every bench stands on: the built house, its processes, a cluster of its own, and the few figures that are said of times.
import { fork } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { buildServer, root } from '../build.mjs';

const built = join(root, 'dist/test/bench');

/** A module of the built house. */
export const load = (path) => import(pathToFileURL(join(root, 'dist', path)).href);
export const at = (numbers, part) => [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))];
export const median = (numbers) => at(numbers, 0.5);
export const shuffled = (list) => list.map((item) => [randomInt(2 ** 32), item]).sort(([a], [b]) => a - b).map(([, item]) => item);

/** Builds the house, and the processes of test/bench beside it. */
export async function buildBench() {
  await buildServer();
  const { transformFile } = await import('@swc/core');
  mkdirSync(built, { recursive: true });
  for (const file of readdirSync(join(root, 'test/bench')).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))) {
    const { code } = await transformFile(join(root, 'test/bench', file), { cwd: root, configFile: join(root, '.swcrc') });
    writeFileSync(join(built, file.replace(/\.ts$/, '.js')), code);
  }
}

/** The next word of a process, or why it has none. */
export const answerOf = (child) =>
  new Promise((resolve, reject) => {
    const ended = (code) => reject(new Error(`a process of the bench ended (${code})`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      if (message.error) reject(new Error(message.error));
      else resolve(message);
    });
  });

export const asked = (child, order) => {
  child.send(order);
  return answerOf(child);
};

/** A database's address for each role of the house. */
export const urlsIn = (postgres, database) => Object.fromEntries(['app', 'owner', 'worker', 'queue'].map((role) => [role, postgres.urlOf(role, database)]));

/** A cluster of the bench's own, what runs beside it, and how to reach both; `close` leaves nothing behind. */
export class Stage {
  children = [];

  static async lay({ durable = false } = {}) {
    const stage = new Stage();
    const { creationOf, startEmbeddedPostgres, prepareCluster } = await load('libs/platform/src/postgres/index.js');
    stage.dataDir = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
    stage.postgres = await startEmbeddedPostgres({ dataDir: stage.dataDir, durable });
    stage.prepare = (database) => prepareCluster(stage.postgres.urlOf('superuser', 'postgres'), database);
    stage.copyOf = creationOf;
    return stage;
  }

  urlsOf(database) {
    return urlsIn(this.postgres, database);
  }

  /** A process of test/bench, as production runs it. */
  child(file, ...args) {
    const started = fork(join(built, file), args, { env: { ...process.env, NODE_ENV: 'production' } });
    this.children.push(started);
    return started;
  }

  superuser(database, work) {
    return this.session('superuser', database, work);
  }

  async session(role, database, work) {
    const client = new pg.Client({ connectionString: this.postgres.urlOf(role, database) });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  /** The demonstration's own partnership, told once in a database of its own. Answers which one. */
  async tell(database) {
    await this.prepare(database);
    const told = this.child('programme.js', 'ground', JSON.stringify(this.urlsOf(database)));
    const { partnershipId } = (await answerOf(told)).served;
    told.disconnect();
    await new Promise((resolve) => told.once('exit', resolve));
    return partnershipId;
  }

  async close() {
    for (const one of this.children) if (one.connected) one.disconnect();
    await this.postgres.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
