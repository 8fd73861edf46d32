import { Chain, steps, type Step } from './chain.js';
import { points, type CountedHouse, type How } from './house.js';
import { Whole } from './whole.js';

/** The ways out of an act, and of a round of the desk. */
export const [ofAct, ofRound] = [['app ', 'press'], ['worker ', 'smtp ', 'press']] as const;

/** A point to break: the n-th of a part of the chain (1 = the first), or the first of a kind. */
export type Break = readonly [at: number | string, how: How];
/** Which points break: at each step, of the act one trial after the other; of the desk's round all in one round. */
export interface Wish {
  readonly act?: (step: number) => readonly Break[];
  readonly round?: (step: number) => readonly Break[];
}

const fault = (): Error => new Error('a planted fault');

/** One play of the chain by a house in this process, whose ways out break as wished. */
export class Play {
  /** What was broken, and what was counted: of each act, of each round. */
  readonly struck: string[] = [];
  readonly acts: (readonly string[])[] = [];
  readonly rounds: (readonly string[])[] = [];

  private constructor(
    private readonly counts: CountedHouse,
    private readonly chain: Chain,
    private readonly whole: Whole,
    private readonly wish: Wish,
  ) {}

  get wrong(): readonly string[] {
    return this.whole.wrong;
  }

  static async through(counts: CountedHouse, wish: Wish = {}): Promise<Play> {
    const { world, cookies, url } = counts;
    const chain = await Chain.begin(world, cookies, () => url);
    const play = new Play(counts, chain, await Whole.begin(chain), wish);
    for (const [place, step] of steps.entries()) {
      await play.act(place, step);
      if (play.wrong.length > 0) return play;
      if (Object.keys(step.owes).length > 0) await play.round(place, step);
    }
    await play.whole.verify('at the end');
    return play;
  }

  /** Breaks the act at each wished point, one after the other; then asks once more, and is answered. */
  private async act(place: number, step: Step): Promise<void> {
    let written = false;
    for (const broken of this.wish.act?.(place) ?? []) {
      const print = written ? '' : await this.whole.print();
      const watched = points.watch(ofAct, [broken], fault);
      const answer = await this.chain.send(step);
      this.struck.push(...watched.struck);
      points.unwatch();
      written = await this.whole.look(step, { where: `${step.name}, point ${broken[0]} (${watched.struck.join()})`, answer, written, print });
      if (this.wrong.length > 0) return;
    }
    const watched = points.watch(ofAct, [], fault);
    const answer = await this.chain.send(step);
    points.unwatch();
    this.acts[place] = watched.seen;
    const done = await this.whole.look(step, { where: step.name, answer, written, print: '' });
    if (!done) this.whole.say(step.name, [`sent again, it is answered ${answer} and not written`]);
    this.whole.acknowledged(step);
    this.chain.answered();
  }

  private async round(place: number, step: Step): Promise<void> {
    const { accepted } = this.counts.witness;
    const watched = points.watch(ofRound, this.wish.round?.(place) ?? [], fault);
    const where = (): string => `notices after ${step.name} (${watched.struck.join()})`;
    await this.counts.tick();
    this.rounds[place] = [...watched.seen];
    await this.whole.lookAtNotices(where(), accepted);
    // What one round did not reach breaks in the next, until nothing is left to send, or to break.
    await this.whole.comesToRest(where(), () => this.counts.tick());
    for (let rounds = watched.at.size; rounds > 0 && watched.at.size > 0; rounds -= 1) await this.counts.tick();
    points.unwatch();
    await this.whole.comesToRest(where(), () => this.counts.tick());
    this.whole.excuse(watched.struck);
    await this.whole.lookAtLetters(where(), accepted);
    this.struck.push(...watched.struck);
  }
}
