import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { rowsOf, type Row } from './calls.js';
import { everybody, strangers, type Letter, type Who } from './cast.js';
import { openPlayed, type Ground } from './ground.js';
import { linesIn, outcomeOf } from './matrix.js';
import { Snapshot } from './snapshot.js';
import type { Things } from './story.js';

/** A telephone that sends again what it believes lost, a finger that presses twice: one key, one effect, whatever the act. */
let ground: Ground;
let things: Things;
let snapshot: Snapshot;
let acts: readonly { readonly row: Row; readonly who: Who }[];

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
  const done = doers();
  acts = rowsOf(ground.house.app.get(GraphQLSchemaHost).schema).filter(({ kind }) => kind === 'mutation').flatMap((row) => {
    const who = done.get(`${row.name} ${row.state}`);
    return who ? [{ row, who }] : [];
  });
}, 120_000);
afterAll(async () => {
  await snapshot?.close();
  await ground?.close();
});

/** Sends the act once per key, all at the same time; answers the outcomes, and the facts that stand in the journal since, by the request that told them. */
async function sent({ row, who }: (typeof acts)[number], keys: readonly string[]): Promise<{ outcomes: string[]; effects: number; facts: string[] }> {
  const variables = row.variables({ partnershipId: ground.partnershipId, parties: ground.parties, things });
  const told = await Promise.all(keys.map((key) => ground.as(who).ask(row.document, variables, { 'idempotency-key': key })));
  const facts = await snapshot.ask<{ kind: string; request: string }>(
    `select kind, request_id as request from journal where (chain, sequence) not in (select chain, sequence from kept.journal) order by chain, sequence`,
  );
  await snapshot.undo();
  return { outcomes: told.map((one) => outcomeOf(row, one)), effects: new Set(facts.map(({ request }) => request)).size, facts: facts.map(({ kind }) => kind) };
}

it('every act sent five times at once with one key has one effect, and answers each time that it is done', async () => {
  const faults: string[] = [];
  for (const act of acts) {
    const { outcomes, effects, facts } = await sent(act, Array.from({ length: 5 }).fill(randomUUID()) as string[]);
    if (effects > 1 || outcomes.some((one) => one !== 'done')) faults.push(`${act.row.name} ${act.row.state} as ${act.who}: ${outcomes.join(' ')}; ${effects} effects (${facts.join(' ')})`);
  }
  expect(faults).toEqual([]);
  // The acts that somebody may do where the story stops; the others pass the same door (`Work.run`).
  expect(acts.length).toBeGreaterThan(75);
}, 300_000);

it('with five keys it is five acts: an item of the agenda is put five times', async () => {
  const act = acts.find(({ row }) => row.name === 'Mutation.addAgendaItem');
  const { effects } = await sent(act!, Array.from({ length: 5 }, () => randomUUID()));
  expect(effects).toBe(5);
});
