import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { RecordAgreement } from '#agreement';
import { RegisterPerson } from '#identity';
import { OpenPartnership, type PartyInput } from '#parties';
import type { Answer } from '#kernel';
import type { DynamicModule } from '@nestjs/common';
import { openMachines } from '../../apps/api/src/boot/machines.js';
import { conventionOf } from '../../apps/api/src/demo/convention.js';
import { openHouse, type House } from '../../apps/api/src/house.js';
import { freePort } from '../compose/servers.js';
import { filledDatabase, freshDatabase, type FreshDatabase } from '../database.js';
import { ctxOf } from '../world/ctx.js';
import { everybody, letters, seats, type Letter, type Who } from './cast.js';
import { Client } from './client.js';
import { Snapshot } from './snapshot.js';
import { Story, storyStops, type Things } from './story.js';

/** A real instance, not a demo, with two partnerships of two towns each, and every persona of the table signed in. */
export interface Ground {
  readonly house: House;
  readonly url: string;
  readonly database: FreshDatabase;
  readonly partnershipId: string;
  readonly foreignId: string;
  /** Parties of the first partnership: the side that writes, and the other. */
  readonly parties: Readonly<Record<'own' | 'other', string>>;
  readonly people: ReadonlyMap<Who, string>;
  as(who: Who): Client;
  /** The mandate a person holds or held. */
  mandateOf(personId: string): Promise<string>;
  close(): Promise<void>;
}

const towns = {
  own: { name: 'Villeneuve-la-Garenne', country: 'FR', zone: 'Europe/Paris', locale: 'fr-FR', currency: 'EUR', hierarchy: 'Hauts-de-Seine' },
  other: { name: 'Tiznit', country: 'MA', zone: 'Africa/Casablanca', locale: 'ar-MA', currency: 'MAD', hierarchy: 'Souss-Massa' },
  foreign: { name: 'Villeneuve-la-Garenne', country: 'FR', zone: 'Europe/Paris', locale: 'fr-FR', currency: 'EUR', hierarchy: 'Loire' },
  away: { name: 'Tiznit', country: 'MA', zone: 'Africa/Casablanca', locale: 'ar-MA', currency: 'MAD', hierarchy: 'Souss' },
} as const;
type Town = keyof typeof towns;

async function valueOf<T>(answer: Promise<Answer<T>>): Promise<T> {
  const given = await answer;
  if (given.refused) throw new Error(`refused: ${given.code} ${JSON.stringify(given.args)}`);
  return given.value;
}

async function register(house: House): Promise<Map<Who, string>> {
  const people = new Map<Who, string>();
  const instance = ctxOf(null, { audience: 'INSTANCE' });
  for (const who of everybody) {
    if (who === 'nobody' || who.startsWith('revoked')) continue;
    const input = { displayName: `Person ${who}`, mailAddress: `${who.toLowerCase()}@access.example`, language: 'fr' as const };
    people.set(who, await valueOf(house.app.get(RegisterPerson).run(instance, input)));
  }
  for (const letter of letters) people.set(`revoked-${letter}`, people.get(`own-${letter}`) ?? '');
  return people;
}

function partyOf(town: Town, people: ReadonlyMap<Who, string>, held: readonly Letter[]): PartyInput {
  const territory = towns[town];
  const seatOf = (letter: Letter) => {
    const office = `${seats[letter]} de ${territory.name}`;
    return { category: seats[letter], office, officeAr: office, personId: people.get(`${town as 'own'}-${letter}`) ?? people.get('foreign-C') ?? '', from: '2026-01-01' };
  };
  return { territory, organisation: { name: `Commune de ${territory.name} (${town})`, kind: 'MUNICIPALITY' }, shortName: territory.name, presidentTitle: 'Maire', presidentTitleAr: 'عمدة', seats: held.map(seatOf) };
}

