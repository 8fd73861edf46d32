import { readFileSync } from 'node:fs';
import { RecordAgreement, type RuleInput } from '#agreement';
import { RegisterPerson } from '#identity';
import { FixedClock, VersionedZones, type Answer, type Clock, type Fact } from '#kernel';
import { OpenPartnership, type PartyInput, type SeatCategory } from '#parties';
import { databaseOf, PostgresWork, UuidIds, type Ctx } from '#platform';
import type { DataSource } from 'typeorm';
import { entities } from '../../apps/api/src/entities.js';
import { filledDatabase, type FreshDatabase } from '../database.js';
import { ctxOf } from './ctx.js';

/** Who stands in the world: two sides, each with a president, an elected member, a technician and a coordinator's desk. */
export type Side = 'fr' | 'ma';
export type Office = 'president' | 'elected' | 'technician' | 'coordinator';
export type Who = `${Side}-${Office}`;

const offices: readonly (readonly [Office, SeatCategory])[] = [['president', 'CO_PRESIDENT'], ['elected', 'ELECTED_MEMBER'], ['technician', 'TECHNICIAN'], ['coordinator', 'COORDINATOR']];
const sides = {
  fr: { language: 'fr', territory: { name: 'Villeneuve-la-Garenne', country: 'FR', zone: 'Europe/Paris', locale: 'fr-FR', currency: 'EUR', hierarchy: 'Hauts-de-Seine' } },
  ma: { language: 'ar', territory: { name: 'Tiznit', country: 'MA', zone: 'Africa/Casablanca', locale: 'ar-MA', currency: 'MAD', hierarchy: 'Souss-Massa' } },
} as const;
const rules = JSON.parse(readFileSync(new URL('../../fixtures/villeneuve-tiznit/rules.json', import.meta.url), 'utf8')) as RuleInput[];

/** A real database with one partnership of two towns, made by the rooms' own actions. */
export interface World {
  readonly database: FreshDatabase;
  readonly legal: FixedClock;
  readonly machine: Clock;
  readonly zones: VersionedZones;
  /** Sees everything, as migrations do: to build states and to look. */
  readonly owner: DataSource;
  readonly app: PostgresWork;
  readonly worker: PostgresWork;
  readonly partnershipId: string;
  readonly agreementId: string;
  readonly people: ReadonlyMap<Who, string>;
  readonly parties: Readonly<Record<Side, string>>;
  /** A unit of work under the role `worker`, over connections of its own: another process of the house, by the world's machine clock or by one of its own. */
  anotherWorker(machine?: Clock): Promise<PostgresWork>;
  close(): Promise<void>;
}

/** The value of an answer. @throws Error naming the refusal. */
export async function valueOf<T>(answer: Promise<Answer<T>>): Promise<T> {
  const given = await answer;
  if (given.refused) throw new Error(`refused: ${given.code} ${JSON.stringify(given.args)}`);
  return given.value;
}

async function register(work: PostgresWork, instance: Ctx): Promise<Map<Who, string>> {
  const people = new Map<Who, string>();
  for (const side of ['fr', 'ma'] as const) {
    for (const [office] of offices) {
      const input = { displayName: `${office} ${side}`, mailAddress: `${office}@${side}.example`, language: sides[side].language };
      people.set(`${side}-${office}`, await valueOf(new RegisterPerson(work).run(instance, input)));
    }
  }
  return people;
}

const partyOf = (side: Side, people: ReadonlyMap<Who, string>): PartyInput => ({
  territory: sides[side].territory,
  organisation: { name: `Commune de ${sides[side].territory.name}`, kind: 'MUNICIPALITY' },
  shortName: sides[side].territory.name,
  presidentTitle: 'Maire',
  presidentTitleAr: 'عمدة',
  seats: offices.map(([office, category]) => ({ category, office, officeAr: office, personId: people.get(`${side}-${office}`) ?? '', from: '2024-01-01' })),
});

