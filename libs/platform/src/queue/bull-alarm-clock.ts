import type { Job } from 'bullmq';
import type { Clock } from '#kernel';
import { failpoint } from '../failpoint/failpoint.js';
import { AlarmClock, type QueueTrouble, type WakeHandler, type WakePriority, type WakeTime } from './alarm-clock.js';
import type { QueueBackend, WakeData, WakeOptions, WakeQueue, WakeWorker } from './queue-backend.js';
import { within } from './within.js';

export interface AlarmClockOptions {
  readonly backend: QueueBackend;
  /** The clock in which `at` is told; the wait is `at − now`. A clock that jumps calls for a sweep. */
  readonly clock: Clock;
  readonly onTrouble: QueueTrouble;
  /** Handlers running at the same time in this process; 4 unless said. */
  readonly concurrency?: number;
}

/** BullMQ serves the lowest number first; 0 would jump the whole line. */
const priorities: Readonly<Record<WakePriority, number>> = { SIGN_IN: 1, NORMAL: 10, LATER: 100 };
const word = /^[A-Za-z0-9._-]{1,100}$/;
const milliseconds = { takeWake: 2_000, openQueue: 5_000, openWorker: 10_000 } as const;

const queueOptions = {
  streams: { events: { maxLen: 100 } },
  defaultJobOptions: { attempts: 6, backoff: { type: 'exponential', delay: 1_000 }, removeOnComplete: true, removeOnFail: true },
} as const;

/**
 * A killed worker's wake comes back after at most `lockDuration` + `stalledInterval` (15 s).
 * With the default of one stall allowed, three of 600 jobs were never done (trust.md 0.3).
 */
const workerOptions = { autorun: false, maxStalledCount: 1_000_000, lockDuration: 10_000, stalledInterval: 5_000 } as const;

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** The alarm clock on BullMQ, over either backend. */
export class BullAlarmClock extends AlarmClock {
  private readonly handlers = new Map<string, WakeHandler>();
  private queue: Promise<WakeQueue> | null = null;
  private worker: WakeWorker | null = null;
  private stopping: Promise<void> | null = null;

  constructor(private readonly options: AlarmClockOptions) {
    super();
  }

  onWake(name: string, handler: WakeHandler): void {
    if (!word.test(name)) throw new Error(`« ${name} » cannot name a wake`);
    if (this.handlers.has(name)) throw new Error(`two handlers for the wake « ${name} »`);
    this.handlers.set(name, handler);
  }

  async wake(name: string, id: string, time: WakeTime = {}): Promise<boolean> {
    const options = this.wakeOptions(name, id, time);
    if (this.stopping) return false;
    try {
      failpoint('queue.before-wake');
      await within(milliseconds.takeWake, this.add(name, id, options));
      return true;
    } catch (error) {
      this.options.onTrouble(asError(error), `wake ${name}`);
      return false;
    }
  }

  async start(): Promise<void> {
    if (this.worker || this.stopping) throw new Error('this alarm clock has already been started');
    const ring = (job: Job<WakeData>): Promise<void> => this.ring(job);
    const worker = this.options.backend.openWorker(ring, { ...workerOptions, concurrency: this.options.concurrency ?? 4 });
    worker.on('error', (error) => this.options.onTrouble(error, 'worker'));
    worker.on('failed', (job, error) => this.options.onTrouble(error, `ring ${job?.name ?? 'a removed wake'}`));
    this.worker = worker;
    try {
      await within(milliseconds.openWorker, worker.waitUntilReady());
    } catch (error) {
      this.worker = null;
      await worker.close();
      throw error;
    }
    worker.run().catch((error: unknown) => this.options.onTrouble(asError(error), 'worker'));
  }

  stop(): Promise<void> {
    this.stopping ??= this.close();
    return this.stopping;
  }

  async answers(): Promise<boolean> {
    if (this.stopping || !this.options.backend.answers()) return false;
    const asked = this.openedQueue().then((queue) => queue.count());
    return within(milliseconds.takeWake, asked).then(
      () => true,
      () => false,
    );
  }

  async clear(): Promise<void> {
    const queue = await this.openedQueue();
    await queue.obliterate({ force: true });
    await queue.resume();
  }

  /** Waiting twins become one. A delayed wake is keyed by its instant too, so that an earlier one is never swallowed by a later one. */
  private wakeOptions(name: string, id: string, { at, priority = 'NORMAL' }: WakeTime): WakeOptions {
    if (!word.test(name) || !word.test(id)) throw new Error(`« ${name} / ${id} » cannot be a wake`);
    if (at && Number.isNaN(at.getTime())) throw new Error(`the wake ${name} has no valid instant`);
    const delay = at ? Math.max(0, at.getTime() - this.options.clock.now().getTime()) : 0;
    const base = { delay, priority: priorities[priority] };
    if (at && delay > 0) return { ...base, jobId: `${name}.${id}.${at.getTime()}` };
    return { ...base, deduplication: { id: `${name}.${id}`, keepLastIfActive: true } };
  }

  private async add(name: string, id: string, options: WakeOptions): Promise<void> {
    if (!this.options.backend.answers()) throw new Error('the queue’s server is away');
    const queue = await this.openedQueue();
    await queue.add(name, { id }, options);
  }

  /** BullMQ remembers a failed opening for ever: a queue that did not open is thrown away, and the next wake tries again. */
  private openedQueue(): Promise<WakeQueue> {
    this.queue ??= this.openQueue().catch((error: unknown) => {
      this.queue = null;
      throw error;
    });
    return this.queue;
  }

  private async openQueue(): Promise<WakeQueue> {
    const queue = this.options.backend.openQueue(queueOptions);
    queue.on('error', (error) => this.options.onTrouble(error, 'queue'));
    try {
      await within(milliseconds.openQueue, queue.waitUntilReady());
      return queue;
    } catch (error) {
      await queue.close().catch(() => undefined);
      throw error;
    }
  }

  private async ring(job: Job<WakeData>): Promise<void> {
    const handler = this.handlers.get(job.name);
    if (!handler) throw new Error(`no handler here for the wake « ${job.name} »`);
    failpoint('queue.before-ring');
    await handler(job.data.id);
    failpoint('queue.after-ring');
  }

  private async close(): Promise<void> {
    await this.worker?.close();
    const queue = await this.queue?.catch(() => null);
    await queue?.close();
    await this.options.backend.close();
  }
}
