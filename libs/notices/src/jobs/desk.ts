import { LegalClock, MachineClock } from '#kernel';
import { AlarmClock, FactBell, Relay, WorkerWork, workerCtx, type WakePriority } from '#platform';
import { Injectable, Optional } from '@nestjs/common';
import { codePriority, dueLines, nextSendAt, type DueAsked, type DueLine } from '../store/ledger.store.js';
import { Deliver } from './deliver.js';
import { HearFacts } from './hear-facts.js';
import { InTurn } from './in-turn.js';
import { NoticesPace, usualPace } from './pace.js';
import { PlanReminders } from './plan-reminders.js';
import { NoticesTroubles, troublesToConsole } from './troubles.js';

/** Name of the one wake: its id is a line of the ledger. */
const wakeName = 'notice';
/** Lines taken together: few while the relay is slow, more while it keeps up. What is urgent waits behind no more than these. */
const handful = { least: 5, most: 400 } as const;
/** Milliseconds of the machine clock: a handful that took longer halves the next, one that took half as long doubles it. */
const handfulTakes = 2_000;
/** Fewer lines than this are given to the queue, which rings each at its hour. So many together are a campaign: they leave by the handful. */
const toTheQueue = 100;

/** A clock that stands still says nothing of speed. */
function sizeAfter(size: number, took: number): number {
  if (took > handfulTakes) return Math.max(handful.least, Math.floor(size / 2));
  return took > 0 && took < handfulTakes / 2 ? Math.min(handful.most, size * 2) : size;
}

const wakePriorityOf = ({ priority }: DueLine): WakePriority => (priority <= codePriority ? 'SIGN_IN' : priority <= 10 ? 'NORMAL' : 'LATER');

/**
 * The room's desk: hears facts, plans, and sends what is due. The sweep alone would do it all; the queue only makes it
 * prompt, and losing the queue loses nothing (trust.md 0.3).
 */
