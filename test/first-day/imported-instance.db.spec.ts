import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NoticesDesk } from '#notices';
import { readSettings } from '#platform';
import { importPartnership } from '../../apps/api/src/archive/import-partnership.js';
import { appointAdminCommand } from '../../apps/api/src/cli/appoint-admin.command.js';
import type { CommandLine } from '../../apps/api/src/cli/command.js';
import { Archive } from '../../apps/api/src/verify/archive.js';
import { verifyArchive } from '../../apps/api/src/verify/verify-archive.js';
import { openDemoHouse } from '../world/demo-house.js';
import { openInstanceHouse, type InstanceHouse } from '../world/instance-house.js';

/** A partnership taken away in its archive and opened in an empty instance: nobody has an address there, and its admin makes the first step. */
const patience = 120_000;
const admin = 'admin@instance.example';
let instance: InstanceHouse;
let folder: string;
let heads: string[];

/** One person's browser, without a window: it keeps its cookies. */
class Visitor {
  private readonly jar = new Map<string, string>();

  private async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${instance.url}${path}`, { ...init, headers: { 'content-type': 'application/json', cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      this.jar.set(name, value);
    }
    return response;
  }
  async ask<Shown>(query: string, variables: object = {}): Promise<Shown> {
    const { data, errors } = (await (await this.fetch('/graphql', { method: 'POST', body: JSON.stringify({ query, variables }) })).json()) as { data: Shown | null; errors?: { message: string }[] };
    if (!data) throw new Error(errors?.map(({ message }) => message).join('; '));
    return data;
  }
  /** « done », or the code of the refusal. */
  async act(mutation: string, input: object): Promise<string> {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const { done } = await this.ask<{ done: { code?: string } }>(`mutation($input: ${type}!) { done: ${mutation}(input: $input) { ... on Refused { code } } }`, { input });
    return done.code ?? 'done';
  }
  async signIn(address: string): Promise<this> {
    await this.act('askSignInCode', { mailAddress: address });
    const [code = ''] = /\b\d{3}\s?\d{3}\b/.exec(await instance.letter(address, 'code')) ?? [];
    expect(await this.act('signIn', { code: code.replaceAll(/\s/g, '') })).toBe('done');
    return this;
  }
  async download(name: string): Promise<string> {
    const response = await this.fetch('/files/partnership.zip');
    expect(response.status).toBe(200);
    const path = join(folder, name);
    await writeFile(path, Buffer.from(await response.arrayBuffer()));
    return path;
  }
}

interface Vacant {
  readonly partnershipId: string;
  readonly partyId: string;
  readonly party: string;
  readonly unreached: { id: string; displayName: string }[];
  readonly invited: string | null;
}
const vacantDesks = async (visitor: Visitor): Promise<Vacant[]> =>
  (await visitor.ask<{ vacantDesks: Vacant[] }>('{ vacantDesks { partnershipId partyId party unreached { id displayName } invited } }')).vacantDesks;
const coordinator = (mailAddress: string) => ({ displayName: 'Karim Alami', mailAddress, language: 'fr', office: 'Coordination', officeAr: 'التنسيق' });
const letters = (address: string) => instance.ask<{ subject: string }>('select subject from mailbox_message where to_address = $1', [address]);
const told = async (kind: string): Promise<number> => (await instance.ask<{ n: number }>('select count(*)::int as n from journal where kind = $1', [kind]))[0]?.n ?? 0;
const invitationOf = async (address: string): Promise<string> => /\/invitation\/([0-9a-f-]{36})/.exec(await instance.letter(address, 'Invitation'))?.[1] ?? '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'imported-'));
  const demo = await openDemoHouse({ clock: '2026-11-23T10:00' });
  const entered = await fetch(`${demo.url}/demo/coordinatrice`, { redirect: 'manual' });
  const zip = await fetch(`${demo.url}/files/partnership.zip`, { headers: { cookie: (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '' } });
  await writeFile(join(folder, 'away.zip'), Buffer.from(await zip.arrayBuffer()));
  await demo.close();
  instance = await openInstanceHouse({ displayName: 'Amina Benali', mailAddress: admin }, '2026-11-23');
  const archive = await Archive.open(join(folder, 'away.zip'));
  expect(await importPartnership(instance.database.owner, archive, { demo: true })).toBeNull();
  heads = [archive.manifest.head.hash];
  archive.close();
}, patience);
afterAll(async () => {
  await instance?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('an instance in which an archive was opened', () => {
  let runs: Visitor;
  let desks: Vacant[];
  const invite = (desk: Vacant | undefined, address: string, personId: string | null = desk?.unreached[0]?.id ?? null): Promise<string> =>
    runs.act('inviteCoordinator', { partnershipId: desk?.partnershipId, partyId: desk?.partyId, personId, coordinator: coordinator(address) });

  it('shows its admin both sides without coordination, who held them, and nothing else; to a stranger, nothing', async () => {
    runs = await new Visitor().signIn(admin);
    desks = await vacantDesks(runs);
    expect(desks.map(({ unreached, invited }) => [unreached.length, invited])).toEqual([[1, null], [1, null]]);
    expect(await runs.ask('query($id: ID!) { people(partnershipId: $id) { today } partnership(id: $id) { name } }', { id: desks[0]?.partnershipId })).toEqual({ people: null, partnership: null });
    await expect(vacantDesks(new Visitor())).rejects.toThrow('Connectez-vous');
    expect(await instance.ask('select from coordination_desks($1)', [desks[0]?.unreached[0]?.id])).toEqual([]);
  }, patience);

  it('a mistyped address is taken back with its invitation: it neither accepts nor signs in, although the mandate runs', async () => {
    expect(await invite(desks[0], 'mistyped@nord.example')).toBe('done');
    const lost = await invitationOf('mistyped@nord.example');
    const wrong = await new Visitor().signIn('mistyped@nord.example');
    expect(await invite(desks[0], 'coordination@nord.example')).toBe('done');
    expect(await wrong.ask('{ viewer { person { id } } }')).toEqual({ viewer: null });
    expect(await wrong.act('askSignInCode', { mailAddress: 'mistyped@nord.example' })).toBe('done');
    expect((await letters('mistyped@nord.example')).filter(({ subject }) => subject.includes('code'))).toHaveLength(1);
    expect(await instance.ask('select withdrawn_at is not null as withdrawn from invitation where id = $1', [lost])).toEqual([{ withdrawn: true }]);
  }, patience);

  it('refuses a stranger to the desk, another partnership’s side, one address for both sides', async () => {
    expect(await invite(desks[1], 'x@sud.example', desks[0]?.unreached[0]?.id)).toBe('NOT_FOUND');
    expect(await runs.act('inviteCoordinator', { partnershipId: desks[0]?.partyId, partyId: desks[0]?.partyId, coordinator: coordinator('x@sud.example') })).toBe('NOT_FOUND');
    expect(await invite(desks[1], 'coordination@nord.example')).toBe('MAIL_ADDRESS_TAKEN');
    expect(await invite(desks[1], 'coordination@nord.example', null)).toBe('COORDINATES_ANOTHER_PARTY');
  }, patience);

  it('lets both coordinators in again, by their own acceptance, with their names and mandates; then the admin names nobody there any more', async () => {
    const [north] = desks;
    const mandates = () => instance.ask('select count(*)::int as n from mandate');
    const before = await mandates();
    const first = await new Visitor().signIn('coordination@nord.example');
    expect(await first.act('acceptInvitation', { invitationId: await invitationOf('coordination@nord.example') })).toBe('done');
    expect(await mandates()).toEqual(before);
    expect((await vacantDesks(runs)).map(({ partyId }) => partyId)).toEqual([desks[1]?.partyId]);
    expect(await invite(north, 'other@nord.example')).toBe('COORDINATOR_IN_OFFICE');
    expect(await invite(north, 'other@nord.example', null)).toBe('COORDINATOR_IN_OFFICE');

    expect(await invite(desks[1], 'coordination@sud.example')).toBe('done');
    expect(await instance.letter('coordination@nord.example', 'Coordination de')).toContain(desks[1]?.unreached[0]?.displayName ?? '-');
    const second = await new Visitor().signIn('coordination@sud.example');
    expect(await second.act('acceptInvitation', { invitationId: await invitationOf('coordination@sud.example') })).toBe('done');
    expect(await vacantDesks(runs)).toEqual([]);
    expect(await told('CoordinatorInvited')).toBe(3);

    const zips = [await first.download('north.zip'), await second.download('south.zip')];
    for (const zip of zips) {
      const archive = await Archive.open(zip);
      expect((await verifyArchive(archive)).findings).toEqual([]);
      expect(archive.manifest.head.hash).not.toBe(heads[0]);
      archive.close();
    }
    expect(new Set(await Promise.all(zips.map(async (zip) => createHash('sha256').update(await (await import('node:fs/promises')).readFile(zip)).digest('hex')))).size).toBe(1);
  }, patience);

  it('nobody is written to at the address of an archive', async () => {
    await instance.house.app.get(NoticesDesk).tick();
    expect(await instance.ask(`select 1 from mailbox_message where to_address like '%import.invalid'`)).toEqual([]);
  }, patience);

  it.each([
    ['whoever asks', 'where is_instance_admin($1)', 'where true'],
    ['an address not taken up', 'not exists (select from public.invitation again', 'true or not exists (select from public.invitation again'],
  ])('a planted defect in the door is seen: %s', async (_what, sound, planted) => {
    const [{ body }] = (await instance.ask<{ body: string }>(`select pg_get_functiondef('coordination_desks'::regproc) as body`)) as [{ body: string }];
    expect(body).toContain(sound);
    const personId = desks[0]?.unreached[0]?.id;
    await instance.ask('update invitation set begun_at = null, accepted_at = null, withdrawn_at = null where person_id = $1', [personId]);
    const seen = async (): Promise<unknown[]> => [(await instance.ask('select from coordination_desks($1)', [personId])).length > 0, (await vacantDesks(runs)).some(({ unreached }) => unreached.some(({ id }) => id === personId))];
    expect(await seen()).toEqual([false, true]);
    await instance.ask(body.replace(sound, planted));
    expect(await seen()).not.toEqual([false, true]);
    await instance.ask(body);
  }, patience);
});

describe('passerelle appoint-admin', () => {
  const said: string[] = [];
  const line = (...words: string[]): CommandLine => {
    const read = readSettings({ DATA_DIR: folder });
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    const { owner, app } = instance.database;
    return { words, json: false, settings: read.settings, say: (sentence) => void said.push(sentence), result: () => undefined, databases: () => Promise.resolve({ ...instance.database, owner, app, worker: '', queue: '', auditor: '', embedded: false, stop: () => Promise.resolve() }) };
  };
  const admins = () => instance.ask('select mail_address from instance_admin join person on person.id = person_id where "until" is null order by 1');

  it('names one person more, once however often it is called, and tells the others', async () => {
    expect(await appointAdminCommand.run(line())).toBe(2);
    expect(await appointAdminCommand.run(line('second@instance.example'))).toBe(1);
    expect(said.at(-1)).toContain('--name');
    const before = await told('InstanceAdminAppointed');
    expect(await appointAdminCommand.run(line('Second@instance.example', '--name', 'Karim Alami'))).toBe(0);
    expect(await appointAdminCommand.run(line('second@instance.example'))).toBe(0);
    expect(said.at(-1)).toContain('rien n’a changé');
    expect(await admins()).toEqual([{ mail_address: admin }, { mail_address: 'second@instance.example' }]);
    expect((await told('InstanceAdminAppointed')) - before).toBe(1);
    expect(await instance.letter(admin, 'administre')).toContain('Karim Alami');
    expect(await letters('second@instance.example')).toEqual([]);
    await vacantDesks(await new Visitor().signIn('second@instance.example'));
  }, patience);
});
