import type pg from 'pg';

/** Made by migrations and by the access rules themselves: never copied, or a restored database would be taken for another. */
export const machinery: readonly string[] = ['migrations', 'access_stamp'];

/** A table as it is copied. Columns in the order of the catalogue, without generated ones. */
export interface CopiedTable {
  readonly name: string;
  readonly columns: readonly string[];
}

const ofExtension = (catalog: string, oid: string): string => `exists (select from pg_depend where classid = '${catalog}'::regclass and objid = ${oid} and deptype = 'e')`;

/** Every table of the house by the catalogue, so that none is forgotten. */
export async function tablesOf(client: pg.ClientBase): Promise<CopiedTable[]> {
  const { rows } = await client.query<CopiedTable>(
    `select c.relname as name,
            array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all ($1) and not ${ofExtension('pg_class', 'c.oid')}
     order by c.relname`,
    [machinery],
  );
  return rows;
}

/** A relation that holds rows but is no plain table: a backup that left it out would not be whole. */
export async function strangersOf(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('p', 'm', 'f') and not ${ofExtension('pg_class', 'pg_class.oid')} order by 1`,
  );
  return rows.map(({ name }) => name);
}

/**
 * Tables whose rows this role may not all see: row-level security would hide them without a word (decisions.md, « Row-level
 * security »). A table is in reach when it is not secured, or has a permissive policy `using (true)` for us and no restrictive one.
 */
export async function hiddenTables(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `with mine as (select * from pg_policies where schemaname = 'public' and cmd in ('ALL', 'SELECT') and (current_user = any (roles) or 'public' = any (roles)))
     select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity and (relforcerowsecurity or not pg_has_role(relowner, 'usage'))
       and not (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)
       and (not exists (select from mine where tablename = relname and permissive = 'PERMISSIVE' and qual = 'true')
            or exists (select from mine where tablename = relname and permissive = 'RESTRICTIVE'))
     order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Other sessions in this database: a house that is open, or somebody at a console. */
export async function othersConnected(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ others: number }>(
    `select count(*)::int as others from pg_stat_activity where datid = (select oid from pg_database where datname = current_database()) and pid <> pg_backend_pid() and usesysid is not null`,
  );
  return rows[0]?.others ?? 0;
}

/** The tables that hold a row already. */
export async function filledTables(client: pg.ClientBase): Promise<string[]> {
  const filled: string[] = [];
  for (const { name } of await tablesOf(client)) {
    const { rows } = await client.query(`select from public.${client.escapeIdentifier(name)} limit 1`);
    if (rows.length > 0) filled.push(name);
  }
  return filled;
}

/** Drops every table and function of the house and the queue's schema; extensions, roles and grants on the database stay. */
export async function dropAll(client: pg.ClientBase): Promise<void> {
  await client.query('drop schema if exists bullmq cascade');
  await client.query(
    `do $$
     declare found record;
     begin
       for found in select oid::regclass::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not ${ofExtension('pg_class', 'pg_class.oid')} loop
         execute 'drop table if exists ' || found.name || ' cascade';
       end loop;
       for found in select oid::regprocedure::text as name from pg_proc where pronamespace = 'public'::regnamespace and not ${ofExtension('pg_proc', 'pg_proc.oid')} loop
         execute 'drop routine if exists ' || found.name || ' cascade';
       end loop;
     end $$`,
  );
}
