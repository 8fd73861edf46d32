import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever coordinates, or runs the instance, is told that facts wait to be heard: the outbox itself stays the worker's. */
export class WaitingFacts1795000000045 implements MigrationInterface {
  readonly name = 'WaitingFacts1795000000045';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const own = `(coalesce(nullif(current_setting('app.partnerships', true), ''), '{}'))::uuid[]`;
const self = `nullif(current_setting('app.person', true), '')::uuid`;

const statements: readonly string[] = [
  // How many of those partnerships' facts have waited since before that instant: a number and an hour, nothing of what they say.
  `create function waiting_facts(among uuid[], before timestamptz)
     returns table (waiting integer, since timestamptz)
     language sql stable security definer set search_path = pg_catalog, public as $$
     select count(*)::int, min(occurred_at) from public.outbox
     where occurred_at <= $2 and (partnership_id = any ($1) and partnership_id = any (${own}) or public.is_instance_admin(${self})) $$`,
  'revoke all on function waiting_facts(uuid[], timestamptz) from public',
  'grant execute on function waiting_facts(uuid[], timestamptz) to passerelle_app',
];