/** A partnership with its convention; answers the ids of its parties, in the order given. */
async function found(house: House, partnershipId: string, parties: readonly PartyInput[]): Promise<string[]> {
  const instance = ctxOf({ partnershipIds: [partnershipId] }, { audience: 'INSTANCE' });
  const { partyIds } = await valueOf(house.app.get(OpenPartnership).run(instance, { partnershipId, name: `Partenariat ${parties.map(({ organisation }) => organisation.name).join(' – ')}`, parties }));
  const named = new Map(parties.map(({ shortName }, index) => [shortName, partyIds[index] ?? '']));
  await valueOf(house.app.get(RecordAgreement).run(instance, await conventionOf(partnershipId, named, '2026-04-10')));
  return partyIds;
}

/** Who held each seat of the first side before: a mandate that ended the day its successor's began. */
async function addFormer(beside: Snapshot, partyId: string, people: ReadonlyMap<Who, string>): Promise<void> {
  for (const letter of letters) {
    const person = people.get(`former-${letter}`);
    await beside.ask(`insert into mandate (partnership_id, id, seat_id, person_id, "from", "until") select partnership_id, $1, id, $2, '2020-01-01', '2026-01-01' from seat where party_id = $3 and category = $4`, [randomUUID(), person, partyId, seats[letter]]);
  }
}

/**
 * A session per persona, its identity proved for the whole run; revoked ones are ended. Rows, not 50 sign-ins: those are limited, and
 * have their own tests. Columns that another version of the table does not have are left out.
 */
export async function openSessions<Name extends string>(beside: Snapshot, people: ReadonlyMap<Name, string>): Promise<Map<Name, string>> {
  const columns = await beside.ask<{ name: string }>(`select column_name as name from information_schema.columns where table_schema = 'public' and table_name = 'session'`);
  const cookies = new Map<Name, string>();
  const [clock] = await beside.ask<{ now: Date; later: Date }>(`select now(), now() + interval '2 hours' as later`);
  for (const [who, personId] of people) {
    const token = randomBytes(32).toString('base64url');
    const tokenHash = createHash('sha256').update(token).digest();
    const row: Record<string, unknown> = {
      id: randomUUID(), person_id: personId, token_hash: tokenHash, method: 'MAIL_CODE', browser: 'FIREFOX', platform: 'LINUX', started_at: clock?.now, last_seen_at: clock?.now,
      expires_at: clock?.later, step_up_at: clock?.now, step_up_method: 'MAIL_CODE', ended_at: who.startsWith('revoked') ? clock?.now : null,
    };
    const names = Object.keys(row).filter((name) => columns.some((column) => column.name === name));
    await beside.ask(`insert into session (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`, names.map((name) => row[name]));
    cookies.set(who, `passerelle-session=${token}`);
  }
  return cookies;
}

/** What opens the house over these databases: `demo` off, on a free loopback port. */
async function serve(database: FreshDatabase, wish: Wish): Promise<{ house: House; url: string }> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const chosen = { port, host: '127.0.0.1', publicUrl: url, database: undefined, redisUrl: undefined, smtpUrl: 'smtp://127.0.0.1:9', mailFrom: 'passerelle@localhost.example', dataDir: '.data', demo: false, instanceSecret: undefined, role: 'api' };
  const machines = await openMachines(chosen as unknown as Parameters<typeof openMachines>[0], { ...database, embedded: false, stop: async () => undefined });
  const house = await openHouse({
    urls: database, publicUrl: url, secret: 'the secret of a test, long enough to serve', demo: false,
    webDirectory: wish.web ? join(process.cwd(), 'dist/web') : null, ...machines, ...(wish.rooms && { rooms: wish.rooms }),
  });
  house.legalClock.freezeAt(new Date('2026-09-01T09:00:00Z'));
  await house.listen(port, '127.0.0.1');
  return { house, url };
}

export interface Wish {
  /** Also serve the web, from `dist/web`. */
  readonly web?: boolean;
  /** Another database than one of the run's own; its own `drop` ends it. */
  readonly database?: FreshDatabase;
  /** Further rooms: a planted operation. */
  readonly rooms?: DynamicModule['imports'] & object;
}

