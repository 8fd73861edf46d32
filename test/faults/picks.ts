import type { How } from './house.js';
import type { Kill } from './killed-play.js';
import type { Break, Play } from './play.js';
import { steps } from './chain.js';

/** What a play counted, whose points are picked from. */
type Counted = Pick<Play, 'acts' | 'rounds'>;
/** Of each step, what breaks in its act, one after the other, and in the desk's round after it. */
export interface Picks {
  readonly act: (step: number) => readonly Break[];
  readonly round: (step: number) => readonly Break[];
}

const hows: readonly How[] = ['before', 'cut', 'sent', 'after'];
/** An act is written by its own commit, the last one: a request may note before it when its person was seen. */
export const commitOf = (labels: readonly string[]): number => labels.lastIndexOf('app commit') + 1;

/** Picks by chance, kinds that were not picked yet first. */
export class Picker {
  private readonly covered = new Set<string>();

  constructor(
    private readonly counted: Counted,
    private readonly random: () => number,
  ) {}

  private one<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.random() * items.length)]!;
  }

  /** `count` places of `labels`, from (1 = the first) and to included. */
  private places(labels: readonly string[], count: number, { from, to }: { from: number; to: number }): number[] {
    const picked: number[] = [];
    for (let n = 0; n < count; n += 1) {
      const left = labels.map((_label, index) => index + 1).filter((place) => place >= from && place <= to && !picked.includes(place));
      const fresh = left.filter((place) => !this.covered.has(labels[place - 1] ?? ''));
      if (left.length === 0) break;
      const place = this.one(fresh.length > 0 ? fresh : left);
      picked.push(place);
      this.covered.add(labels[place - 1] ?? '');
    }
    return picked.sort((a, b) => a - b);
  }

  /**
   * For one play: of each act, `before` points until its commit, or more if as many are of new kinds, then a last fault that finds it written: the commit whose answer is lost,
   * or what the answer reads; of each round, `letters` kinds.
   */
  forPlay(wish: { before: number; last: 'COMMIT' | 'VIEW'; letters: number }): Picks {
    const acts = this.counted.acts.map((labels): Break[] => {
      const commit = commitOf(labels);
      const fresh = new Set(labels.slice(0, commit).filter((label) => !this.covered.has(label)));
      const early = this.places(labels, Math.max(wish.before, fresh.size), { from: 1, to: commit }).map((place): Break => [place, place === commit ? this.one(['before', 'cut']) : this.one(hows)]);
      const late = wish.last === 'COMMIT' ? [[commit, this.one<How>(['sent', 'after'])] as const] : this.places(labels, 1, { from: commit + 1, to: labels.length }).map((place): Break => [place, 'before']);
      return [...early, ...late];
    });
    const rounds = this.counted.rounds.map((labels): Break[] => this.places(labels, wish.letters, { from: 1, to: labels.length }).map((place): Break => [labels[place - 1] ?? '', this.one(hows)]));
    return { act: (step) => acts[step] ?? [], round: (step) => rounds[step] ?? [] };
  }

  /** Forty kills at least: one in each act, where the answer to an act of weight is on its way or was just given, and five in each round of letters. */
  kills(): Kill[] {
    const weighty = [steps.findIndex(({ name }) => name === 'castVote'), ...['closeBallot', 'finaliseMinutes'].map((name) => steps.findIndex((step) => step.name === name)), steps.length - 1];
    return this.counted.acts.flatMap((labels, step): Kill[] => {
      const commit = commitOf(labels);
      const anywhere: Kill = { step, part: 'ACT', at: 1 + Math.floor(this.random() * (commit - 1)), how: this.one(['before', 'sent', 'after']) };
      const atCommit: Kill[] = weighty.includes(step) ? [{ step, part: 'ACT', at: commit, how: 'sent' }, { step, part: 'ANSWERED', at: 0, how: 'before' }] : [];
      const points = this.counted.rounds[step]?.length ?? 0;
      const inRound = points === 0 ? [] : [0, 1, 2, 3, 4].map((): Kill => ({ step, part: 'ROUND', at: 1 + Math.floor(this.random() * (points / 4)), how: this.one(['before', 'sent']) }));
      return [anywhere, ...atCommit, ...inRound];
    });
  }
}

/** Every point until the commit, one way; then the `turn`-th of the faults that find the act written; of the rounds, every 60th point from `turn`. */
export function everyPoint(counted: Counted, turn: number): Picks {
  const act = (step: number): Break[] => {
    const labels = counted.acts[step] ?? [];
    const commit = commitOf(labels);
    const late: Break[] = [[commit, 'sent'], [commit, 'after'], ...labels.slice(commit).map((_label, index): Break => [commit + 1 + index, 'before'])];
    const early = turn < hows.length ? labels.slice(0, commit).map((_label, index): Break => [index + 1, hows[turn] ?? 'before']).filter(([at, how]) => at !== commit || how === 'before' || how === 'cut') : [];
    return [...early, late[turn % late.length]!];
  };
  const round = (step: number): Break[] => (counted.rounds[step] ?? []).map((_label, index): Break => [index + 1, hows[turn % hows.length] ?? 'before']).filter(([at]) => Number(at) % 60 === turn % 60);
  return { act, round };
}

/** The k-th of n slices: those of every n. Each may be run by itself, on another day or machine; together they are all. */
export interface Slice {
  readonly k: number;
  readonly n: number;
}

/** `2/7`. @throws Error when it is not such a slice */
export function sliceOf(text: string): Slice {
  const [, k, n] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (!k || !n || k > n) throw new Error(`FAULT_SLICE is k/n, k from 1 to n: ${text}`);
  return { k, n };
}
export const isIn = ({ k, n }: Slice, place: number): boolean => place % n === k - 1;

/** A kill before every point of every act, on its way and after at each commit; each round's processes die one point later each time. */
export function everyKill(counted: Counted, slice: Slice): Kill[] {
  const all = counted.acts.flatMap((labels, step): Kill[] => {
    const commit = commitOf(labels);
    const acts = labels.map((_label, index): Kill => ({ step, part: 'ACT', at: index + 1, how: index + 1 === commit ? 'sent' : 'before' }));
    const deaths = Math.min(counted.rounds[step]?.length ?? 0, 80);
    return [...acts, { step, part: 'ANSWERED', at: 0, how: 'before' }, ...Array.from({ length: deaths }, (_, index): Kill => ({ step, part: 'ROUND', at: index + 1, how: 'before' }))];
  });
  return all.filter((_kill, index) => isIn(slice, index));
}
