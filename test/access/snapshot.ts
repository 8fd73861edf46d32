import pg from 'pg';

/** A table, as SQL names it, and how a row of it (`here`) is found among those that were kept (`past`). */
interface Table {
  readonly name: string;
  readonly met: string;
}
interface Named {
  readonly name: string;
  readonly keys: readonly string[] | null;
}
/** By its primary key; byte by byte where a table has none. */
const tableOf = ({ name, keys }: Named): Table => ({ name, met: keys?.map((key) => `past.${key} = here.${key}`).join(' and ') ?? 'past *= here' });
/** Rows that are not, or no longer, those that were kept: compared byte by byte, as PostgreSQL holds them. */
const foreignTo = ({ name, met }: Table): string => `not exists (select from kept.${name} past where ${met} and past *= here)`;

/** The database as it was when `keep` was called: given back after each cell that changed something, and compared with what stands. */
export class Snapshot {
  private constructor(
    private readonly client: pg.Client,
    private readonly tables: readonly Table[],
  ) {}

  /** A hand beside the house that keeps nothing yet. */
  static async beside(superuser: string): Promise<Snapshot> {
    const client = new pg.Client({ connectionString: superuser });
    await client.connect();
    return new Snapshot(client, []);
  }

  /** `superuser`: triggers that refuse any change would refuse to give the past back too. */
  static async keep(superuser: string): Promise<Snapshot> {
    const client = new pg.Client({ connectionString: superuser });
    await client.connect();
    const { rows } = await client.query<Named>(
      `select format('%I', relname) as name, (select array_agg(format('%I', attname)) from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey) where indrelid = pg_class.oid and indisprimary) as keys
       from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname`,
    );
    await client.query('create schema kept');
    await client.query('create table kept.touched (name text not null)');
    await client.query(`create function kept.touch() returns trigger language plpgsql security definer as $$ begin insert into kept.touched values (tg_argv[0]); return null; end $$`);
    for (const { name } of rows) {
      await client.query(`create table kept.${name} as table public.${name}`);
      await client.query(`create trigger touched after insert or update or delete or truncate on public.${name} for each statement execute function kept.touch('${name}')`);
    }
    await client.query('set session_replication_role = replica');
    return new Snapshot(client, rows.map(tableOf));
  }

  /** Tables that somebody wrote to since: a trigger, deaf to this hand, names them. */
  private async touched(): Promise<Table[]> {
    const named = new Set((await this.client.query<{ name: string }>('select distinct name from kept.touched')).rows.map(({ name }) => name));
    return this.tables.filter(({ name }) => named.has(name));
  }

  /** Tables whose rows are no longer those that were kept. */
  private async changed(): Promise<Table[]> {
    const touched = await this.touched();
    const told = touched.map((table) => `select '${table.name}' as name where exists (select from public.${table.name} here where ${foreignTo(table)}) or (select count(*) from public.${table.name}) <> (select count(*) from kept.${table.name})`);
    const { rows } = told.length === 0 ? { rows: [] } : await this.client.query<{ name: string }>(told.join(' union all '));
    return touched.filter((table) => rows.some(({ name }) => name === table.name));
  }

  /** Gives the kept rows back; names the tables that had others. */
  async restore(): Promise<string[]> {
    const tables = await this.changed();
    await this.giveBack(tables);
    return tables.map(({ name }) => name);
  }

  /** Gives back what somebody wrote to, without asking what became of it. */
  async undo(): Promise<void> {
    await this.giveBack(await this.touched());
  }

  /** Writes only the rows that differ: most of a table was not touched. */
  private async giveBack(tables: readonly Table[]): Promise<void> {
    const each = tables.map((table) => `delete from public.${table.name} here where ${foreignTo(table)};
      insert into public.${table.name} select * from kept.${table.name} past where not exists (select from public.${table.name} here where ${table.met});`);
    await this.client.query(`begin; ${each.join(' ')} delete from kept.touched; commit`);
  }

  /** Whoever is signed in has just proved it again, here and in what is kept: a long run is no reason to be refused. */
  async proveAgain(): Promise<void> {
    // In one transaction, at one instant: what is given back is what was proved.
    await this.client.query(['public', 'kept'].map((schema) => `update ${schema}.session set step_up_at = now(), last_seen_at = now()`).join('; '));
  }

  /** Ids of everything a partnership owns, its people's among them. */
  async idsOf(partnershipId: string): Promise<Set<string>> {
    const { rows } = await this.client.query<{ name: string; column: string }>(
      `select format('kept.%I', relname) as name, attname as column from pg_class join pg_attribute on attrelid = pg_class.oid
       where relnamespace = 'kept'::regnamespace and atttypid = 'uuid'::regtype and exists (select from pg_attribute owner where owner.attrelid = pg_class.oid and owner.attname = 'partnership_id')`,
    );
    const lists = rows.map(({ name, column }) => `select ${column}::text as id from ${name} where partnership_id = $1 and ${column} is not null`);
    return new Set((await this.ask<{ id: string }>(lists.join(' union '), [partnershipId])).map(({ id }) => id));
  }

  /** One question beside the house, as a superuser. */
  async ask<Row extends object>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(sql, parameters)).rows;
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
