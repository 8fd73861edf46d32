import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { parseSettingsFile } from '#platform';
import { SmtpSink } from '../../../../../libs/platform/src/mail/smtp-sink.contract.js';
import { freshDatabase, type FreshDatabase } from '../../../../../test/database.js';
import { inFewFiles } from '../../../../../test/few-files/few-files.js';

/** The built command, run as an administrator does, in an empty folder. */
const command = inFewFiles('apps/api/src/cli/main.js');
const patience = 120_000;
let folder: string;
let sink: SmtpSink;
let databases: FreshDatabase;

beforeAll(async () => {
  databases = await freshDatabase();
});
afterAll(() => databases.drop());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-init-'));
  sink = await SmtpSink.open();
});
afterEach(async () => {
  await sink.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

function init(words: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const { NODE_OPTIONS: _options, DEMO: _demo, ...rest } = process.env;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, 'init', ...words], { cwd: folder, env: { ...rest, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
    child.once('close', (code) => resolve({ code, said }));
  });
}

const town = (): string[] => ['--yes', '--public-url', 'https://cooperation.ville.example', '--smtp-url', sink.url, '--admin-name', 'Amina Benali', '--admin-mail', 'Amina.Benali@ville.example', '--publisher', 'Commune d’Essai "Nord"'];
/** The same town over a database of this test: the embedded one is tried once, below. */
const overDatabase = (): string[] => [...town(), '--database-url', databases.app, '--database-owner-url', databases.owner, '--database-worker-url', databases.worker];
const mailedCode = (): string => (/\b(\d{3})[\s\u00a0]?(\d{3})\b/.exec(sink.received.at(-1)?.raw.split('\r\n\r\n').slice(1).join('\n') ?? '')?.slice(1) ?? []).join('');
const wrongCode = (): string => String((Number(mailedCode()) + 1) % 1_000_000).padStart(6, '0');

async function rows<Row extends object>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databases.superuser });
  await client.connect();
  return client.query<Row>(sql).then((answer) => answer.rows).finally(() => client.end());
}

