import pg from 'pg';

/** The channel on which every commit of facts rings: `partnershipId kind subjectId`. A bell only: nothing is lost when it is missed. */
export const factChannel = 'passerelle_facts';

export type BellListener = (payload: string) => void;

/** One LISTEN connection per process; comes back by itself after a cut. */
export class FactBell {
  private client: pg.Client | null = null;
  private closed = false;
  private readonly listeners = new Set<BellListener>();

  constructor(private readonly url: string) {}

  /** Answers how to stop listening. */
  onRing(listener: BellListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  async open(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, keepAlive: true });
    client.on('error', () => this.comeBack());
    client.on('end', () => this.comeBack());
    client.on('notification', ({ payload }) => this.listeners.forEach((listener) => listener(payload ?? '')));
    await client.connect();
    await client.query(`listen ${factChannel}`);
    this.client = client;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client?.end().catch(() => undefined);
  }

  private comeBack(): void {
    if (this.closed || !this.client) return;
    this.client = null;
    const again = (): void => {
      if (!this.closed) this.open().catch(() => setTimeout(again, 1_000).unref());
    };
    setTimeout(again, 250).unref();
  }
}
