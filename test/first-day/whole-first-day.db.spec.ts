import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SmtpSink } from '../../libs/platform/src/mail/smtp-sink.contract.js';
import { fewFiles } from '../few-files/few-files.js';

/** A town hall's first day by the real processes: `passerelle init`, the house over its own embedded database, mails by SMTP. */
const dist = join(process.cwd(), 'dist');
const built = (path: string): string => join(fewFiles(), 'apps/api/src', path);
let folder: string;
let sink: SmtpSink;
let house: ChildProcess | null = null;
let url: string;

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

const environment = (): NodeJS.ProcessEnv => {
  const { NODE_OPTIONS: _options, DEMO: _demo, ...rest } = process.env;
  return rest;
};

function ended(words: readonly string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, { cwd: folder, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
    child.once('close', (code) => resolve({ code, said }));
  });
}

/** The newest letter to an address, waited for: it leaves by the house's own worker. */
async function letterTo(address: string, after = 0): Promise<string> {
  for (let tenth = 0; tenth < 300; tenth += 1) {
    const letter = sink.received.slice(after).findLast(({ rcptTo }) => rcptTo.includes(address));
    if (letter) return letter.raw.slice(letter.raw.indexOf('\r\n\r\n')).replaceAll(/=\r\n/g, '');
    await sleep(100);
  }
  throw new Error(`no letter to ${address}`);
}

const digitsOf = (letter: string): string => (/\b(\d{3})(?:\s|=C2=A0|\u00a0)?(\d{3})\b/.exec(letter)?.slice(1) ?? []).join('');

/** One person's browser, without a window: it keeps its cookies. */
class Visitor {
  private readonly cookies = new Map<string, string>();

  async ask<Shown>(query: string, variables: object = {}): Promise<Shown> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ query, variables }) });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      this.cookies.set(name, value);
    }
    const { data, errors } = (await response.json()) as { data?: Shown; errors?: { message: string }[] };
    if (!data) throw new Error(errors?.map(({ message }) => message).join('; '));
    return data;
  }

  async signIn(address: string): Promise<void> {
    const before = sink.received.length;
    await this.ask('mutation($input: AskSignInCodeInput!) { askSignInCode(input: $input) { __typename } }', { input: { mailAddress: address } });
    const code = digitsOf(await letterTo(address, before));
    const { signIn } = await this.ask<{ signIn: { __typename: string } }>('mutation($input: SignInInput!) { signIn(input: $input) { __typename } }', { input: { code } });
    expect(signIn.__typename).toBe('SignedIn');
  }
}

const party = (shortName: string, country: string, mailAddress: string) => ({
  organisation: `Commune de ${shortName}`, kind: 'MUNICIPALITY', shortName, country, presidentTitle: 'Maire', presidentTitleAr: 'العمدة',
  coordinator: { displayName: country === 'FR' ? 'Camille Roux' : 'Salma Idrissi', mailAddress, language: 'fr', office: 'Coordination', officeAr: 'التنسيق' },
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-first-day-'));
  symlinkSync(dist, join(folder, 'dist'));
  sink = await SmtpSink.open();
  url = `http://localhost:${await freePort()}`;
}, 60_000);
afterAll(async () => {
  if (house && house.exitCode === null) {
    const gone = new Promise((resolve) => house?.once('close', resolve));
    house.kill('SIGTERM');
    await gone;
  }
  await sink.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the first real day, by its own processes', () => {
  it('init mails a code, and with it opens the instance', async () => {
    const words = [built('cli/main.js'), 'init', '--yes', '--public-url', url, '--port', new URL(url).port, '--smtp-url', sink.url, '--mail-from', 'passerelle@ville.example', '--admin-name', 'Amina Benali', '--admin-mail', 'amina@ville.example', '--publisher', 'Commune'];
    expect(await ended(words)).toMatchObject({ code: 0, said: expect.stringContaining('Un code à six chiffres est parti') });
    const opened = await ended([built('cli/main.js'), 'init', '--code', digitsOf(await letterTo('amina@ville.example'))]);
    expect(opened).toMatchObject({ code: 0, said: expect.stringContaining('L’instance est prête') });
  }, 120_000);

  it('the house serves it, ready, and no demonstration with it', async () => {
    house = spawn(process.execPath, [built('main.js')], { cwd: folder, env: environment(), stdio: 'ignore' });
    for (let tenth = 0; tenth < 600 && !(await fetch(`${url}/health/ready`).then(({ ok }) => ok, () => false)); tenth += 1) await sleep(100);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    expect((await fetch(`${url}/demo/maire`, { redirect: 'manual' })).status).toBe(404);
    expect(readdirSync(join(folder, 'instance'))).not.toContain('demo.secret');
  }, 120_000);

  it('the admin opens a partnership; both first coordinators are invited, sign in by code and accept', async () => {
    const admin = new Visitor();
    await admin.signIn('amina@ville.example');
    const input = { name: 'Nord – Sud', parties: [party('Ville-du-Nord', 'FR', 'camille@nord.example'), party('Ville-du-Sud', 'MA', 'salma@sud.example')] };
    const { openPartnership } = await admin.ask<{ openPartnership: { __typename: string } }>('mutation($input: OpenPartnershipInput!) { openPartnership(input: $input) { __typename } }', { input });
    expect(openPartnership.__typename).toBe('PartnershipOpened');
    for (const address of ['camille@nord.example', 'salma@sud.example']) {
      const invitationId = /\/invitation\/([0-9a-f-]{36})/.exec(await letterTo(address))?.[1];
      const coordinator = new Visitor();
      await coordinator.signIn(address);
      const accepted = await coordinator.ask<{ acceptInvitation: { __typename: string } }>('mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename } }', { input: { invitationId } });
      expect(accepted.acceptInvitation.__typename).toBe('Invitation');
      const { viewer } = await coordinator.ask<{ viewer: { seats: { seat: { category: string } }[] } }>('{ viewer { seats { seat { category } } } }');
      expect(viewer.seats.map(({ seat }) => seat.category)).toEqual(['COORDINATOR']);
    }
  }, 120_000);

  it('and the admin, who opened it, reads nothing of it', async () => {
    const admin = new Visitor();
    await admin.signIn('amina@ville.example');
    const { viewer } = await admin.ask<{ viewer: { isAdmin: boolean; seats: object[] } }>('{ viewer { isAdmin seats { seat { id } } } }');
    expect(viewer).toEqual({ isAdmin: true, seats: [] });
    await expect(admin.ask('{ people { name } }')).resolves.toMatchObject({ people: null }).catch((error: Error) => expect(error.message).not.toContain('Camille'));
  }, 60_000);
});
