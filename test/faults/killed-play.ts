import { SystemClock } from '#platform';
import { MailWitness } from '../kills/mail-witness.js';
import type { Who, World } from '../world/world.js';
import { Chain, steps, type Step } from './chain.js';
import { pace, played, secret, type How } from './house.js';
import { KillableHouse, type HousePlan } from './killable-house.js';
import { ofAct, ofRound } from './play.js';
import { Whole } from './whole.js';

/** Where one process dies: in the act of a step or in the desk's round after it, at the n-th point; or as soon as the act was answered. */
export interface Kill {
  readonly step: number;
  readonly part: 'ACT' | 'ANSWERED' | 'ROUND';
  readonly at: number;
  readonly how: How;
}
export interface KilledBy {
  readonly kills: readonly Kill[];
  readonly defect?: HousePlan['defect'];
  /** Called after each. */
  readonly onStruck?: (so: number) => void;
}

const clock = new SystemClock();
const began = clock.now().getTime();

/** One play of the chain by a house that is killed, and started again each time. */
export class KilledPlay {
  readonly struck: string[] = [];
  /** Points of each act and of each round. */
  readonly acts: number[] = [];
  readonly rounds: number[] = [];
  /** Milliseconds that each house took from its plan until it listened. */
  readonly openings: number[] = [];
  private house = KillableHouse.load();
  private readonly loaded: KillableHouse[] = [];

  private constructor(
    private readonly chain: Chain,
    private readonly whole: Whole,
    private readonly witness: MailWitness,
    private readonly by: KilledBy,
  ) {}

  get wrong(): readonly string[] {
    return this.whole.wrong;
  }

  static async through(world: World, cookies: ReadonlyMap<Who, string>, by: KilledBy): Promise<KilledPlay> {
    const chain = await Chain.begin(world, cookies, () => play.house.door);
    const play: KilledPlay = new KilledPlay(chain, await Whole.begin(chain), await MailWitness.open(), by);
    try {
      await play.open();
      await play.run();
    } finally {
      await Promise.all([play.house, ...play.loaded].map((house) => house.kill()));
      await play.witness.close();
    }
    return play;
  }

  private async run(): Promise<void> {
    for (const [place, step] of steps.entries()) {
      const kills = this.by.kills.filter((kill) => kill.step === place);
      await this.act(step, kills.filter(({ part }) => part !== 'ROUND'));
      if (this.wrong.length > 0) return;
      if (Object.keys(step.owes).length > 0) await this.round(step, kills.filter(({ part }) => part === 'ROUND'));
    }
    await this.whole.verify('at the end');
  }

  /** One legal clock for all the houses: it goes on from death to death. The next one loads its code while this one works. */
  private async open(): Promise<void> {
    const from = clock.now().getTime();
    const at = new Date(new Date(played).getTime() + from - began).toISOString();
    const { world } = this.chain;
    if (this.struck.length < this.by.kills.length) this.loaded.push(KillableHouse.load());
    await this.house.open({ urls: world.database, at, smtp: this.witness.url, pace, secret, ...(this.by.defect && { defect: this.by.defect }) });
    this.openings.push(clock.now().getTime() - from);
  }

  private async openNext(struck: string): Promise<void> {
    this.struck.push(struck);
    this.by.onStruck?.(this.struck.length);
    this.house = this.loaded.shift() ?? KillableHouse.load();
    await this.open();
  }

  private async act(step: Step, kills: readonly Kill[]): Promise<void> {
    let written = false;
    for (const { part, at, how } of kills) {
      const where = `${step.name}, killed ${part === 'ACT' ? `${how} point ${at}` : 'once it was answered'}`;
      const print = written ? '' : await this.whole.print();
      if (part === 'ACT') await this.house.aim(ofAct, [[at, how]]);
      const answer = await this.chain.send(step);
      if (part === 'ACT' && answer === 'DONE' && !written) this.whole.say(where, ['it did not die there']);
      await this.house.kill();
      await this.openNext(where);
      written = await this.whole.look(step, { where, answer, written, print });
      if (this.wrong.length > 0) return;
    }
    await this.house.aim(ofAct, []);
    const answer = await this.chain.send(step);
    this.acts.push((await this.house.counted()).seen.length);
    const done = await this.whole.look(step, { where: step.name, answer, written, print: '' });
    if (!done) this.whole.say(step.name, [`sent again, it is answered ${answer} and not written`]);
    this.whole.acknowledged(step);
    this.chain.answered();
  }

  private async round(step: Step, kills: readonly Kill[]): Promise<void> {
    const { accepted } = this.witness;
    for (const { at, how } of kills) {
      const where = `notices after ${step.name}, killed ${how} point ${at}`;
      await this.house.aim(ofRound, [[at, how]]);
      // What an earlier kill of this round left may be done before that point: the process dies all the same, at rest.
      await this.house.tick();
      await this.house.kill();
      await this.whole.lookAtNotices(where, accepted);
      await this.openNext(where);
    }
    await this.house.aim(ofRound, []);
    await this.house.tick();
    this.rounds.push((await this.house.counted()).seen.length);
    await this.whole.comesToRest(`notices after ${step.name}`, () => this.house.tick());
    await this.whole.lookAtLetters(`notices after ${step.name}`, accepted);
  }
}
