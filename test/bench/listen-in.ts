import pg from 'pg';

/** One statement as a session of this process sends it. */
export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

let heard: Statement[] | null = null;

/** Before any session is opened: a session keeps the sender it was made with. */
export function listenIn(): void {
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]): unknown {
    const [asked, values] = args;
    const text = typeof asked === 'string' ? asked : (asked as { readonly text?: string } | undefined)?.text;
    if (text !== undefined) heard?.push({ text, values: Array.isArray(values) ? [...(values as unknown[])] : [] });
    return Reflect.apply(query, this, args);
  } as typeof query;
}

/** What this process asks of PostgreSQL meanwhile, in order. */
export async function statementsDuring<T>(work: () => Promise<T>): Promise<{ readonly statements: readonly Statement[]; readonly answer: T }> {
  heard = [];
  const answer = await work();
  const statements = heard;
  heard = null;
  return { statements, answer };
}
