import { chance } from '../kills/chance.js';

/** Chance that can be played again: the same seed, the same draws. */
export class Chance {
  /** From 0 to 1, excluded. */
  readonly next: () => number;

  constructor(seed: number) {
    this.next = chance((seed * 2_654_435_761) >>> 0);
  }

  /** A whole number, both ends included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  is(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly [T, ...T[]]): T {
    return list[Math.floor(this.next() * list.length)] ?? list[0];
  }
}
