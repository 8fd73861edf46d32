import { createHash } from 'node:crypto';
import pg from 'pg';

/** Texts a process has met, each with the name it is prepared under. Beyond so many, a text is written by a program that varies it, and is sent unnamed. */
const names = new Map<string, string>();
const most = 600;

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= most || !/^\s*(select|with|insert|update)\b/i.test(text)) return known;
  const name = createHash('md5').update(text).digest('hex');
  names.set(text, name);
  return name;
}

type Query = (text: unknown, ...rest: readonly unknown[]) => unknown;

/**
 * A session that prepares each question with parameters under a name: behind row-level security PostgreSQL takes longer to plan most of
 * our questions than to answer them, and a session of the pool plans each of them a few times instead of always.
 */
export class PreparedClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const send = super.query.bind(this) as Query;
    const query: Query = (text, ...rest) => {
      const name = typeof text === 'string' && Array.isArray(rest[0]) && rest[0].length > 0 ? nameOf(text) : undefined;
      return name === undefined ? send(text, ...rest) : send({ name, text }, ...rest);
    };
    this.query = query as typeof this.query;
  }
}
