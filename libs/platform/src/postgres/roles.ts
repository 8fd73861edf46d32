import pg from 'pg';

/** Who speaks to the database: migrations, requests, the relay and jobs, a read-only auditor, BullMQ. */
export type Role = 'owner' | 'app' | 'worker' | 'auditor' | 'queue';

/**
 * What bounds each role's sessions (trust.md, design rule 8). Migrations may run long but must not wait long for a lock
 * while people work; BullMQ's own statements keep its own pace.
 */
const bounds: Record<Role, Record<string, string>> = {
  owner: { lock_timeout: '10s' },
  app: { statement_timeout: '5s', idle_in_transaction_session_timeout: '10s', lock_timeout: '2s' },
  worker: { statement_timeout: '5s', idle_in_transaction_session_timeout: '10s', lock_timeout: '2s' },
  auditor: { statement_timeout: '60s', idle_in_transaction_session_timeout: '10s', default_transaction_read_only: 'on' },
  queue: { idle_in_transaction_session_timeout: '10s' },
};

/** The roles in the order they are created. */
export const roles: readonly Role[] = ['owner', 'app', 'worker', 'auditor', 'queue'];

/** The PostgreSQL name of a role. */
export const roleName = (role: Role): string => `passerelle_${role}`;

const PREPARING = '7231946106';

/**
 * Creates the roles (none is superuser, none passes over row-level security) and the database owned by
 * `passerelle_owner`. Can be run again at each start: it repairs what drifted and keeps what is there. Where the
 * superuser's address carries a password (Windows, TCP), the roles get the same.
 */
export async function prepareCluster(superuserUrl: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [PREPARING]);
    for (const role of roles) await prepareRole(client, role);
    const present = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (present.rowCount === 0) await client.query(creationOf(database, 'template0'));
    for (const statement of grantsOf(database)) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function prepareRole(client: pg.Client, role: Role): Promise<void> {
  const name = roleName(role);
  const present = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  if (present.rowCount === 0) await client.query(`create role ${name}`);
  const password = client.password ? ` password ${pg.escapeLiteral(String(client.password))}` : '';
  await client.query(`alter role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication${password}`);
  for (const [setting, value] of Object.entries(bounds[role])) await client.query(`alter role ${name} set ${setting} = '${value}'`);
}

/** SQL that creates a database as Passerelle wants it: UTF-8 and byte order, the same on every machine. */
export function creationOf(database: string, template: string): string {
  const name = pg.escapeIdentifier(database);
  const made = `create database ${name} owner ${roleName('owner')} template ${pg.escapeIdentifier(template)}`;
  if (template !== 'template0') return `${made} strategy file_copy`;
  return `${made} encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' lc_collate 'C' lc_ctype 'C'`;
}

/** SQL that lets only our roles in; a cloned database does not inherit it. */
export function grantsOf(database: string): string[] {
  const name = pg.escapeIdentifier(database);
  const guests = roles.filter((role) => role !== 'owner').map(roleName).join(', ');
  return [`revoke all on database ${name} from public`, `grant connect on database ${name} to ${guests}`];
}
