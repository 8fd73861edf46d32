import { createPostgresBackend, runMigrations, withBackend } from 'bullmq';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { queueName, type QueueBackend, type WakeData } from './queue-backend.js';


/**
 * BullMQ waits before it claims again only after ECONNREFUSED; on any other error (a lost schema, ENOENT of a unix socket)
 * its worker asks again at once, for ever, and starves the process. So a failed claim takes a second.
 */
const calmBackend: typeof createPostgresBackend = (name, options, connections) => {
  const backend = createPostgresBackend(name, options, connections);
  const claim = backend.moveToActive.bind(backend);
  backend.moveToActive = (token, worker) =>
    claim(token, worker).catch(async (error: unknown) => {
      await pause(1_000);
      throw error;
    });
  return backend;
};

const { Queue, Worker } = withBackend(calmBackend);
const schema = 'bullmq';
const migrationLock = `select pg_advisory_lock(hashtext('passerelle.queue'))`;

/**
 * BullMQ's tables in the schema `bullmq` of our own database, over a pool of three connections (one of them listens).
 * @param url connection string of the queue's own role, whose tables `migrateQueue` has made.
 */
export function postgresQueue(url: string, onTrouble: (error: Error) => void): QueueBackend {
  const pool = new pg.Pool({
    connectionString: url,
    options: `-c search_path=${schema}`,
    max: 3,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    application_name: 'passerelle-queue',
  });
  pool.on('error', onTrouble);
  return {
    openQueue: (options) => new Queue(queueName, { ...options, connection: pool }),
    openWorker: (ring, options) => new Worker<WakeData, void>(queueName, ring, { ...options, connection: pool }),
    answers: () => true,
    close: () => pool.end(),
  };
}

/**
 * Makes or upgrades the schema `bullmq`, then gives `role`, when it is another one, what it needs there and nothing else.
 * Safe to run from several processes at once (advisory lock); a failure leaves the schema as it was.
 * @param url a role that may create a schema in this database.
 * @throws Error when the server is older than PostgreSQL 13 or the schema was made by a newer BullMQ.
 */
export async function migrateQueue(url: string, role?: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(migrationLock);
    await runMigrations(client, schema);
    if (role !== undefined) await grantTo(client, role);
  } finally {
    await client.end();
  }
}

/** BullMQ makes one sequence per queue at its first job: hence `create`. Objects the role made itself are not ours to grant. */
async function grantTo(client: pg.Client, role: string): Promise<void> {
  const grantee = client.escapeIdentifier(role);
  await client.query(`grant usage, create on schema ${schema} to ${grantee}`);
  const { rows } = await client.query<{ kind: string; name: string }>(
    `select case relkind when 'S' then 'sequence' else 'table' end as kind, oid::regclass::text as name
     from pg_class where relnamespace = $1::regnamespace and relkind in ('r', 'S') and pg_has_role(relowner, 'usage')`,
    [schema],
  );
  for (const { kind, name } of rows) await client.query(`grant ${kind === 'table' ? 'select, insert, update, delete' : 'usage, select'} on ${kind} ${name} to ${grantee}`);
}