describe('passerelle init', () => {
  it('does nothing before its mail is confirmed, then opens an instance on a database of its own', async () => {
    expect(await init(town())).toMatchObject({ code: 0, said: expect.stringContaining('Un code à six chiffres est parti vers Amina.Benali@ville.example') });
    expect(sink.received.map(({ rcptTo }) => rcptTo)).toEqual([['Amina.Benali@ville.example']]);
    expect(readdirSync(folder)).toEqual(['passerelle.init.json']);
    expect(statSync(join(folder, 'passerelle.init.json')).mode & 0o777).toBe(0o600);
    expect(await init(['--code', wrongCode()])).toMatchObject({ code: 1, said: expect.stringContaining('il reste 4 essais') });

    const opened = await init(['--code', mailedCode()]);
    expect(opened).toMatchObject({ code: 0, said: expect.stringContaining('L’instance est prête') });
    expect(opened.said).toContain('deploy/Caddyfile');
    expect(readdirSync(folder).sort()).toEqual(['instance', 'passerelle.env']);
    const file = join(folder, 'passerelle.env');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { values, wrongLines } = parseSettingsFile(readFileSync(file, 'utf8'));
    expect(wrongLines).toEqual([]);
    expect(values.get('INSTANCE_SECRET')?.value).toMatch(/^[0-9a-f]{64}$/);
    expect(opened.said).not.toContain(values.get('INSTANCE_SECRET')?.value ?? '-');
    expect([...values].filter(([name]) => name !== 'INSTANCE_SECRET').map(([name, { value }]) => `${name}=${value}`)).toEqual(expect.arrayContaining(['PUBLIC_URL=https://cooperation.ville.example', 'DATA_DIR=instance', 'MAIL_FROM=passerelle@cooperation.ville.example', 'PUBLISHER=Commune d’Essai ”Nord”']));
    expect(await init(town())).toMatchObject({ code: 1, said: expect.stringContaining('déjà ouverte') });
  }, patience);

  it('makes one administrator, journaled on the instance’s chain, however often it is killed and called again', async () => {
    await init(overDatabase());
    const kept = join(folder, 'passerelle.init.json');
    const confirmed = { ...(JSON.parse(readFileSync(kept, 'utf8')) as object), confirmed: true };
    expect((await init(['--code', mailedCode()])).code).toBe(0);
    // Killed after the database was made and before the settings were written: the same state, called again.
    rmSync(join(folder, 'passerelle.env'));
    writeFileSync(kept, JSON.stringify(confirmed));
    expect((await init([])).code).toBe(0);
    expect(await rows(`select display_name, mail_address, language from person join instance_admin on person_id = person.id where "until" is null`)).toEqual([{ display_name: 'Amina Benali', mail_address: 'amina.benali@ville.example', language: 'fr' }]);
    expect(await rows(`select kind, count(*)::int as told from journal where chain = '00000000-0000-0000-0000-000000000000' group by kind order by kind`)).toEqual([{ kind: 'InstanceAdminAppointed', told: 1 }, { kind: 'PersonRegistered', told: 1 }]);

    rmSync(join(folder, 'passerelle.env'));
    await init([...overDatabase(), '--admin-mail', 'intrus@ville.example']);
    expect(await init(['--code', mailedCode()])).toMatchObject({ code: 1, said: expect.stringContaining('déjà celles d’une instance') });
    expect(readdirSync(folder)).not.toContain('passerelle.env');
  }, patience);

  it('names every missing or wrong answer at once, and touches nothing', async () => {
    const answer = await init(['--public-url', 'http://ville.example', '--smtp-url', 'relais', '--admin-mail', 'a@b, c@d.example', '--port', '70000', '--secret', 'x'], { SMTP_URL: '' });
    expect(answer.code).toBe(2);
    for (const word of ['--public-url : PUBLIC_URL doit être en https', '--smtp-url', '--admin-name manque', '--admin-mail', '--port', '« --secret »']) expect(answer.said).toContain(word);
    expect(readdirSync(folder)).toEqual([]);
  }, patience);

  it('never takes a demonstration’s folder', async () => {
    mkdirSync(join(folder, 'essai'));
    writeFileSync(join(folder, 'essai/demo.secret'), 's');
    for (const data of ['essai', '.data']) expect(await init([...town(), '--data-dir', data])).toMatchObject({ code: 2, said: expect.stringContaining('dossier de la démonstration') });
    expect(sink.received).toEqual([]);
  }, patience);

  it('explains a relay that refuses the account, with cause and remedy, without the password', async () => {
    const strict = await SmtpSink.open({ authOptional: false, allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(new Error('535 5.7.8 bad credentials')) });
    const answer = await init([...town(), '--smtp-url', strict.url.replace('//', '//ville:motdepasse@')]);
    await strict.close();
    expect(answer).toMatchObject({ code: 1, said: expect.stringContaining('refuse ce compte ou ce mot de passe') });
    expect(answer.said).not.toContain('motdepasse');
    expect(readdirSync(folder)).toEqual([]);
  }, patience);

  it('counts wrong tries over calls: the code of a worn-out state opens nothing', async () => {
    await init(overDatabase());
    const kept = join(folder, 'passerelle.init.json');
    await init(['--code', wrongCode()]);
    const tried = JSON.parse(readFileSync(kept, 'utf8')) as { tries: number };
    expect(tried.tries).toBe(1);
    writeFileSync(kept, JSON.stringify({ ...tried, tries: 5 }));
    expect(await init(['--code', mailedCode()])).toMatchObject({ code: 1, said: expect.stringContaining('essayé 5 fois') });
    expect(readdirSync(folder)).toEqual(['passerelle.init.json']);
  }, patience);
});