@Injectable()
export class NoticesDesk {
  private timer: NodeJS.Timeout | null = null;
  private stopHearing: (() => void) | null = null;
  private readonly sweeps = new InTurn(() => this.sweepOnce().catch((error: unknown) => this.troubles.tell('A sweep of notices failed and will be made again', error)));
  private readonly codes = new InTurn(() => this.sendCodes().catch((error: unknown) => this.troubles.tell('Sign-in codes could not be looked for; the sweep sends them', error)));
  private rings = false;
  /** Lines of the next handful, as the relay kept up with the last. */
  private size: number = handful.least;
  private watch: () => Promise<unknown> = async () => undefined;
  /** Lines given to the queue, and since when (machine clock, milliseconds). */
  private woken = new Map<string, number>();

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
    @Optional() private readonly pace: NoticesPace = usualPace,
    @Optional() private readonly troubles: NoticesTroubles = troublesToConsole,
  ) {}

  /** What a room below does by the clock, before facts are heard: an office that changed hands tells facts of its own. */
  watching(watch: () => Promise<unknown>): this {
    this.watch = watch;
    return this;
  }

  /** Hears, plans and sends until nothing more is due at this instant. Answers how many lines were looked at. */
  async tick(): Promise<number> {
    await this.watchOnce();
    await this.relay.drain();
    await this.plan.run();
    return this.sendDue();
  }

  /**
   * Sends what is due in this process, but for some lines, a handful at a time, first things first: the next is taken while the one before is on its way. Facts
   * that come in meanwhile are heard in between. Answers how many lines were looked at.
   */
  async sendDue(but: readonly string[] = []): Promise<number> {
    const left = new Set(but);
    let looked = 0;
    let before: Promise<void> = Promise.resolve();
    for (;;) {
      const due = await this.due({ limit: this.size, but: left });
      if (due.length === 0) {
        await before;
        await this.relay.drain();
        if ((await this.due({ limit: 1, but: left })).length === 0) return looked;
        continue;
      }
      looked += due.length;
      const from = this.machine.now().getTime();
      const begun = await this.deliver.begin(due.map(({ id }) => id));
      begun.left.forEach((id) => left.add(id));
      await before;
      before = begun.sent;
      this.size = sizeAfter(this.size, this.machine.now().getTime() - from);
      await this.relay.drain();
    }
  }

  /** Legal instant of the next line that waits, up to `until`; `null` when none does. */
  nextAt(until: Date): Promise<Date | null> {
    return this.work.read(workerCtx('sweep'), (tx) => nextSendAt(tx, until));
  }

  /** Works until `stop`. A queue that cannot be reached is tried again at each sweep; until it rings, the sweep sends. */
  async start(): Promise<void> {
    this.alarm.onWake(wakeName, (id) => this.deliver.run(id));
    // Our own « sent » needs no sweep: a mail campaign would call one for each letter.
    this.stopHearing = this.bell.onRing((payload) => void (/ reminder /.test(payload) || (this.codes.ring(), this.sweep())));
    this.timer = setInterval(() => void this.sweep(), this.pace.sweep);
    this.timer.unref();
    // Not waited for: after an outage it sends all that is late, and the doors open meanwhile.
    void this.sweep();
  }

  async stop(): Promise<void> {
    this.stopHearing?.();
    if (this.timer) clearInterval(this.timer);
    await Promise.all([this.sweeps.idle, this.codes.idle]);
    await this.alarm.stop();
  }

  /** One sweep at a time in this process; whatever rings meanwhile is swept once, right after. */
  sweep(): Promise<void> {
    return this.sweeps.ring();
  }

  /** A sign-in code waits neither for the plan nor for a campaign under way. */
  private async sendCodes(): Promise<void> {
    await this.relay.drain();
    const due = await this.due({ limit: handful.least, upTo: codePriority });
    await Promise.all(due.map(({ id }) => this.deliver.run(id)));
  }

  /** Facts become lines, lines become wakes: the queue rings each at its hour. What it does not take, or does not ring, is sent from here. */
  private async sweepOnce(): Promise<void> {
    await this.watchOnce();
    await this.relay.drain();
    await this.plan.run();
    const soon = (await this.listen()) ? await this.due({ limit: toTheQueue, ahead: this.pace.sweep }) : [];
    const given = soon.length < toTheQueue && (await this.giveToQueue(soon));
    await this.sendDue(given ? this.leftToQueue() : []);
  }

  /** A watch that fails stops no letter. */
  private watchOnce(): Promise<unknown> {
    return this.watch().catch((error: unknown) => this.troubles.tell('The offices could not be watched and will be again', error));
  }

  private due({ ahead = 0, ...which }: Pick<DueAsked, 'limit' | 'but' | 'upTo'> & { ahead?: number }): Promise<DueLine[]> {
    const at = { now: new Date(this.legal.now().getTime() + ahead), ...which };
    return this.work.read(workerCtx('sweep'), (tx) => dueLines(tx, at));
  }

  /** Lines the queue was given not so long ago: they are its own for now. Given later than lines are given, they were by a clock that has jumped back since. */
  private leftToQueue(): string[] {
    const now = this.machine.now().getTime();
    const isRecent = (since: number): boolean => now - since < this.pace.patience && since - now <= this.pace.sweep;
    return [...this.woken].filter(([, since]) => isRecent(since)).map(([id]) => id);
  }

  private async listen(): Promise<boolean> {
    if (this.rings) return true;
    try {
      await this.alarm.start();
      this.rings = true;
    } catch (error) {
      this.troubles.tell('The queue does not ring; the sweep sends meanwhile', error);
    }
    return this.rings;
  }

  /** A wake for each line that has none; false as soon as the queue refuses one. */
  private async giveToQueue(soon: readonly DueLine[]): Promise<boolean> {
    const now = this.machine.now().getTime();
    this.woken = new Map(soon.flatMap(({ id }) => (this.woken.has(id) ? [[id, this.woken.get(id) ?? now]] : [])));
    for (const line of soon) {
      if (this.woken.has(line.id)) continue;
      if (!(await this.alarm.wake(wakeName, line.id, { at: line.sendAt, priority: wakePriorityOf(line) }))) return false;
      this.woken.set(line.id, Math.max(now, now + line.sendAt.getTime() - this.legal.now().getTime()));
    }
    return true;
  }
}
