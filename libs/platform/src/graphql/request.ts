import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ctx } from '../work/context.js';
import type { GraphqlRequest, ReadSession, ReadTx, Work } from '../work/work.js';

/** Who is at the door: builds the ctx of an HTTP request; `reply` is for its cookies only. Implemented by `apps/api`, which knows sessions and languages. */
export abstract class ContextSource {
  abstract contextOf(request: FastifyRequest, reply: FastifyReply): Promise<Ctx>;
}

/** The one read-only transaction of a request; once closed, whoever still asks is refused. */
class Reading {
  private closed = false;
  readonly tx: ReadTx;

  constructor(private readonly session: ReadSession) {
    const { ctx } = session.tx;
    this.tx = {
      ctx,
      now: () => session.tx.now(),
      sharedNow: () => session.tx.sharedNow(),
      query: async <Row extends object>(sql: string, parameters?: readonly unknown[]) => {
        if (this.closed) throw new Error('the read transaction of this request is over');
        return session.tx.query<Row>(sql, parameters);
      },
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.session.close();
  }
}

/** GraphQL's context, one per request: nothing of it outlives the response. */
export class OpenRequest implements GraphqlRequest {
  private reading: Promise<Reading> | null = null;
  private over = false;

  constructor(
    readonly ctx: Ctx,
    private readonly work: Work,
  ) {}

  async read(): Promise<ReadTx> {
    if (this.over) throw new Error('this request has been answered');
    this.reading ??= this.work.open(this.ctx).then((session) => new Reading(session));
    return (await this.reading).tx;
  }

  /** Gives the connection back; the next `read` opens a fresh transaction. Before each mutation, so that none waits for a second connection holding a first. */
  async endReading(): Promise<void> {
    const reading = this.reading;
    this.reading = null;
    if (reading) await (await reading).close();
  }

  /** After the response: a resolver still running finds the door closed. */
  async close(): Promise<void> {
    this.over = true;
    await this.endReading();
  }
}

/** One value per request (a data-loader, a cache), made at its first use and forgotten with the request. */
export function perRequest<T>(make: (request: GraphqlRequest) => T): (request: GraphqlRequest) => T {
  const made = new WeakMap<GraphqlRequest, { readonly value: T }>();
  return (request) => {
    const known = made.get(request) ?? { value: make(request) };
    made.set(request, known);
    return known.value;
  };
}
