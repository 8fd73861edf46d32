import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import fc from 'fast-check';
import { letters, type Who } from './cast.js';
import { faultOf, shots, type Shot } from './fuzz.js';
import { openPlayed, type Ground } from './ground.js';
import { Snapshot } from './snapshot.js';

const seed = 20_261_122;
/** Requests: those of the issue in a long run, what 40 seconds hold otherwise. */
const size = process.env['SOAK'] ? 10_000 : 1_500;

let ground: Ground;
let snapshot: Snapshot;
beforeAll(async () => {
  ({ ground } = await openPlayed());
  snapshot = await Snapshot.keep(ground.database.superuser);
  ground.house.app.useLogger(false);
}, 300_000);
afterAll(async () => {
  await snapshot.close();
  await ground.close();
});

/** Bytes still in use once what nobody holds is collected. */
function heldMemory(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

const people: readonly Who[] = ['nobody', 'seatless', 'admin', ...letters.map((letter) => `own-${letter}` as const), 'other-C', 'other-P', 'other-T', 'foreign-C'];
const bodyOf = ({ query, variables }: Shot): string => JSON.stringify({ query, variables });

describe('every argument of every operation', () => {
  it('is given what nobody should send: no failure of ours, no word of the machine room', async () => {
    const ids = [...(await snapshot.idsOf(ground.partnershipId))].sort();
    const each = shots(ground.house.app.get(GraphQLSchemaHost).schema, ids).filter((shot) => !/signOut/.test(fc.sample(shot, { numRuns: 1, seed })[0]?.operation ?? ''));
    const perOperation = Math.ceil(size / each.length);
    const volleys = each.map((shot, index) => fc.sample(shot, { numRuns: perOperation, seed: seed + index }));
    const faults = new Map<string, string>();
    const statuses = new Map<string, number>();
    let sent = 0;
    const fire = async (shot: Shot): Promise<void> => {
      const told = await ground.as(people[(sent += 1) % people.length] ?? 'nobody').ask(shot.query, shot.variables);
      const outcome = told.codes[0] ?? 'data';
      statuses.set(outcome, (statuses.get(outcome) ?? 0) + 1);
      const fault = faultOf(told);
      if (fault && !faults.has(`${shot.operation}: ${fault}`)) faults.set(`${shot.operation}: ${fault}`, bodyOf(shot).slice(0, 400));
    };
    const before = heldMemory();
    const queue = Array.from({ length: perOperation }, (_unused, turn) => volleys.map((volley) => volley[turn])).flat().filter((shot) => shot !== undefined);
    await Promise.all(Array.from({ length: 4 }, async () => {
      for (let shot = queue.pop(); shot; shot = queue.pop()) await fire(shot);
    }));
    expect(Object.fromEntries(faults)).toEqual({});
    expect(sent).toBeGreaterThanOrEqual(size);
    // It got past the door: a fuzz whose every request is refused as malformed tries nothing.
    expect((statuses.get('data') ?? 0) / sent).toBeGreaterThan(0.2);
    expect(heldMemory() - before).toBeLessThan(200_000_000);
  }, 600_000);

  it('leaves the house as able as before', async () => {
    await snapshot.restore();
    expect((await ground.as('own-C').ask('query ($id: ID!) { partnership(id: $id) { name } }', { id: ground.partnershipId })).data).toMatchObject({ partnership: { name: expect.any(String) } });
  });
});

describe('the checker of answers', () => {
  it.each([
    ['a failure', { status: 500, text: '{}' }],
    ['an unexpected error', { status: 200, text: '{"errors":[{"extensions":{"code":"UNEXPECTED"}}]}' }],
    ['SQL', { status: 200, text: '{"errors":[{"message":"invalid input syntax for type uuid"}]}' }],
    ['a stack', { status: 200, text: '{"errors":[{"message":"x at async Foo.bar (file.js:1:1)"}]}' }],
    ['a page of the server', { status: 400, text: '<html>' }],
  ])('planted: %s is a fault', (_what, answer) => {
    expect(faultOf(answer)).not.toBeNull();
    expect(faultOf({ status: 200, text: '{"data":{}}' })).toBeNull();
  });
});
