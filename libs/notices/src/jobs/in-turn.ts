/** One at a time in this process: whatever is asked for meanwhile is done once, right after. `act` never throws. */
export class InTurn {
  private running: Promise<void> = Promise.resolve();
  private next: Promise<void> | null = null;

  constructor(private readonly act: () => Promise<void>) {}

  /** Resolves when a round that began after this call has ended. */
  ring(): Promise<void> {
    this.next ??= this.running = this.running.then(() => {
      this.next = null;
      return this.act();
    });
    return this.next;
  }

  /** The rounds asked for so far have ended. */
  get idle(): Promise<void> {
    return this.running;
  }
}
