import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openMachines } from '../../apps/api/src/boot/machines.js';
import { openDemo } from '../../apps/api/src/demo/open-demo.js';
import { openHouse, type House } from '../../apps/api/src/house.js';
import { usualSessionLimits } from '#identity';
import { NoticesDesk } from '#notices';
import pg from 'pg';
import { filledDatabase, type FreshDatabase } from '../database.js';
import { standAt } from './stand-at.js';

/** One person's client: signed in by a demo link, over HTTP, with a cookie of its own. */
export interface Client {
  /** One document; answers `data`. @throws Error with the messages when GraphQL answers errors. */
  ask<Shown>(document: string, variables?: object): Promise<Shown>;
  /** One mutation by its name; answers the union's value, accepted or refused. */
  act<Shown = { __typename: string; code?: string; sentence?: string; source?: { reference: string; quote: string | null } | null }>(mutation: string, input: object, selection?: string): Promise<Shown>;
}

export interface DemoHouse {
  readonly house: House;
  readonly url: string;
  readonly database: FreshDatabase;
  as(persona: string): Promise<Client>;
  /** Hears, plans and sends all that is due at the legal clock's instant. */
  tick(): Promise<void>;
  close(): Promise<void>;
}

/** The instance's secret of every demonstration of the tests. */
export const demoSecret = 'the secret of a test, long enough to serve';

type Ask = <Shown>(document: string, variables?: object) => Promise<Shown>;
/** What a mutation answers when it is accepted, asked of the schema once. */
const successes = new Map<string, string>();
async function successOf(ask: Ask, name: string): Promise<string> {
  const { __type } = await ask<{ __type: { possibleTypes: { name: string }[] } }>('query($name: String!) { __type(name: $name) { possibleTypes { name } } }', { name: `${name}Answer` });
  const success = __type.possibleTypes.find((type) => type.name !== 'Refused')!.name;
  successes.set(name, success);
  return success;
}

async function clientOf(url: string, persona: string): Promise<Client> {
  const entered = await fetch(`${url}/demo/${persona}`, { redirect: 'manual' });
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  if (entered.status !== 303 || !cookie) throw new Error(`${persona} could not enter: ${entered.status}`);
  const ask = async <Shown>(query: string, variables: object = {}): Promise<Shown> => {
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ query, variables }) });
    const { data, errors } = (await response.json()) as { data?: Shown; errors?: { message: string }[] };
    if (errors?.length || !data) throw new Error(`${persona}: ${errors?.map(({ message }) => message).join('; ')}`);
    return data;
  };
  return {
    ask,
    act: async <Shown>(mutation: string, input: object, selection = '__typename'): Promise<Shown> => {
      const name = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}`;
      const success = successes.get(name) ?? (await successOf(ask, name));
      const document = `mutation($input: ${name}Input!) { done: ${mutation}(input: $input) { __typename ... on ${success} { ${selection} } ... on Refused { code sentence source { reference quote } } } }`;
      return (await ask<{ done: Shown }>(document, { input })).done;
    },
  };
}

/** A port nobody listens on: links and cookies are built from it before the house opens. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

interface Opened {
  readonly house: House;
  readonly url: string;
  readonly port: number;
}

/** A house over a database, its demo told or found, not listening yet. */
async function openOver(database: FreshDatabase, wish: { clock: string; web?: boolean }): Promise<Opened> {
  const port = await freePort();
  const settings = {
    port, host: '127.0.0.1', publicUrl: `http://localhost:${port}`, database: undefined, redisUrl: undefined, smtpUrl: undefined,
    mailFrom: 'passerelle@localhost.example', dataDir: '.data', demo: true, instanceSecret: undefined, role: 'both', trustProxy: undefined, sessions: usualSessionLimits,
    notice: { publisher: undefined, publisherAddress: undefined, publisherPhone: undefined, publicationDirector: undefined, hosting: undefined, dpo: undefined },
  } as const;
  const machines = await openMachines(settings, { ...database, embedded: false, stop: async () => undefined });
  const house = await openHouse({
    urls: database, publicUrl: settings.publicUrl, secret: demoSecret, demo: true,
    webDirectory: wish.web ? join(process.cwd(), 'dist/web') : null, ...machines,
  });
  await openDemo(house, wish.clock);
  return { house, url: settings.publicUrl, port };
}

async function asOwnerOfAll(database: FreshDatabase, statement: string, values: readonly unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: database.superuser });
  await client.connect();
  await client.query(statement, [...values]).finally(() => client.end());
}

/** Tells the story once in the whole run; every letter it sent bears this address, which each clone makes its own. */
const toldAt = 'http://told.localhost.example';
async function tellOnce(database: FreshDatabase, clock: string): Promise<void> {
  const { house, url } = await openOver(database, { clock });
  await house.close();
  await asOwnerOfAll(database, 'update mailbox_message set html = replace(html, $1, $2), text = replace(text, $1, $2)', [url, toldAt]);
}

/**
 * The demo standing at `clock` (civil instant in Paris), served on a free loopback port: over its own clone of a demo told once in
 * the run, or over a database that a demo has lived in.
 */
export async function openDemoHouse(wish: { clock: string; web?: boolean; database?: FreshDatabase }): Promise<DemoHouse> {
  const database = wish.database ?? (await filledDatabase(`demo ${wish.clock}`, (empty) => tellOnce(empty, wish.clock)));
  const { house, url, port } = await openOver(database, wish);
  if (!wish.database) {
    await asOwnerOfAll(database, 'update mailbox_message set html = replace(html, $1, $2), text = replace(text, $1, $2)', [toldAt, url]);
    await standAt(house, wish.clock, database);
  }
  await house.listen(port, '127.0.0.1');
  const tick = (): Promise<void> => house.app.get(NoticesDesk).tick().then(() => undefined);
  const close = async (): Promise<void> => {
    await house.close(250);
    await database.drop();
  };
  return { house, url, database, as: (persona) => clientOf(url, persona), tick, close };
}
