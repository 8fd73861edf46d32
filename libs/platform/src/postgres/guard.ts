import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { SUPERUSER } from './cluster.js';
import { bringUp, type Engine } from './launch.js';
import { addressOf, type Endpoint } from './place.js';
import { EmbeddedPostgresProblem } from './problem.js';

/** One Passerelle per data folder: held in the server itself, so it falls with the process that holds it. */
const LOCK = '7231946105';
const TRIES = 20;
const PAUSE_MS = 100;
const REVIVALS = 60;
const REVIVAL_PAUSE_MS = 1000;

/**
 * Holds the data folder for this process and watches the server: when the server dies under us (kill -9, out of
 * memory), it is started again; the application's pools reconnect by themselves.
 */
export class Guard {
  private client: pg.Client | undefined;
  private watching = true;
  private reviving: Promise<void> = Promise.resolve();

  constructor(
    private readonly engine: Engine,
    private endpoint: Endpoint,
  ) {}

  /** @throws EmbeddedPostgresProblem DATA_DIR_LOCKED when another live Passerelle holds these data. */
  async hold(): Promise<void> {
    // A Passerelle killed an instant ago may leave its session for a moment: a few tries, not one.
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      if (await this.tryHold()) return;
      await sleep(PAUSE_MS);
    }
    throw new EmbeddedPostgresProblem('DATA_DIR_LOCKED', this.engine.place.dataDir);
  }

  /** Stops watching and lets go; the server itself goes on. */
  async release(): Promise<void> {
    this.watching = false;
    await this.reviving;
    await this.client?.end().catch(() => undefined);
  }

  private async tryHold(): Promise<boolean> {
    const client = new pg.Client({
      connectionString: addressOf(this.endpoint, SUPERUSER, 'postgres'),
      application_name: 'passerelle guard',
      keepAlive: true,
    });
    client.on('error', () => undefined);
    await client.connect();
    const answer = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [LOCK]);
    if (!answer.rows[0]?.held) {
      await client.end();
      return false;
    }
    this.client = client;
    client.once('end', () => {
      if (this.watching) this.reviving = this.revive();
    });
    return true;
  }

  private async revive(): Promise<void> {
    for (let attempt = 0; this.watching && attempt < REVIVALS; attempt += 1) {
      try {
        this.endpoint = await bringUp(this.engine);
        await this.hold();
        return;
      } catch (error) {
        if (attempt === 0) console.error(error instanceof Error ? error.message : error);
        await sleep(REVIVAL_PAUSE_MS);
      }
    }
  }
}
