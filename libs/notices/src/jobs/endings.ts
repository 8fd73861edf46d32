import { setTimeout as pause } from 'node:timers/promises';
import { accepted } from '#kernel';
import { workerCtx, type Delivery, type Tx, type WorkerWork } from '#platform';
import { settle, type Ending, type Held } from '../store/sending.store.js';

interface Waiting {
  readonly ending: Ending;
  resolve(): void;
  reject(error: unknown): void;
}

/** Milliseconds of the machine clock. */
const triedAgainAfter = [0, 200, 1_000];
/** Milliseconds that pass from one writing to the next, so that what a fast relay takes meanwhile goes together. The first of several never waits. */
const apart = 40;

const outcomes = { SENT: 'SENT', REFUSED: 'FAILED', RETRY: 'AGAIN' } as const;

/**
 * Writes what became of letters, each as soon as it is known: those that come while one transaction runs, and a blink after it, go together into the next. So the
 * window in which a kill makes a letter leave again (RFC 1047) is two transactions and that blink, however many letters leave at once.
 */
export class Endings {
  private waiting: Waiting[] = [];
  private running = false;

  constructor(
    private readonly work: WorkerWork,
    private readonly backOff: number,
  ) {}

  /** Resolves once it is kept. @throws Error when it could not be: the line stays SENDING until its lease ends. */
  end(held: Held, delivery: Delivery): Promise<void> {
    const problem = delivery.outcome === 'SENT' ? null : delivery.reason;
    const kept = new Promise<void>((resolve, reject) => this.waiting.push({ ending: { held, outcome: outcomes[delivery.outcome], problem }, resolve, reject }));
    void this.keepAll();
    return kept;
  }

  private async keepAll(): Promise<void> {
    if (this.running) return;
    this.running = true;
    while (this.waiting.length > 0) {
      await this.keepTogether(this.waiting.splice(0));
      await pause(apart);
    }
    this.running = false;
  }

  /**
   * Never throws. A line to the database that broke is tried again at once and a little later: what is known of letters that have left is not given up
   * for it. When a group cannot be kept, each is tried by itself, and whoever waits for the one that fails hears of it.
   */
  private async keepTogether(group: readonly Waiting[], waits: readonly number[] = triedAgainAfter): Promise<void> {
    try {
      await this.work.run(workerCtx('deliver'), async (tx) => accepted(await this.keep(tx, group.map(({ ending }) => ending))));
      for (const { resolve } of group) resolve();
    } catch (error) {
      const [wait, ...later] = waits;
      if (wait !== undefined) await pause(wait).then(() => this.keepTogether(group, later));
      else if (group.length === 1) group[0]!.reject(error);
      else for (const one of group) await this.keepTogether([one], []);
    }
  }

  private async keep(tx: Tx, endings: readonly Ending[]): Promise<void> {
    const ended = await settle(tx, endings, this.backOff);
    for (const { held, outcome } of endings) {
      const { id, partnershipId, rule, personId, dueOn } = held.line;
      if (outcome === 'AGAIN' || !ended.has(id)) continue;
      tx.tell({ kind: outcome === 'SENT' ? 'ReminderSent' : 'ReminderFailed', partnershipId, subject: { kind: 'reminder', id }, data: { rule, personId, dueOn } });
    }
  }
}
