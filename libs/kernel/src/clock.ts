/** The only source of « now »: injected, never read from the machine elsewhere (law 7). Instants are UTC. */
export abstract class Clock {
  abstract now(): Date;
}

/** Deadlines, mandates, reminders. In a demo its offset is stored and moves forward only. */
export abstract class LegalClock extends Clock {}

/** Sessions, codes, limits: the machine's own time. */
export abstract class MachineClock extends Clock {}

/** A clock that stands still until moved: for tests and for seeding. */
export class FixedClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  now(): Date {
    return new Date(this.instant);
  }

  moveTo(instant: Date): void {
    this.instant = instant;
  }
}

/** Identifiers: UUID version 7 (RFC 9562), ordered by creation. */
export abstract class Ids {
  abstract next(): string;
}
