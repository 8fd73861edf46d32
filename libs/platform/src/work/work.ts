import type { Answer, Fact } from '#kernel';
import type { EntityManager } from 'typeorm';
import type { Ctx } from './context.js';

/** A read: one read-only transaction under row-level security. */
export interface ReadTx {
  readonly ctx: Ctx;
  /** Rows as plain objects. Parameters are `$1 …`; never splice text into SQL. */
  query<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** The legal clock, UTC. */
  now(): Date;
  /**
   * SQL of the present that every process shares: PostgreSQL's own clock, for what one process writes and another judges (a lease). Beside a clock that
   * stands still, that clock's instant.
   */
  sharedNow(): string;
}

/** An act: everything inside is written together or not at all. */
export interface Tx extends ReadTx {
  readonly manager: EntityManager;
  newId(): string;
  /** The machine clock, UTC: the instant of recording. */
  recordedAt(): Date;
  /** Journal row and outbox row of this fact, in this transaction. */
  tell(...facts: Fact[]): void;
}

/**
 * The unit of work. `run` opens a READ COMMITTED transaction, sets the row-level-security settings from `ctx`,
 * and commits only if the act answers `accepted`: a refusal rolls everything back. Law 3: the transaction is visible.
 */
export abstract class Work {
  abstract run<T>(ctx: Ctx, act: (tx: Tx) => Promise<Answer<T>>): Promise<Answer<T>>;
  abstract read<T>(ctx: Ctx, look: (tx: ReadTx) => Promise<T>): Promise<T>;
  /** Opens a read-only transaction; whoever opens it closes it. For the request's own reads. `snapshot`: all its reads see one instant. */
  abstract open(ctx: Ctx, wish?: { readonly snapshot: boolean }): Promise<ReadSession>;
}

/** A read-only transaction held open for one request. */
export interface ReadSession {
  readonly tx: ReadTx;
  close(): Promise<void>;
}

/** What a resolver receives from GraphQL: the request's ctx, and its one read-only transaction, opened at the first read. */
export interface GraphqlRequest {
  readonly ctx: Ctx;
  read(): Promise<ReadTx>;
}
