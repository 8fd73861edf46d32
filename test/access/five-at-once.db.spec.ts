import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { rowsOf, type Row } from './calls.js';
import { everybody, strangers, type Letter, type Who } from './cast.js';
import { openPlayed, type Ground } from './ground.js';
import { elsewhere, preparations, withoutKey } from './made-ready.js';
import { linesIn, outcomeOf } from './matrix.js';
import { Snapshot } from './snapshot.js';
import { Stage } from './stage.js';
import { storyStops, type Things } from './story.js';

/** A telephone that sends again what it believes lost, a finger that presses twice: one key, one effect, whatever the act. */
let ground: Ground;
let things: Things;
let snapshot: Snapshot;
let hand: Snapshot;
let mutations: readonly Row[];
let acts: readonly Act[];

/** An act, by whom, with what. */
interface Act {
  readonly row: Row;
  readonly who: Who;
  readonly variables: Record<string, unknown>;
}

/** Who is answered « done », by operation and state, as the reviewed table says; the first of them. */
function doers(): Map<string, Who> {
  const found = new Map<string, Who>();
  for (const line of linesIn(readFileSync(join(process.cwd(), 'docs/access-matrix.md'), 'utf8'))) {
    const [name = '', state = '', ...cells] = line.slice(2, -2).split(' | ').map((cell) => cell.trim());
    const [own = '', other = ''] = cells.slice(strangers.length);
    const lettersOf = (cell: string): string => (cell === 'done' ? 'P' : (/\bdone ([A-Z]+)/.exec(cell)?.[1] ?? ''));
    const inside = (['own', 'other'] as const).flatMap((standing, index) => [...lettersOf([own, other][index] ?? '')].map((letter): Who => `${standing}-${letter as Letter}`));
    const outside = (['seatless', 'admin'] as const).filter((who) => cells[strangers.indexOf(who)] === 'done');
    const who = [...inside, ...outside].find((one) => everybody.includes(one));
    if (who) found.set(`${name} ${state}`, who);
  }
  return found;
}

beforeAll(async () => {
  ({ ground, things } = await openPlayed());
  snapshot = await Snapshot.keep(ground.database.superuser);
  await snapshot.proveAgain();
  hand = await Snapshot.beside(ground.database.superuser);
  const done = doers();
  mutations = rowsOf(ground.house.app.get(GraphQLSchemaHost).schema).filter(({ kind }) => kind === 'mutation');
  acts = mutations.flatMap((row) => {
    const who = done.get(`${row.name} ${row.state}`);
    return who ? [{ row, who, variables: row.variables({ partnershipId: ground.partnershipId, parties: ground.parties, things }) }] : [];
  });
}, 120_000);
afterAll(async () => {
  await hand?.close();
  await snapshot?.close();
  await ground?.close();
});

const nameOf = ({ name }: Row): string => name.slice('Mutation.'.length);

interface Sent {
  readonly outcomes: string[];
  /** The facts that stand in the journal since, and how many requests told them. */
  readonly effects: number;
  readonly facts: string[];
  /** How many acts were kept under these keys. */
  readonly kept: number;
}

/** Sends the act once per key, all at the same time. */
async function sent({ row, who, variables }: Act, keys: readonly string[]): Promise<Sent> {
  const before = new Map((await snapshot.ask<{ chain: string; last: string }>('select chain::text, max(sequence)::text as last from journal group by chain')).map(({ chain, last }) => [chain, Number(last)]));
  const told = await Promise.all(keys.map((key) => ground.as(who).ask(row.document, variables, { 'idempotency-key': key })));
  const lines = await snapshot.ask<{ chain: string; sequence: string; kind: string; request: string }>('select chain::text, sequence::text, kind, request_id as request from journal order by chain, sequence');
  const facts = lines.filter(({ chain, sequence }) => Number(sequence) > (before.get(chain) ?? 0));
  const [{ kept } = { kept: 0 }] = await snapshot.ask<{ kept: number }>('select count(*)::int as kept from idempotency where split_part(key, $2, 1) = any ($1)', [[...keys], ':']);
  return { outcomes: told.map((one) => outcomeOf(row, one)), effects: new Set(facts.map(({ request }) => request)).size, facts: facts.map(({ kind }) => kind), kept };
}

/** What is wrong with five sendings under one key; nothing is kept of them. */
async function faultOf(act: Act): Promise<string[]> {
  const { outcomes, effects, facts, kept } = await sent(act, Array.from({ length: 5 }).fill(randomUUID()) as string[]);
  await snapshot.undo();
  const keyed = withoutKey[nameOf(act.row)] === undefined;
  const isOne = effects <= 1 && outcomes.every((one) => one === 'done') && kept > 0 === keyed;
  return isOne ? [] : [`${act.row.name} ${act.row.state} as ${act.who}: ${outcomes.join(' ')}; ${effects} effects (${facts.join(' ')}), ${kept} kept`];
}

it('every act sent five times at once with one key has one effect, and answers each time that it is done', async () => {
  const faults: string[] = [];
  for (const act of acts) faults.push(...(await faultOf(act)));
  expect(faults).toEqual([]);
}, 300_000);

it('and so has every act that must first be made ready', async () => {
  const faults: string[] = [];
  for (const [name, prepare] of Object.entries(preparations)) {
    const row = mutations.find((one) => nameOf(one) === name)!;
    const ready = await prepare(new Stage(ground, things, hand)).catch((error: unknown) => String(error));
    if (typeof ready === 'string') {
      faults.push(`${name} was not made ready: ${ready}`);
      await snapshot.undo();
      continue;
    }
    const { who, input, at = storyStops } = ready;
    ground.house.legalClock.freezeAt(at);
    faults.push(...(await faultOf({ row, who, variables: input ? { input } : {} })));
    ground.house.legalClock.freezeAt(storyStops);
  }
  expect(faults).toEqual([]);
}, 300_000);

it('every act of the house is one of those, or is named with the reason why it has no key', () => {
  const played = new Set([...acts.map(({ row }) => nameOf(row)), ...Object.keys(preparations)]);
  const schema = ground.house.app.get(GraphQLSchemaHost).schema.getMutationType()!;
  const missing = Object.keys(schema.getFields()).filter((name) => !played.has(name) && withoutKey[name] === undefined && elsewhere[name] === undefined);
  expect(missing).toEqual([]);
  expect(Object.keys(preparations).filter((name) => acts.some(({ row }) => nameOf(row) === name))).toEqual([]);
});

it('with five keys it is five acts: an item of the agenda is put five times', async () => {
  const act = acts.find(({ row }) => row.name === 'Mutation.addAgendaItem');
  const { effects, kept } = await sent(act!, Array.from({ length: 5 }, () => randomUUID()));
  await snapshot.undo();
  expect([effects, kept]).toEqual([5, 5]);
});
