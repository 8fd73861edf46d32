import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { prepareCluster, roles, startEmbeddedPostgres, type EmbeddedServer } from '#platform';
import { readPidFile } from '../../libs/platform/src/postgres/holders.js';
import { placeOf } from '../../libs/platform/src/postgres/place.js';
import { inFewFiles } from '../few-files/few-files.js';
import { missingOracle } from '../oracle.js';

const template = 'passerelle_template';
/** Megabytes of the small disk while it has room. */
const roomy = 1_500;

function mount(folder: string, options: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A PostgreSQL that one test file may kill and starve, on a small disk of its own where the machine lets it have one. Its guard starts it again, as the house's does. */
export class OwnServer {
  private constructor(
    private readonly dataDir: string,
    private readonly server: EmbeddedServer,
    private readonly smallDisk: boolean,
  ) {}

  /** Opens it and makes it the server of this file's databases (`freshDatabase`, `openWorld`). */
  static async open(): Promise<OwnServer> {
    const dataDir = await mkdtemp(join(tmpdir(), 'passerelle-own-'));
    const smallDisk = process.platform === 'linux' && mount(dataDir, `size=${roomy}m,mode=0755`);
    if (!smallDisk) missingOracle('a full disk under PostgreSQL (a small tmpfs needs root; its error 53100 was raised instead)');
    const first = await startEmbeddedPostgres({ dataDir, durable: false });
    const own = new OwnServer(dataDir, first, smallDisk);
    // When a row was committed is read from PostgreSQL itself; what it acknowledged survives its kill, as in the house.
    await own.ask('postgres', 'alter system set track_commit_timestamp = on');
    await own.ask('postgres', 'alter system set synchronous_commit = on');
    await own.kill('POSTMASTER');
    await prepareCluster(first.urlOf('superuser', 'postgres'), template);
    await migrateInChild(first.urlOf('owner', template));
    const urls = Object.fromEntries(roles.map((role) => [role, first.urlOf(role, 'DATABASE')]));
    process.env['PASSERELLE_TEST_SERVER'] = JSON.stringify({ superuser: first.urlOf('superuser', 'DATABASE'), urls, template });
    return own;
  }

  /** kill -9 of the postmaster, or of one session's process, after which PostgreSQL starts again by itself. Resolves when it serves. */
  async kill(which: 'POSTMASTER' | 'SESSION'): Promise<void> {
    const place = await placeOf(this.dataDir);
    const pid = which === 'POSTMASTER' ? (await readPidFile(place))?.pid : await this.aSession();
    if (pid) process.kill(pid, 'SIGKILL');
    await pause(20);
    await this.serves();
  }

  /** The disk is full for so long: the real one where it is ours, else PostgreSQL's own word for it (53100), from every table a letter writes to. */
  async starve(database: string, milliseconds: number): Promise<void> {
    await (this.smallDisk ? this.fill() : this.refuse(database));
    await pause(milliseconds);
    if (this.smallDisk) mount(this.dataDir, `remount,size=${roomy}m`);
    await this.serves();
    if (!this.smallDisk) await this.ask(database, tables.map((table) => `drop trigger disk_full on ${table}`).join(';'));
  }

  async close(): Promise<void> {
    await this.server.stop();
    if (this.smallDisk) execFileSync('umount', [this.dataDir]);
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** Asks a database as the bootstrap user. */
  async ask<Row extends pg.QueryResultRow>(database: string, sql: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.server.urlOf('superuser', database), connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    await client.connect();
    return client.query<Row>(sql).then(({ rows }) => rows).finally(() => client.end());
  }

  private async aSession(): Promise<number | undefined> {
    const [session] = await this.ask<{ pid: number }>('postgres', `select pid from pg_stat_activity where usename = 'passerelle_worker' order by state = 'active' desc limit 1`);
    return session?.pid;
  }

  private async serves(): Promise<void> {
    for (let tries = 0; tries < 600; tries += 1) {
      if (await this.ask('postgres', 'select 1').then(() => true, () => false)) return;
      await pause(50);
    }
    throw new Error('PostgreSQL does not serve again');
  }

  /** No byte is left; what runs meanwhile may take one more, hence the tries. */
  private async fill(): Promise<void> {
    for (let slack = 0; slack < 50; slack += 1) {
      const { blocks, bfree, bsize } = await statfs(this.dataDir);
      if (mount(this.dataDir, `remount,size=${Math.ceil(((blocks - bfree) * bsize) / 1024) + slack * 64}k`)) return;
    }
    throw new Error('this disk does not fill');
  }

  private async refuse(database: string): Promise<void> {
    await this.ask(database, `create or replace function disk_full() returns trigger language plpgsql as $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`);
    for (const table of tables) await this.ask(database, `create trigger disk_full before insert or update on ${table} for each statement execute function disk_full()`);
  }
}

const tables = ['reminder', 'journal', 'outbox'];

/** In a process of its own, for the decorators' sake (`database-setup.ts`). */
async function migrateInChild(url: string): Promise<void> {
  const script = `import { migrate } from ${JSON.stringify(pathToFileURL(inFewFiles('apps/api/src/migrate.js')).href)}; await migrate(process.argv[1]);`;
  const { NODE_OPTIONS: _options, ...env } = process.env;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, url], { env });
}
