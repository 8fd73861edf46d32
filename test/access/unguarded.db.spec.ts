import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import pg from 'pg';
import { PolicyTable, type Actor, type Ctx, type HeldSeat } from '#platform';
import { HouseContextSource } from '../../apps/api/src/door/house-context-source.js';
import { everybody } from './cast.js';
import { rowsOf, type Row } from './calls.js';
import { openPlayed, playedDatabase, type Ground } from './ground.js';
import { doorRows } from './cases.js';
import { isOutside, Matrix, type Observed } from './matrix.js';
import { memberSettings, publicTables, seenTables, type Settings } from './seen-tables.js';
import { Snapshot } from './snapshot.js';
import type { Things } from './story.js';

/** Seats of the first partnership that everybody is believed to hold, once the story is played: the rooms' own rules are taken in too. */
let forged: readonly HeldSeat[] = [];
/** Planted: a house that believes the forged seats when it tells the database whose rows to show. */
let believed = false;

const ghost: Actor = { personId: '00000000-0000-0000-0000-000000000000', sessionId: null, seats: [], partnershipIds: [], partyIds: [], stepUpAt: null, isAdmin: false };
function fooled(ctx: Ctx): Ctx {
  const actor = ctx.actor ?? ghost;
  const ids = believed ? { partnershipIds: [...actor.partnershipIds, ...forged.map((seat) => seat.partnershipId)] } : {};
  // A member like the others: what the public may read of executory rows is another question, with its own tests.
  return forged.length === 0 ? ctx : { ...ctx, audience: 'MEMBER', actor: { ...actor, ...ids, seats: [...actor.seats, ...forged] } };
}

const guards = { rows: PolicyTable.prototype.rows, contextOf: HouseContextSource.prototype.contextOf };
/** Every guard of the application says yes: the policy's doors let anyone in, and everybody holds every seat. Row-level security alone is left. */
function removeGuards(): void {
  PolicyTable.prototype.rows = function open(this: PolicyTable) {
    return guards.rows.call(this).map(({ operation }) => ({ operation, who: 'ANYONE' as const }));
  };
  HouseContextSource.prototype.contextOf = async function believing(this: HouseContextSource, ...call) {
    return fooled(await guards.contextOf.apply(this, call));
  };
}

let ground: Ground;
let snapshot: Snapshot;
let things: Things;
let rows: Row[];
beforeAll(async () => {
  // Its story is one that guards had seen.
  const database = await playedDatabase();
  removeGuards();
  ({ ground, things } = await openPlayed({ database }));
  snapshot = await Snapshot.keep(ground.database.superuser);
  const lines = await snapshot.ask<{ id: string; party_id: string; category: HeldSeat['persona'] }>('select id, party_id, category from seat where partnership_id = $1', [ground.partnershipId]);
  forged = lines.map(({ id, party_id: partyId, category }) => ({ seatId: id, partnershipId: ground.partnershipId, partyId, persona: category, votes: true }));
  ground.house.app.useLogger(false);
  rows = rowsOf(ground.house.app.get(GraphQLSchemaHost).schema);
}, 300_000);
afterAll(async () => {
  Object.assign(PolicyTable.prototype, { rows: guards.rows });
  Object.assign(HouseContextSource.prototype, { contextOf: guards.contextOf });
  await snapshot.close();
  await ground.close();
});

const outsiders = everybody.filter(isOutside);

/** Questions about words that the asker sends with them: their answer is made of these words, and of no row. */
const ownWords = /^Query\.(planTable|pastTable|readStamps)$/;
/** What got through: rows read, rows written, ids told. */
async function through(some: readonly Row[]): Promise<string[]> {
  const matrix = new Matrix(ground, snapshot);
  const observed: Observed[] = [];
  for (const row of some) observed.push(await matrix.observe(row, { partnershipId: ground.partnershipId, parties: ground.parties, things }, outsiders));
  await matrix.readDoorAgain();
  const opened = observed.filter(({ name }) => !doorRows.test(`${name} `) && !ownWords.test(name)).flatMap(({ name, state, cells }) => outsiders.filter((who) => ['seen', 'done'].includes(cells[who])).map((who) => `${name} ${state}: ${cells[who]} by ${who}`));
  return [...opened, ...matrix.leaked.map((leak) => `told ${leak}`), ...matrix.spilled.map((spill) => `written ${spill}`), ...matrix.mistaken.map((person) => `taken for another: ${person}`)];
}
const named = (pattern: RegExp): Row[] => rows.filter(({ name }) => pattern.test(name));

