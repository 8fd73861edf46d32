import { LegalClock, MachineClock } from '#kernel';
import { AlarmClock, FactBell, Relay, WorkerWork, workerCtx } from '#platform';
import { Injectable } from '@nestjs/common';
import { dueLines, nextSendAt } from '../store/ledger.store.js';
import { Deliver } from './deliver.js';
import { HearFacts } from './hear-facts.js';
import { PlanReminders } from './plan-reminders.js';

/** Name of the one wake: its id is a line of the ledger. */
const wakeName = 'notice';
const sweepEveryMilliseconds = 20_000;

/**
 * The room's desk: hears facts, plans, and sends what is due. The sweep alone would do it all; the queue only makes it
 * prompt, and losing the queue loses nothing (trust.md 0.3).
 */
@Injectable()
export class NoticesDesk {
  private timer: NodeJS.Timeout | null = null;
  private sweeping: Promise<void> | null = null;
  private stopHearing: (() => void) | null = null;

  constructor(
    private readonly work: WorkerWork,
    private readonly relay: Relay,
    private readonly plan: PlanReminders,
    private readonly deliver: Deliver,
    private readonly alarm: AlarmClock,
    private readonly bell: FactBell,
    private readonly legal: LegalClock,
    private readonly machine: MachineClock,
    /** Only so that it listens from the first moment. */
    readonly hearing: HearFacts,
  ) {}

  /** Hears, plans and sends until nothing more is due at this instant. Answers how many lines were looked at. */
  async tick(): Promise<number> {
    await this.relay.drain();
    await this.plan.run();
    return this.sendDue();
  }

  /** Sends what is due, in order of priority. */
  async sendDue(): Promise<number> {
    const seen = new Set<string>();
    for (;;) {
      const at = { now: this.legal.now(), machineNow: this.machine.now(), limit: 200 };
      const due = (await this.work.read(workerCtx('sweep'), (tx) => dueLines(tx, at))).filter(({ id }) => !seen.has(id));
      if (due.length === 0) return seen.size;
      for (const { id } of due) {
        seen.add(id);
        await this.deliver.run(id);
      }
    }
  }

  /** Legal instant of the next line that waits, up to `until`; `null` when none does. */
  nextAt(until: Date): Promise<Date | null> {
    return this.work.read(workerCtx('sweep'), (tx) => nextSendAt(tx, until));
  }

  async start(): Promise<void> {
    this.alarm.onWake(wakeName, (id) => this.deliver.run(id));
    await this.alarm.start();
    this.stopHearing = this.bell.onRing(() => void this.sweep());
    this.timer = setInterval(() => void this.sweep(), sweepEveryMilliseconds);
    this.timer.unref();
    await this.sweep();
  }

  async stop(): Promise<void> {
    this.stopHearing?.();
    if (this.timer) clearInterval(this.timer);
    await this.sweeping;
    await this.alarm.stop();
  }

  /** One sweep at a time in this process; what rings meanwhile is swept right after. */
  sweep(): Promise<void> {
    const mine = (this.sweeping ?? Promise.resolve()).then(() => this.sweepOnce()).catch((error: unknown) => console.error('A sweep of notices failed and will be made again', error));
    this.sweeping = mine;
    return mine;
  }

  /** Facts become lines, lines become wakes: the queue rings each at its hour, the next sweep covers what it forgets. */
  private async sweepOnce(): Promise<void> {
    await this.relay.drain();
    await this.plan.run();
    const at = { now: new Date(this.legal.now().getTime() + sweepEveryMilliseconds), machineNow: this.machine.now(), limit: 2_000 };
    for (const line of await this.work.read(workerCtx('sweep'), (tx) => dueLines(tx, at))) {
      const taken = await this.alarm.wake(wakeName, line.id, { at: line.sendAt, priority: line.priority <= 1 ? 'SIGN_IN' : line.priority <= 10 ? 'NORMAL' : 'LATER' });
      if (!taken) await this.deliver.run(line.id);
    }
  }
}
