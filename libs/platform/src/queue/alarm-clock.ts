/** Who goes first when several wakes are due: a sign-in code does not wait behind three hundred reminders. */
export type WakePriority = 'SIGN_IN' | 'NORMAL' | 'LATER';

/** When to ring, and before whom. */
export interface WakeTime {
  /** UTC instant told in the alarm clock's own clock; absent or past: now. */
  readonly at?: Date;
  /** `NORMAL` unless said. */
  readonly priority?: WakePriority;
}

/** What is done when the alarm rings: read again, under lock, the row that `id` names. It may ring twice, or for nothing. */
export type WakeHandler = (id: string) => Promise<void>;

/** Something the queue suffered that nobody waits for: a cut connection, a handler that threw, a wake not taken. */
export type QueueTrouble = (error: Error, during: string) => void;

/**
 * The queue is an alarm clock and nothing more: the truth is a ledger in our tables, and each consumer sweeps it.
 * A wake may be lost with the queue, ring twice after a kill, or ring when there is nothing left to do (trust.md 0.3).
 */
export abstract class AlarmClock {
  /**
   * Asks to ring `name` with the ledger's `id`. Call it after the commit. Several wakes of the same name and id that wait become one;
   * one that comes while the handler runs rings it again afterwards.
   * @returns false when the queue is not known to have taken it (down, or slower than two seconds): the sweep will do it.
   * @throws Error when `name` or `id` is outside `[A-Za-z0-9._-]{1,100}`, or `at` is not a date: a bug.
   */
  abstract wake(name: string, id: string, time?: WakeTime): Promise<boolean>;

  /** Says what to do when `name` rings; one handler per name, before `start`. A handler that throws is rung again, later and later, five times. */
  abstract onWake(name: string, handler: WakeHandler): void;

  /** Begins to ring in this process. @throws Error when the queue cannot be reached or was not migrated. */
  abstract start(): Promise<void>;

  /** Lets the handlers under way finish, then closes every connection. Idempotent. */
  abstract stop(): Promise<void>;

  /** Does the queue's server answer a question about its wakes within two seconds? For the health page; never throws. */
  abstract answers(): Promise<boolean>;

  /** Forgets every wake: after a restore the sweep rebuilds them from the ledger. */
  abstract clear(): Promise<void>;
}
