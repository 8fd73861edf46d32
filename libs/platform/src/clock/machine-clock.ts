import { Clock, LegalClock, MachineClock } from '#kernel';

/** The machine's own time, UTC. The only reading of it in the house. */
export class SystemClock extends MachineClock {
  now(): Date {
    return new Date();
  }
}

/** SQL of a present that all processes share, each of whose own clocks may jump; a clock that is not the machine's says its own. */
export const sharedNow = (machine: Clock): string => (machine instanceof SystemClock ? 'statement_timestamp()' : `timestamptz '${machine.now().toISOString()}'`);

/**
 * Legal time: the machine's, moved by an offset that a demo stores and only moves forward (decisions.md, « Two clocks »).
 * Seeding freezes it at an instant, so that a demo tells the same story whatever the machine's speed.
 */
export class MovableLegalClock extends LegalClock {
  private frozenAt: Date | null = null;

  constructor(
    private readonly machine: Clock,
    private offsetMilliseconds = 0,
  ) {
    super();
  }

  now(): Date {
    return this.frozenAt ? new Date(this.frozenAt) : new Date(this.machine.now().getTime() + this.offsetMilliseconds);
  }

  /** Milliseconds ahead of the machine (negative: behind). */
  get offset(): number {
    return this.offsetMilliseconds;
  }

  freezeAt(instant: Date): void {
    this.frozenAt = new Date(instant);
  }

  /** Runs again from `instant`, or from where the machine and the offset are. */
  run(instant?: Date): void {
    this.frozenAt = null;
    if (instant) this.offsetMilliseconds = instant.getTime() - this.machine.now().getTime();
  }

  setOffset(milliseconds: number): void {
    this.offsetMilliseconds = milliseconds;
  }
}
