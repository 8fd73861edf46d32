import pg from 'pg';

interface Socketed {
  readonly connection: { readonly stream: { destroy(): void } };
}

/** How far a piece of work went, in SQL statements. */
export interface Cut {
  readonly statements: number;
  /** True when the line was cut before the work ended. */
  readonly cut: boolean;
}

/**
 * Plays a piece of work whose every session loses its line just before its `at`-th statement (1 = the first), as the server sees a
 * killed process; without `at` it is only counted. For work that opens its own sessions, one at a time in this process.
 */
export async function cutBefore(at: number | null, work: () => Promise<unknown>): Promise<Cut> {
  const send = pg.Client.prototype.query as (...words: unknown[]) => unknown;
  const sessions = new Set<Socketed>();
  let statements = 0;
  Object.assign(pg.Client.prototype, {
    query(this: Socketed, ...words: unknown[]): unknown {
      sessions.add(this);
      statements += 1;
      if (at !== null && statements >= at) for (const session of sessions) session.connection.stream.destroy();
      return send.apply(this, words);
    },
  });
  try {
    await work();
    return { statements, cut: false };
  } catch (error) {
    if (at === null || statements < at) throw error;
    return { statements, cut: true };
  } finally {
    Object.assign(pg.Client.prototype, { query: send });
  }
}