describe('each table, asked by the role of requests itself', () => {
  let app: pg.Client;
  beforeAll(async () => {
    app = new pg.Client({ connectionString: ground.database.app });
    await app.connect();
  });
  afterAll(() => app.end());
  const tablesSeen = (as: pg.Client, settings: Settings): Promise<string[]> => seenTables(snapshot, as, { partnershipId: ground.partnershipId, settings });
  const settingsOf = (id: string, party: string): Settings => memberSettings(ground.people.get('foreign-C') ?? '', id, party);

  it('shows its own members what they own, and nothing of it to others, to nobody, to a request that said nothing', async () => {
    expect((await tablesSeen(app, settingsOf(ground.partnershipId, ground.parties.own))).length).toBeGreaterThan(25);
    expect(await tablesSeen(app, settingsOf(ground.foreignId, ground.foreignId))).toEqual([]);
    expect((await tablesSeen(app, { audience: 'PUBLIC' })).filter((name) => !publicTables.includes(name))).toEqual([]);
    expect((await tablesSeen(app, {})).filter((name) => !publicTables.includes(name))).toEqual([]);
  });

  it('planted: one open policy on any table that has rows is found', async () => {
    for (const table of await tablesSeen(app, settingsOf(ground.partnershipId, ground.parties.own))) {
      await snapshot.ask(`create policy planted on ${table} for select to passerelle_app using (true)`);
      const seen = await tablesSeen(app, settingsOf(ground.foreignId, ground.foreignId));
      await snapshot.ask(`drop policy planted on ${table}`);
      expect(seen).toContain(table);
    }
  });
});

describe('row-level security, every guard of the application gone', () => {
  it('lets nobody from outside read or write a row of the partnership', async () => {
    expect(rows.length * outsiders.length).toBeGreaterThan(2_500);
    expect(await through(rows)).toEqual([]);
  }, 600_000);

  it('is what held: the guards were really gone', async () => {
    const own = await new Matrix(ground, snapshot).observe(named(/^Mutation.freezePlan$/)[0] as Row, { partnershipId: ground.partnershipId, parties: ground.parties, things }, ['own-G', 'own-P']);
    expect(own.cells).toMatchObject({ 'own-P': 'done' });
  });

  it('planted: policies that show every partnership are seen', async () => {
    const tables = ['partnership', 'party', 'seat', 'mandate', 'person', 'agreement', 'article', 'rule', 'axis', 'operation', 'action_lead', 'meeting'];
    for (const table of tables) await snapshot.ask(`create policy planted on ${table} for select to passerelle_app using (true)`);
    const found = await through(named(/^Query.partnership$/));
    for (const table of tables) await snapshot.ask(`drop policy planted on ${table}`);
    expect(found.join()).toContain('Query.partnership : seen by foreign-G');
  });

  it('planted: tables whose row-level security is off are written to', async () => {
    for (const table of ['meeting', 'reading']) await snapshot.ask(`alter table ${table} disable row level security`);
    const found = await through(named(/^Mutation.recordReading$/));
    for (const table of ['meeting', 'reading']) await snapshot.ask(`alter table ${table} enable row level security`);
    expect(found.join()).toContain('Mutation.recordReading convened: done by foreign-G');
  });

  it('planted: a house that tells the database what was forged is found out', async () => {
    believed = true;
    const found = await through(named(/^(Query.minutes|Mutation.freezePlan)$/));
    believed = false;
    expect(found.join()).toContain('Query.minutes final: seen by foreign-G');
    expect(found.filter((line) => line.includes('freezePlan')).join()).toContain('Mutation.freezePlan agreed: done by');
  });
});
