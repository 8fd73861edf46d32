import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrateQueue } from '#platform';
import { SmtpSink } from '../../../../../libs/platform/src/mail/smtp-sink.contract.js';
import { freshDatabase, emptyDatabase, type FreshDatabase } from '../../../../../test/database.js';
import { inFewFiles } from '../../../../../test/few-files/few-files.js';
import { migrations } from '../../migrations/all.js';
import { examineMigrations, examineRoles } from './examine-database.js';
import type { Finding } from './finding.js';

const command = inFewFiles('apps/api/src/cli/main.js');
const patience = 120_000;
let folder: string;
let databases: FreshDatabase;
let empty: FreshDatabase;
let sink: SmtpSink;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-doctor-'));
  [databases, empty, sink] = await Promise.all([freshDatabase(), emptyDatabase(), SmtpSink.open()]);
  await migrateQueue(databases.owner, 'passerelle_queue');
}, patience);
afterAll(async () => {
  await sink.close();
  await Promise.all([databases.drop(), empty.drop()]);
  rmSync(folder, { recursive: true, force: true });
});

const town = (over: FreshDatabase): Record<string, string> => ({
  DEMO: '0', PUBLIC_URL: 'https://c.example', INSTANCE_SECRET: 's'.repeat(32), SMTP_URL: sink.url, DATA_DIR: join(folder, 'data'),
  DATABASE_URL: over.app, DATABASE_OWNER_URL: over.owner, DATABASE_WORKER_URL: over.worker, DATABASE_QUEUE_URL: over.queue,
});

async function doctor(env: Record<string, string>): Promise<{ code: number | null; found: Record<string, Finding>; text: string }> {
  const { NODE_OPTIONS: _options, ...rest } = process.env;
  const child = spawn(process.execPath, [command, 'doctor', '--json'], { env: { ...rest, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  let said = '';
  child.stdout.on('data', (part: Buffer) => (text += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const code = await new Promise<number | null>((settle) => child.once('close', settle));
  if (!text.startsWith('{')) throw new Error(said);
  const { findings } = JSON.parse(text) as { findings: Finding[] };
  return { code, text, found: Object.fromEntries(findings.map((finding) => [finding.part, finding])) };
}
const url = (of: string, user: string): string => of.replace('passerelle_app', user);

describe('passerelle doctor', () => {
  it('finds nothing wrong with a town that is well, and ends with 0', async () => {
    const { code, found } = await doctor(town(databases));
    expect(Object.fromEntries(Object.entries(found).filter(([part]) => !['node', 'disk'].includes(part)).map(([part, { standing }]) => [part, standing]))).toEqual({
      build: 'ok', zones: 'ok', press: 'ok', settings: 'ok', roles: 'ok', migrations: 'ok', clock: 'ok', queue: 'ok', mail: 'ok', bounces: 'ok', notice: 'attention',
    });
    expect(code).toBe(0);
    expect(sink.received).toEqual([]);
  }, patience);

  it('names each thing that is wrong, with its remedy, and ends with 1', async () => {
    const { code, found, text } = await doctor({ ...town(empty), SMTP_URL: 'smtp://ville:motdepasse@127.0.0.1:9', BOUNCE_URL: 'imap://ville:motdepasse@127.0.0.1:9' });
    expect(code).toBe(1);
    expect(found['migrations']).toMatchObject({ standing: 'wrong', remedy: expect.stringContaining('npm start') });
    expect(found['queue']).toMatchObject({ standing: 'wrong', remedy: expect.stringContaining('Rien n’est perdu') });
    expect(found['mail']).toMatchObject({ standing: 'wrong' });
    expect(found['bounces']).toMatchObject({ standing: 'wrong', remedy: expect.stringContaining('BOUNCE_URL') });
    expect(text).not.toContain('motdepasse');
  }, patience);

  it('examines what it can when settings are wrong, and names them', async () => {
    const { code, found } = await doctor({ ...town(databases), PUBLIC_URL: 'http://ville.example' });
    expect(code).toBe(1);
    expect(found['settings']).toMatchObject({ standing: 'wrong', sentence: expect.stringContaining('https') });
    expect(found['roles']).toBeUndefined();
  }, patience);

  it('leaves data of another PostgreSQL closed, and says how to take them over', async () => {
    const data = join(folder, 'old');
    mkdirSync(join(data, 'postgres'), { recursive: true });
    writeFileSync(join(data, 'postgres/PG_VERSION'), '17\n');
    const { code, found } = await doctor({ DEMO: '0', PUBLIC_URL: 'https://c.example', INSTANCE_SECRET: 's'.repeat(32), SMTP_URL: sink.url, DATA_DIR: data });
    expect(code).toBe(1);
    expect(found['database']).toMatchObject({ standing: 'wrong', remedy: expect.stringMatching(/passerelle backup.*passerelle restore/) });
    expect(readdirSync(join(data, 'postgres'))).toEqual(['PG_VERSION']);
  }, patience);
});

describe('the examination of a database', () => {
  const urls = () => ({ app: databases.app, owner: databases.owner, worker: databases.worker, queue: databases.queue });

  it('takes the owner, or a superuser, for too strong to serve people', async () => {
    expect(await examineRoles(urls())).toMatchObject({ standing: 'ok' });
    expect(await examineRoles({ ...urls(), app: databases.owner })).toMatchObject({ standing: 'wrong', sentence: expect.stringContaining('DATABASE_URL'), remedy: expect.stringContaining('passerelle_app') });
    expect(await examineRoles({ ...urls(), worker: databases.superuser })).toMatchObject({ standing: 'wrong', sentence: expect.stringContaining('DATABASE_WORKER_URL') });
  });

  it('sends to roles.sql when a role is not there', async () => {
    expect(await examineRoles({ ...urls(), app: url(databases.app, 'passerelle_nobody') })).toMatchObject({ standing: 'wrong', remedy: expect.stringContaining('deploy/roles.sql') });
  });

  it('tells tables that are older from tables that are newer', async () => {
    class Later9999999999999 {
      readonly name = 'Later9999999999999';
      async up(): Promise<void> {}
      async down(): Promise<void> {}
    }
    expect(await examineMigrations(urls(), [...migrations, Later9999999999999])).toMatchObject({ standing: 'wrong', sentence: expect.stringContaining('Later9999999999999') });
    expect(await examineMigrations(urls(), migrations.slice(0, -1))).toMatchObject({ standing: 'wrong', sentence: expect.stringContaining('plus récente') });
    const client = new pg.Client({ connectionString: databases.superuser });
    await client.connect();
    await client.query('delete from migrations where id = (select max(id) from migrations)').finally(() => client.end());
    expect(await examineMigrations(urls())).toMatchObject({ standing: 'wrong', sentence: expect.stringContaining('1 migration(s) attendent') });
  });
});
