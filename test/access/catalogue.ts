import type pg from 'pg';

/** Tables whose rows belong to a partnership, without it first in their key, and why: reviewed. */
const otherKeys: Readonly<Record<string, string>> = {
  journal: 'its key is the chain (a partnership’s, or the instance’s) and the place in it',
  journal_words: 'its key is the chain and the place in it',
  outbox: 'a queue in transit: its rows leave within seconds, and app reads none',
  reminder: 'a ledger of the worker, by person: also of duties that belong to no partnership',
};

interface Fault {
  readonly fault: string;
}

/** What the database's own catalogue says against its walls; each line names the table. */
const questions: readonly string[] = [
  `select relname || ': row-level security is not forced' as fault from pg_class
   where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname <> 'migrations' and not (relrowsecurity and relforcerowsecurity)`,
  `select relname || ': no policy for ' || role || ' to read' as fault from pg_class cross join unnest(array['passerelle_app', 'passerelle_owner', 'passerelle_worker', 'passerelle_auditor']) role
   where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migrations'
     and not exists (select from pg_policies where schemaname = 'public' and tablename = relname and role = any(roles::text[]) and cmd in ('ALL', 'SELECT'))`,
  `select tablename || ': a policy for everyone (' || policyname || ')' as fault from pg_policies where schemaname = 'public' and 'public' = any(roles::text[])`,
  `select relname || ': a view that reads with its owner’s eyes' as fault from pg_class
   where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace and (relkind = 'm' or not coalesce(reloptions, '{}') && array['security_invoker=true', 'security_invoker=on'])`,
  `select proname || ': a door that runs as its owner, without a fixed search_path or open to everyone' as fault from pg_proc
   where pronamespace = 'public'::regnamespace and prosecdef
     and (not exists (select from unnest(proconfig) setting where setting like 'search_path=%') or has_function_privilege('public', oid, 'execute'))`,
  `select rolname || ': a role above the walls' as fault from pg_roles
   where rolname ~ '^passerelle_' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or exists (select from pg_auth_members where member = pg_roles.oid))`,
  `select relname || ': owned by ' || pg_get_userbyid(relowner) as fault from pg_class where relkind in ('r', 'p', 'v', 'm') and relnamespace = 'public'::regnamespace and pg_get_userbyid(relowner) <> 'passerelle_owner'`,
];

const owned = `exists (select from pg_attribute where attrelid = $TABLE and attname = 'partnership_id' and not attisdropped)`;
const ownedBy = (table: string): string => owned.replace('$TABLE', table);

const keys = `select relname as table from pg_class join pg_constraint on conrelid = pg_class.oid and contype = 'p'
  where relkind = 'r' and relnamespace = 'public'::regnamespace and ${ownedBy('pg_class.oid')}
    and (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) <> 'partnership_id'`;

/** A foreign key between two tables of partnerships that forgets the partnership (or its chain of facts) could join the rows of two. */
const foreignKeys = `select conrelid::regclass || ': its key ' || conname || ' to ' || confrelid::regclass || ' forgets the partnership' as fault from pg_constraint
  where contype = 'f' and connamespace = 'public'::regnamespace and ${ownedBy('conrelid')} and ${ownedBy('confrelid')}
    and not exists (select from unnest(conkey, confkey) as pair(own, other)
      join pg_attribute mine on mine.attrelid = conrelid and mine.attnum = pair.own
      join pg_attribute theirs on theirs.attrelid = confrelid and theirs.attnum = pair.other
      where mine.attname = theirs.attname and mine.attname in ('partnership_id', 'chain'))`;

/** Everything the catalogue holds against the walls; empty when they stand. */
export async function wallFaults(client: pg.Client): Promise<string[]> {
  const faults: string[] = [];
  for (const question of [...questions, foreignKeys]) faults.push(...(await client.query<Fault>(question)).rows.map(({ fault }) => fault));
  const { rows } = await client.query<{ table: string }>(keys);
  return [...faults, ...rows.filter(({ table }) => !otherKeys[table]).map(({ table }) => `${table}: the partnership is not first in its key`)].sort();
}

/** Every table of the house, in order. */
export async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migrations' order by relname`);
  return rows.map(({ name }) => name);
}

async function isDenied(client: pg.Client, sql: string): Promise<boolean> {
  await client.query('begin');
  const code = await client.query(sql).then(() => null, (error: { code?: string }) => error.code);
  await client.query('rollback');
  if (code && code !== '42501' && code !== '25006' && code !== '55P03') throw new Error(`${sql}: ${code}`);
  return code === '42501' || code === '25006';
}

/** What this session may do to a table, found by trying: verbs, and for updates the columns when not all of them. */
async function verbsOn(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(`select quote_ident(attname) as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`, [table]);
  const done: string[] = [];
  const tries: [string, string][] = [['select', `select from ${table} limit 0`], ['insert', `insert into ${table} select * from ${table} where false`], ['delete', `delete from ${table} where false`], ['truncate', `truncate ${table} cascade`]];
  for (const [verb, sql] of tries) if (!(await isDenied(client, sql))) done.push(verb);
  const columns: string[] = [];
  for (const { name } of rows) if (!(await isDenied(client, `update ${table} set ${name} = null where false`))) columns.push(name);
  if (columns.length > 0) done.push(columns.length === rows.length ? 'update' : `update (${columns.join(', ')})`);
  return done.join(', ') || '—';
}

/** One line a table: what each role may do to it. */
export async function grantLines(roles: readonly pg.Client[], tables: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  for (const table of tables) {
    const held: string[] = [];
    for (const client of roles) held.push(await verbsOn(client, table));
    lines.push(`| ${[table, ...held].join(' | ')} |`);
  }
  return lines;
}