/** Who and what was laid in a database: what a clone of it must be told. */
type Standing = Pick<Ground, 'partnershipId' | 'foreignId' | 'parties'> & { readonly people: readonly (readonly [Who, string])[]; readonly cookies: readonly (readonly [Who, string])[] };

/** Registers everybody, founds both partnerships and signs everybody in. */
async function lay(house: House, database: FreshDatabase): Promise<Standing> {
  const people = await register(house);
  const [partnershipId, foreignId] = [randomUUID(), randomUUID()];
  const [own = '', other = ''] = await found(house, partnershipId, [partyOf('own', people, letters), partyOf('other', people, letters)]);
  await found(house, foreignId, [partyOf('foreign', people, letters), partyOf('away', people, ['C'])]);
  const beside = await Snapshot.beside(database.superuser);
  await addFormer(beside, own, people);
  await beside.ask(`insert into instance_admin (person_id, since) values ($1, '2026-01-01')`, [people.get('admin')]);
  const cookies = await openSessions(beside, people);
  await beside.close();
  return { partnershipId, foreignId, parties: { own, other }, people: [...people], cookies: [...cookies] };
}

function groundOf(served: { house: House; url: string }, database: FreshDatabase, { people, cookies, ...standing }: Standing): Ground {
  const [named, held] = [new Map(people), new Map(cookies)];
  const close = async (): Promise<void> => {
    await served.house.close();
    await database.drop();
  };
  const mandateOf = async (personId: string): Promise<string> => {
    const hand = await Snapshot.beside(database.superuser);
    const [mandate] = await hand.ask<{ id: string }>('select id from mandate where person_id = $1', [personId]);
    await hand.close();
    return mandate?.id ?? '';
  };
  return { ...served, ...standing, database, mandateOf, people: named, as: (who) => new Client(served.url, held.get(who) ?? ''), close };
}

/** Keeps what was laid and played in the database itself, for its clones. */
async function fill(database: FreshDatabase): Promise<void> {
  const served = await serve(database, {});
  const standing = await lay(served.house, database);
  const things = await new Story(groundOf(served, database, standing)).play();
  await served.house.close();
  const beside = await Snapshot.beside(database.superuser);
  await beside.ask('create schema told');
  await beside.ask('create table told.ground as select $1::jsonb as standing, $2::jsonb as things', [JSON.stringify(standing), JSON.stringify(things)]);
  await beside.close();
}

/** Takes out of a clone what was kept in it; sessions begin now. */
async function toldIn(database: FreshDatabase): Promise<{ standing: Standing; things: Things }> {
  const beside = await Snapshot.beside(database.superuser);
  const [told] = await beside.ask<{ standing: Standing; things: Things }>('select standing, things from told.ground');
  await beside.ask('drop schema told cascade');
  await beside.ask(`update session set expires_at = now() + interval '2 hours', step_up_at = now(), last_seen_at = now() where ended_at is null`);
  await beside.close();
  if (!told) throw new Error('nothing was laid in this database');
  return told;
}

/** A clone of the ground on which the story was played once in the run: nobody serves it yet. */
export const playedDatabase = (): Promise<FreshDatabase> => filledDatabase('ground played', fill);

/** The ground on which the story was played; the legal clock stands where it stopped. */
export async function openPlayed(wish: Wish = {}): Promise<{ ground: Ground; things: Things }> {
  const database = wish.database ?? (await playedDatabase());
  const { standing, things } = await toldIn(database);
  const served = await serve(database, wish);
  served.house.legalClock.freezeAt(storyStops);
  return { ground: groundOf(served, database, standing), things };
}

/** The ground, with nobody's story on it yet. */
export async function openGround(wish: Wish = {}): Promise<Ground> {
  const database = wish.database ?? (await freshDatabase());
  const served = await serve(database, wish);
  return groundOf(served, database, await lay(served.house, database));
}
