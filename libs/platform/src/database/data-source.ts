import { DataSource, type EntitySchema, type MixedList } from 'typeorm';
import { SnakeNaming } from './naming.js';
import { PreparedClient } from './prepared-client.js';

export type Entities = MixedList<(new () => object) | EntitySchema>;

/**
 * A pool of sessions to PostgreSQL for one role; the role itself bounds its statements (trust.md, design rule 8).
 * Schema synchronisation is off: only migrations change the schema.
 */
export function databaseOf(url: string, entities: Entities, poolSize = 10): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: entities as never,
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    poolSize,
    extra: {
      Client: PreparedClient,
      options: '-c timezone=UTC',
      connectionTimeoutMillis: 10_000,
    },
    installExtensions: false,
  });
}
