import { accepted } from '#kernel';
import { BounceBox, NoBounceBox, WorkerWork, workerCtx, type Bounce } from '#platform';
import { Injectable, Optional } from '@nestjs/common';
import { markReturned } from '../store/sending.store.js';
import { NoticesTroubles, troublesToConsole } from './troubles.js';

/** Milliseconds of the machine clock between two looks into the mailbox. */
const usualPause = 60_000;

/**
 * A letter that came back after it had been taken is FAILED like one that was refused at once: the coordinations see it on the same pages.
 * Nothing is sent again by itself: the address must be mended first.
 */
@Injectable()
export class HearBounces {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly work: WorkerWork,
    @Optional() private readonly box: BounceBox = new NoBounceBox(),
    @Optional() private readonly troubles: NoticesTroubles = troublesToConsole,
  ) {}

  /** Reads now and every minute, until `stop`. */
  start(pause = usualPause): void {
    this.timer = setInterval(() => void this.readOnce(), pause);
    this.timer.unref();
    void this.readOnce();
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  /** Everything that came back since the last time. */
  run(): Promise<void> {
    return this.box.read((bounce) => this.hear(bounce));
  }

  private readOnce(): Promise<void> {
    return (this.running = this.running.then(() => this.run()).catch((error: unknown) => this.troubles.tell('The mailbox of returned letters could not be read and will be again', error)));
  }

  private async hear({ messageId, reason }: Bounce): Promise<void> {
    await this.work.run(workerCtx('bounces'), async (tx) => {
      const line = await markReturned(tx, messageId, `returned later: ${reason}`.slice(0, 300));
      if (line) tx.tell({ kind: 'ReminderFailed', partnershipId: line.partnershipId, subject: { kind: 'reminder', id: line.id }, data: { rule: line.rule, personId: line.personId, dueOn: line.dueOn } });
      return accepted(null);
    });
  }
}
