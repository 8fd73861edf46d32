const quarter = 15 * 60_000;
/** Networks counted at once; beyond, the count begins again: memory stays bounded whoever asks. */
const mostNetworks = 10_000;

/** Counts who asks, in one process and for a quarter of an hour: at most so often from one network. Nothing is written down. */
export class AskingPace {
  private counts = new Map<string, number>();
  private since = 0;

  constructor(private readonly maximum: number) {}

  /** May this network ask once more at this instant? */
  admits(network: string, now: Date): boolean {
    if (now.getTime() - this.since >= quarter || now.getTime() < this.since || this.counts.size >= mostNetworks) {
      this.counts = new Map();
      this.since = now.getTime();
    }
    const count = (this.counts.get(network) ?? 0) + 1;
    this.counts.set(network, count);
    return count <= this.maximum;
  }
}
