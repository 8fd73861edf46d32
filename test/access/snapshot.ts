import pg from 'pg';

/** The database as it was when `keep` was called: given back after each cell that changed something, and compared with what stands. */
export class Snapshot {
  private constructor(
    private readonly client: pg.Client,
    private readonly tables: readonly string[],
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
    const { rows } = await client.query<{ name: string }>(`select format('%I', relname) as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname`);
    await client.query('create schema kept');
    await client.query('create table kept.touched (name text not null)');
    await client.query(`create function kept.touch() returns trigger language plpgsql security definer as $$ begin insert into kept.touched values (tg_argv[0]); return null; end $$`);
    for (const { name } of rows) {
      await client.query(`create table kept.${name} as table public.${name}`);
      await client.query(`create trigger touched after insert or update or delete or truncate on public.${name} for each statement execute function kept.touch('${name}')`);
    }
    await client.query('set session_replication_role = replica');
    return new Snapshot(client, rows.map(({ name }) => name));
  }

  /** Tables that somebody wrote to since: a trigger, deaf to this hand, names them. */
  private async touched(): Promise<string[]> {
    const named = new Set((await this.client.query<{ name: string }>('select distinct name from kept.touched')).rows.map(({ name }) => name));
    return this.tables.filter((name) => named.has(name));
  }

  /** Tables whose rows are no longer those that were kept. */
  async changed(): Promise<string[]> {
    const told = (await this.touched()).map((name) => `select '${name}' as name where exists (table public.${name} except table kept.${name}) or (select count(*) from public.${name}) <> (select count(*) from kept.${name})`);
    const comparable = told.map((sql) => sql.replaceAll(/table (public|kept)\.(\w+)/g, 'select md5(row_to_json($2)::text) from $1.$2 $2'));
    const { rows } = comparable.length === 0 ? { rows: [] } : await this.client.query<{ name: string }>(comparable.join(' union all '));
    return rows.map(({ name }) => name);
  }

  /** Gives the kept rows back. */
  async restore(): Promise<string[]> {
    const names = await this.changed();
    if (names.length > 0) await this.giveBack(names);
    await this.client.query('delete from kept.touched');
    return names;
  }

  /** Gives back what somebody wrote to, without asking what became of it. */
  async undo(): Promise<void> {
    const names = await this.touched();
    if (names.length > 0) await this.giveBack(names);
    await this.client.query('delete from kept.touched');
  }

  private async giveBack(names: readonly string[]): Promise<void> {
    await this.client.query('begin');
    for (const name of names) await this.client.query(`delete from public.${name}; insert into public.${name} select * from kept.${name}`);
    await this.client.query('commit');
  }

  /** Whoever is signed in has just proved it again, here and in what is kept: a long run is no reason to be refused. */
  async proveAgain(): Promise<void> {
    for (const schema of ['public', 'kept']) await this.client.query(`update ${schema}.session set step_up_at = now(), last_seen_at = now()`);
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
