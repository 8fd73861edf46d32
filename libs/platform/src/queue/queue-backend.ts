import type { Job, Processor, QueueOptions, WorkerOptions } from 'bullmq';

/** What a wake carries: the ledger's id, never its content. */
export interface WakeData {
  readonly id: string;
}

/** The few words of BullMQ's queue that we say, whatever stands behind it. */
export interface WakeQueue {
  add(name: string, data: WakeData, options: WakeOptions): Promise<unknown>;
  obliterate(options: { force: boolean }): Promise<void>;
  /** How many wakes wait. */
  count(): Promise<number>;
  resume(): Promise<void>;
  waitUntilReady(): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

/** BullMQ's options of one job that we use. */
export interface WakeOptions {
  readonly delay: number;
  readonly priority: number;
  readonly jobId?: string;
  readonly deduplication?: { readonly id: string; readonly keepLastIfActive: boolean };
}

/** The few words of BullMQ's worker that we say. */
export interface WakeWorker {
  run(): Promise<void>;
  waitUntilReady(): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: Job | undefined, error: Error) => void): unknown;
  close(): Promise<void>;
}

/** A server that keeps the wakes: PostgreSQL or Redis. Its connections are its own. */
export interface QueueBackend {
  openQueue(options: Omit<QueueOptions, 'connection'>): WakeQueue;
  openWorker(ring: Processor<WakeData>, options: Omit<WorkerOptions, 'connection'>): WakeWorker;
  /** False while the server is known to be away: BullMQ would hold a wake back until it returns. */
  answers(): boolean;
  /** Ends the connections, once queue and worker are closed. */
  close(): Promise<void>;
}

/** One queue for the whole house: priorities, not several queues, decide who goes first. */
export const queueName = 'passerelle';
