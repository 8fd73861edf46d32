import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SmtpSink } from '../../../../libs/platform/src/mail/smtp-sink.contract.js';
import { fewFiles } from '../../../../test/few-files/few-files.js';

/** The built programs, as an administrator runs them in a folder: a real instance over the embedded PostgreSQL, its keys and its settings. */
const programs = join(fewFiles(), 'apps/api/src');
const patience = 240_000;
let folder: string;
let sink: SmtpSink;
let house: ChildProcess | undefined;
let url: string;

const environment = (): NodeJS.ProcessEnv => {
  const { NODE_OPTIONS: _options, DEMO: _demo, NODE_ENV: _env, PASSERELLE_TEST_SERVER: _server, ...rest } = process.env;
  return { ...rest, NODE_ENV: 'production' };
};

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

async function passerelle(...words: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [join(programs, 'cli/main.js'), ...words], { cwd: folder, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

/** Serves until `stop()`. @throws Error with what it said when it ends before it is ready */
async function serve(): Promise<void> {
  const child = spawn(process.execPath, [join(programs, 'main.js')], { cwd: folder, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
  house = child;
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
  while (!(await fetch(`${url}/health/live`).then(({ ok }) => ok, () => false))) {
    if (child.exitCode !== null) throw new Error(said);
    await new Promise((wake) => setTimeout(wake, 100));
  }
}

async function stop(): Promise<void> {
  const child = house;
  house = undefined;
  if (!child || child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'close');
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-process-'));
  // The programs stand where they are started, as after a clone.
  await symlink(join(process.cwd(), 'dist'), join(folder, 'dist'));
  sink = await SmtpSink.open();
});
afterEach(async () => {
  await stop();
  await sink.close();
  await rm(folder, { recursive: true, force: true });
});

const mailedCode = (): string => (/\b(\d{3})[\s\u00a0]?(\d{3})\b/.exec(sink.received.at(-1)?.raw.split('\r\n\r\n').slice(1).join('\n') ?? '')?.slice(1) ?? []).join('');

async function ask(query: string, input: object, cookie = ''): Promise<{ cookie: string; data: unknown }> {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...(cookie && { cookie }) }, body: JSON.stringify({ query, variables: { input } }) });
  const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  return { cookie: cookies, data: ((await response.json()) as { data: unknown }).data };
}
const askCode = 'mutation($input: AskSignInCodeInput!) { answer: askSignInCode(input: $input) { __typename } }';
const signIn = (code: string, cookie: string) => ask('mutation($input: SignInInput!) { answer: signIn(input: $input) { __typename ... on Refused { code } } }', { code }, cookie);
const viewer = async (cookie: string): Promise<unknown> => {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ query: '{ viewer { person { displayName } } }' }) });
  return ((await response.json()) as { data: { viewer: unknown } }).data.viewer;
};

const done = { code: 0, said: expect.any(String) };

/** The instance is opened, and its admin asks for a code. Answers the code and the browser it is bound to. */
async function livedIn(): Promise<{ code: string; browser: string }> {
  const port = await freePort();
  // Behind a reverse proxy: the house itself is asked here.
  url = `http://127.0.0.1:${port}`;
  const answers = ['--yes', '--public-url', 'https://cooperation.ville.example', '--port', String(port), '--smtp-url', sink.url, '--admin-name', 'Amina Benali', '--admin-mail', 'amina@ville.example', '--publisher', 'Commune d’Essai'];
  expect(await passerelle('init', ...answers)).toMatchObject(done);
  expect(await passerelle('init', '--code', mailedCode())).toMatchObject(done);
  await serve();
  const before = sink.received.length;
  const { cookie, data } = await ask(askCode, { mailAddress: 'amina@ville.example' });
  expect(data).toEqual({ answer: { __typename: 'SignInCodeAsked' } });
  while (sink.received.length === before) await new Promise((wake) => setTimeout(wake, 100));
  return { code: mailedCode(), browser: cookie };
}

describe('passerelle backup, everything lost, passerelle restore, and the house serves again', () => {
  it('under the same secret and the same settings: a code asked before the loss still opens the door, and under another secret does not', async () => {
    const { code, browser } = await livedIn();
    // While people work: the command joins the running database.
    expect(await passerelle('backup', 'whole.backup')).toMatchObject({ code: 0, said: expect.stringContaining('contient la clé') });
    await stop();
    for (const name of (await readdir(folder)).filter((known) => !['dist', 'whole.backup'].includes(known))) await rename(join(folder, name), join(folder, `.lost-${name}`));
    const settings = await readFile(join(folder, '.lost-passerelle.env'), 'utf8');

    expect(await passerelle('restore', 'whole.backup')).toMatchObject({ code: 0, said: expect.stringMatching(/Vérifié : \d+ faits/) });
    expect(await readFile(join(folder, 'passerelle.env'), 'utf8')).toBe(settings);
    expect((await stat(join(folder, 'passerelle.env'))).mode & 0o777).toBe(0o600);

    // Planted defect: keys that did not come back.
    await writeFile(join(folder, 'passerelle.env'), settings.replace(/INSTANCE_SECRET=\W?[0-9a-f]{64}/, (line) => line.replace(/[0-9a-f]{64}/, 'a'.repeat(64))));
    expect(await readFile(join(folder, 'passerelle.env'), 'utf8')).not.toBe(settings);
    await serve();
    expect((await signIn(code, browser)).data).toEqual({ answer: { __typename: 'Refused', code: 'SIGN_IN_CODE_WRONG' } });
    await stop();

    await writeFile(join(folder, 'passerelle.env'), settings);
    await serve();
    const entered = await signIn(code, browser);
    expect(entered.data).toEqual({ answer: { __typename: 'SignedIn' } });
    expect(await viewer(entered.cookie)).toEqual({ person: { displayName: 'Amina Benali' } });
    expect(await passerelle('verify')).toMatchObject(done);
    expect(await passerelle('restore', 'whole.backup')).toMatchObject({ code: 1 });
  }, patience);
});
