/** How fast the desk works: given by whoever opens the house, the usual one otherwise. Durations in milliseconds of the machine clock. */
export abstract class NoticesPace {
  /** A sender that dies keeps its line this long after its last sign of life; then another takes it, with the same Message-ID. */
  abstract readonly lease: number;
  /** Between two sweeps. */
  abstract readonly sweep: number;
  /** A wake given to the queue that has not rung by then: the sweep sends the line itself. */
  abstract readonly patience: number;
  /** The first wait after a temporary failure; doubled each time, at most fifteen minutes (trust.md, threat Q). */
  abstract readonly backOff: number;
}

export const usualPace: NoticesPace = { lease: 60_000, sweep: 20_000, patience: 30_000, backOff: 5_000 };