async function found(work: PostgresWork, partnershipId: string): Promise<void> {
  const instance = ctxOf({ partnershipIds: [partnershipId] }, { audience: 'INSTANCE' });
  const people = await register(work, instance);
  const opened = { partnershipId, name: 'Villeneuve-la-Garenne – Tiznit', parties: [partyOf('fr', people), partyOf('ma', people)] };
  await valueOf(new OpenPartnership(work).run(instance, opened));
  const convention = { partnershipId, kind: 'CONVENTION', displayName: 'Convention', effectiveOn: '2026-04-10', articles: [], axes: [], rules } as const;
  await valueOf(new RecordAgreement(work).run(instance, convention));
}

const clocksAt = (at: string, machine?: Clock): { legal: FixedClock; machine: Clock; ids: UuidIds } => {
  const legal = new FixedClock(new Date(at));
  return { legal, machine: machine ?? new FixedClock(new Date(at)), ids: new UuidIds(legal) };
};

/** Founds the two towns' partnership in an empty database: once in a run for each instant, then cloned. */
async function foundOnce(database: FreshDatabase, clocks: ReturnType<typeof clocksAt>): Promise<void> {
  const source = await databaseOf(database.app, entities, 4).initialize();
  await found(new PostgresWork(source, clocks), clocks.ids.next()).finally(() => source.destroy());
}

/** Who and what was founded, read from its rows. */
async function foundedIn(owner: DataSource): Promise<Pick<World, 'partnershipId' | 'people' | 'parties' | 'agreementId'>> {
  const rows = (await owner.query(
    `select (select id from partnership) as "partnershipId", (select id from agreement) as "agreementId",
            (select jsonb_object_agg(split_part(split_part(mail_address, '@', 2), '.', 1) || '-' || split_part(mail_address, '@', 1), id) from person) as people,
            (select jsonb_object_agg(case place when 1 then 'fr' else 'ma' end, id) from party) as parties`,
  )) as { partnershipId: string; agreementId: string; people: Record<Who, string>; parties: Record<Side, string> }[];
  const { people, ...founded } = rows[0]!;
  return { ...founded, people: new Map(Object.entries(people) as [Who, string][]) };
}

/** Opens the world at an instant (UTC) of the legal clock; without `machine`, the machine's clock stands still beside it. */
export async function openWorld(at: string, machine?: Clock): Promise<World> {
  const database = await filledDatabase(`world ${at}${machine ? ' lived' : ''}`, (empty) => foundOnce(empty, clocksAt(at, machine)));
  const sources: DataSource[] = [];
  const open = async (url: string, classes: typeof entities, size: number): Promise<DataSource> => {
    const source = await databaseOf(url, classes, size).initialize();
    sources.push(source);
    return source;
  };
  const clocks = clocksAt(at, machine);
  const owner = await open(database.owner, [], 2);
  const app = new PostgresWork(await open(database.app, entities, 4), clocks);
  const anotherWorker = async (its = clocks.machine): Promise<PostgresWork> => new PostgresWork(await open(database.worker, [], 4), { ...clocks, machine: its });
  const founded = await foundedIn(owner);
  const close = async (): Promise<void> => {
    await Promise.all(sources.map((source) => source.destroy()));
    await database.drop();
  };
  return { database, legal: clocks.legal, machine: clocks.machine, zones: new VersionedZones(), owner, app, worker: await anotherWorker(), ...founded, anotherWorker, close };
}

/** Tells facts as an action of a room would: journal and outbox in one transaction. `partnershipId` null: a fact of the instance. */
export const tell = (world: World, ...facts: Fact[]): Promise<unknown> => {
  const partnershipIds = [world.partnershipId];
  return valueOf(world.app.run(ctxOf({ partnershipIds }, { audience: 'INSTANCE' }), async (tx) => {
    tx.tell(...facts);
    return { refused: false, value: null };
  }));
};
