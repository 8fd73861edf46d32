import { DataSource, type EntitySchema, type MixedList } from 'typeorm';
import { SnakeNaming } from './naming.js';

export type Entities = MixedList<(new () => object) | EntitySchema>;

/**
 * A pool of sessions to PostgreSQL for one role. Timeouts bound every statement (trust.md, design rule 8);
 * schema synchronisation is off: only migrations change the schema.
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
      options: '-c statement_timeout=15000 -c idle_in_transaction_session_timeout=30000 -c lock_timeout=10000 -c timezone=UTC',
      connectionTimeoutMillis: 10_000,
    },
    installExtensions: false,
  });
}
