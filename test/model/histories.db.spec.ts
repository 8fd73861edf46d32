import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openPlayed, type Ground } from '../access/ground.js';
import { Snapshot } from '../access/snapshot.js';
import { SessionHouse, shownOf } from './session-house.js';
import { after, firstWorld, tryFrom, type ModelWorld, type Tried } from './session-model.js';

/** Two hundred histories of forty commands in a soak, four side by side; in every run, a handful. */
const [histories, lanes] = process.env['SOAK'] ? [200, 4] : [6, 1];
const commands = 40;

let ground: Ground;
let beside: Snapshot;
beforeAll(async () => {
  ({ ground } = await openPlayed());
  beside = await Snapshot.beside(ground.database.superuser);
}, 600_000);
afterAll(async () => {
  await beside?.close();
  await ground?.close();
});

const chances = fc.array(fc.noBias(fc.record({ kind: fc.nat(9), pick: fc.nat() })), { minLength: commands, maxLength: commands });
type Model = (world: ModelWorld, tried: Tried) => ModelWorld | null;
const reached = new Map<string, number>();

/** Plays one history beside the model; answers where they part, `null` when they never do. */
async function played(chance: readonly { kind: number; pick: number }[], model: Model): Promise<string | null> {
  await beside.ask('update session set step_up_at = now(), last_seen_at = now()');
  const house = await SessionHouse.begin(ground);
  const told: string[] = [];
  let world = firstWorld;
  for (const one of chance) {
    const tried = tryFrom(world, one);
    const code = await house.try(tried);
    const next = model(world, tried);
    told.push(`${JSON.stringify(tried)} → ${code ?? 'done'}`);
    if ((code === null) !== (next !== null)) return `${next ? 'the texts allow it' : 'the texts refuse it'}:\n${told.join('\n')}`;
    world = next ?? world;
    const [shown, expected] = [await house.shown(), shownOf(world)];
    if (JSON.stringify(shown) !== JSON.stringify(expected)) return `shown ${JSON.stringify(shown)}\nand not ${JSON.stringify(expected)}:\n${told.join('\n')}`;
    const state = world.minutes?.state ?? world.meeting;
    reached.set(state, (reached.get(state) ?? 0) + 1);
  }
  return null;
}

describe('a session played at random over the API, beside what the texts say', () => {
  it(`never says otherwise, in ${histories} histories of ${commands} commands`, async () => {
    const lane = (place: number) => fc.assert(fc.asyncProperty(chances, async (chance) => expect(await played(chance, after)).toBeNull()), { numRuns: histories / lanes, endOnFailure: true, seed: 20261231 + place });
    await Promise.all(Array.from({ length: lanes }, (_, place) => lane(place)));
    console.info(`states reached: ${[...reached].map(([state, times]) => `${state} ${times}`).join(', ')}`);
    expect([...reached.keys()]).toEqual(expect.arrayContaining(['CONVENED', 'OPEN', 'CLOSED', 'DRAFT', 'REVIEW', 'FINAL', 'PARTIALLY_SIGNED']));
  }, histories * 30_000);

  it('would be seen if one signature were enough', async () => {
    const planted: Model = (world, tried) => {
      const next = after(world, tried);
      return tried.does === 'sign' && next?.minutes ? { ...next, minutes: { ...next.minutes, state: 'EXECUTORY' } } : next;
    };
    const seen = await fc.check(fc.asyncProperty(chances, async (chance) => (await played(chance, planted)) === null), { numRuns: 12, endOnFailure: true, seed: 20261231 });
    expect(seen.failed).toBe(true);
  }, 300_000);
});
