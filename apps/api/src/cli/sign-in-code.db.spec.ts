import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inFewFiles } from '../../../../test/few-files/few-files.js';

/** `passerelle sign-in-code`, a process of its own beside the house that serves, over the embedded PostgreSQL of one folder: as on the day when mail does not leave. */
const patience = 240_000;
const mayor = 'maire@villeneuve-la-garenne.example';
let folder: string;
let url: string;
let house: ChildProcess | undefined;
let environment: NodeJS.ProcessEnv;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

async function passerelle(...words: string[]): Promise<{ code: number | null; said: string; complained: string }> {
  const child = spawn(process.execPath, [join(process.cwd(), 'bin/passerelle.mjs'), ...words], { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const heard = { said: '', complained: '' };
  child.stdout.on('data', (part: Buffer) => (heard.said += part.toString()));
  child.stderr.on('data', (part: Buffer) => (heard.complained += part.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...heard };
}

async function serve(): Promise<void> {
  const child = spawn(process.execPath, [inFewFiles('apps/api/src/main.js')], { cwd: process.cwd(), env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  house = child;
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
  while (!(await fetch(`${url}/health/ready`).then(({ ok }) => ok, () => false))) {
    if (child.exitCode !== null) throw new Error(said);
    await new Promise((wake) => setTimeout(wake, 200));
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-by-hand-'));
  const port = await freePort();
  url = `http://localhost:${port}`;
  const { NODE_OPTIONS: _options, NODE_ENV: _env, PASSERELLE_TEST_SERVER: _server, ...rest } = process.env;
  environment = { ...rest, NODE_ENV: 'production', DEMO: '1', DEMO_CLOCK: '2026-11-23T10:00', DATA_DIR: join(folder, 'data'), PORT: String(port) };
  await serve();
}, patience);
afterAll(async () => {
  if (house && house.exitCode === null) {
    house.kill('SIGTERM');
    await once(house, 'close');
  }
  await rm(folder, { recursive: true, force: true });
}, patience);

/** A browser: what it was given, it gives back. */
class Browser {
  private readonly jar = new Map<string, string>();

  async ask(query: string, input?: object): Promise<Record<string, { __typename: string; code?: string; person?: { displayName: string } } | null>> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...(cookie && { cookie }) }, body: JSON.stringify({ query, variables: { input } }) });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      this.jar.set(name, value);
    }
    return ((await response.json()) as { data: never }).data;
  }
  askCode = (mailAddress: string) => this.ask('mutation($input: AskSignInCodeInput!) { answer: askSignInCode(input: $input) { __typename } }', { mailAddress });
  async signIn(code: string): Promise<string | undefined> {
    const { answer } = await this.ask('mutation($input: SignInInput!) { answer: signIn(input: $input) { __typename ... on Refused { code } } }', { code });
    return answer?.code ?? answer?.__typename;
  }
  async isSignedIn(): Promise<boolean> {
    return (await this.ask('{ viewer { __typename } }'))['viewer'] !== null;
  }
}
const told = async (): Promise<number> => ((await (await fetch(`${url}/mailbox?lang=fr`)).text()).match(/Un code de connexion a été donné de vive voix/g) ?? []).length;

describe('passerelle sign-in-code, beside a house that serves', () => {
  it('has nothing to say before the person has asked, nor for nobody, and says how it is called', async () => {
    expect(await passerelle('sign-in-code', mayor)).toMatchObject({ code: 1, said: '', complained: expect.stringMatching(/code/) });
    expect(await passerelle('sign-in-code', 'personne@nulle-part.example')).toMatchObject({ code: 1, said: '' });
    expect(await passerelle('sign-in-code')).toMatchObject({ code: 2, said: '' });
  }, patience);

  it('reads out the code that signs in, in the browser that asked and in no other, once; the coordinations are told', async () => {
    const [hers, another] = [new Browser(), new Browser()];
    await hers.askCode(mayor);
    await another.askCode('adjointe@villeneuve-la-garenne.example');
    const before = await told();
    const read = await passerelle('sign-in-code', mayor, '--json');
    expect(read).toMatchObject({ code: 0, complained: '' });
    const { code, mailAddress } = JSON.parse(read.said) as { code: string; mailAddress: string };
    expect([code, mailAddress]).toEqual([expect.stringMatching(/^\d{6}$/), mayor]);
    expect(await another.signIn(code)).toBe('SIGN_IN_CODE_WRONG');
    const wrong = `${(Number(code[0]) + 1) % 10}${code.slice(1)}`;
    expect(await hers.signIn(wrong)).toBe('SIGN_IN_CODE_WRONG');
    expect([await hers.isSignedIn(), await another.isSignedIn()]).toEqual([false, false]);
    expect(await hers.signIn(code)).not.toMatch(/^[A-Z_]+$/);
    expect([await hers.isSignedIn(), await another.isSignedIn()]).toEqual([true, false]);
    const late = new Browser();
    expect(await late.signIn(code)).toMatch(/^SIGN_IN_CODE_/);
    for (let waited = 0; waited < 100 && (await told()) === before; waited += 1) await new Promise((wake) => setTimeout(wake, 200));
    expect(await told()).toBeGreaterThan(before);
  }, patience);
});
