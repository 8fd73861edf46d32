import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SystemClock, Work } from '#platform';
import { chance } from '../kills/chance.js';
import { steps, type StepName } from './chain.js';
import { defects, openCountedHouse, type CountedHouse } from './house.js';
import { KilledPlay } from './killed-play.js';
import { commitOf, everyKill, everyPoint, isIn, Picker, sliceOf } from './picks.js';
import { Play, type Break } from './play.js';

jest.setTimeout(300_000);

const soak = process.env['SOAK'] === '1';
const seed = Number(process.env['KILL_SEED'] ?? 20_261_122);
/** A soak too long for the day plays a slice: every n-th kill from the k-th, and every n-th turn of its errors. */
const slice = sliceOf(process.env['FAULT_SLICE'] ?? '1/1');
/** Turns of the errors: the first four break every point until each commit, one way each; all of them, what follows a commit and the rounds. */
const turns = Array.from({ length: 60 }, (_, turn) => turn).filter((turn) => isIn(slice, turn));
const clock = new SystemClock();
const began = clock.now().getTime();
const say = (done: number, of: number, what: string): void => void (soak && process.stderr.write(`${done} of ${of} ${what}, ${Math.round((clock.now().getTime() - began) / 1000)} s\n`));
let counts: CountedHouse;
let counted: Play;
let picker: Picker;
/** The relay tells what it could not carry: these are the test's own faults. */
const { error: tell } = console;

beforeAll(async () => {
  counts = await openCountedHouse();
  // What the year owes this morning leaves first: it is not of this chain.
  await counts.tick();
  counted = await Play.through(counts);
  picker = new Picker(counted, chance(seed));
  console.error = () => undefined;
}, 120_000);
afterAll(async () => {
  console.error = tell;
  await counts?.close();
});

const kindOf = (struck: string): string => struck.slice(0, struck.lastIndexOf(' '));

describe('PV, votes, two signatures, notices: an error in the process', () => {
  it('without any, everything is written once and everybody owed is written to once', () => {
    expect(counted.wrong).toEqual([]);
    expect(counted.acts.every((labels) => commitOf(labels) > 0)).toBe(true);
  });

  it(`at every kind of point and in every act (seed ${seed}): no half state, what was acknowledged stands, and asked again it is done once`, async () => {
    const plays = [
      await Play.through(counts, picker.forPlay({ before: 2, last: 'COMMIT', letters: 9 })),
      await Play.through(counts, picker.forPlay({ before: 1, last: 'VIEW', letters: 9 })),
    ];
    expect(plays.flatMap(({ wrong }) => wrong)).toEqual([]);
    const struck = new Set(plays.flatMap((play) => play.struck.map(kindOf)));
    const all = [...counted.acts, ...Object.values(counted.rounds)].flat();
    // A line to the relay is opened when the pool has none: nobody says when.
    const kinds = new Set(all.filter((kind) => kind !== 'smtp EHLO'));
    expect([...kinds].filter((kind) => !struck.has(kind))).toEqual([]);
    console.info(`${plays.flatMap((play) => play.struck).length} errors at ${kinds.size} kinds of points, of ${all.length} points`);
  });
});

describe('PV, votes, two signatures, notices: a house that is killed', () => {
  const kills = (): ReturnType<Picker['kills']> => (soak ? everyKill(counted, slice) : picker.kills());

  it(`${soak ? 'at every point' : 'forty times and more, twenty of them while letters leave'} (seed ${seed}): no half state, nothing acknowledged is lost, everybody is written to once`, async () => {
    const planned = kills();
    const play = await KilledPlay.through(counts.world, counts.cookies, { kills: planned, onStruck: (so) => void (so % 20 === 0 && say(so, planned.length, 'kills')) });
    expect(play.wrong).toEqual([]);
    expect(play.struck).toHaveLength(planned.length);
    if (!soak) expect([planned.length >= 40, planned.filter(({ part }) => part === 'ROUND').length >= 20]).toEqual([true, true]);
    console.info(`${play.struck.length} kills; a house listens again after ${Math.max(...play.openings)} ms at most`);
  }, 20_000_000);

  it('planted defect: an act acknowledged before it is written is lost, and the same check sees it', async () => {
    const vote = steps.findIndex(({ name }) => name === 'castVote');
    const play = await KilledPlay.through(counts.world, counts.cookies, { kills: [{ step: vote, part: 'ANSWERED', at: 0, how: 'before' }], defect: 'answersFirst' });
    expect(play.wrong.join()).toMatch(/answered DONE, written NOTHING/);
  });
});

if (soak)
  it('an error at every point of every act, four ways, and along every round', async () => {
    const struck: string[] = [];
    for (const [done, turn] of turns.entries()) {
      const play = await Play.through(counts, everyPoint(counted, turn));
      expect(play.wrong).toEqual([]);
      struck.push(...play.struck);
      say(done + 1, turns.length, 'turns of errors');
    }
    console.info(`${struck.length} errors, ${new Set(struck).size} ways`);
  }, 20_000_000);

/** Last: what these leave behind is by half for ever. */
describe('planted defects in the process', () => {
  /** The chain over a defect, whose step of that name breaks so. */
  const planted = async (defect: (work: Work) => void, name: StepName, faults: readonly Break[]): Promise<string> => {
    const work = counts.house.app.get(Work);
    const { run } = work;
    defect(work);
    const play = await Play.through(counts, { act: (step) => (steps[step]?.name === name ? faults : []) });
    work.run = run;
    return play.wrong.join();
  };

  it('an act in two transactions is seen', async () => {
    expect(await planted(defects.splitsActs, 'castVote', [['app update journal_head', 'before']])).toContain('rows changed and nothing was told');
  });
  it('a key that is forgotten is seen', async () => {
    expect(await planted(defects.forgetsKeys, 'addAgendaItem', [['app commit', 'after']])).toContain('by half: MeetingScheduled DecisionPutOnAgenda DecisionPutOnAgenda instead');
  });
});
