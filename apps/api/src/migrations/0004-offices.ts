import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The desks beside the committee, and who runs the instance. */
export class Offices1795000000004 implements MigrationInterface {
  readonly name = 'Offices1795000000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const statements: readonly string[] = [
  'ALTER TABLE "seat" DROP CONSTRAINT "seat_category_known"',
  `ALTER TABLE "seat" ADD CONSTRAINT "seat_category_known" CHECK (category in ('CO_PRESIDENT', 'ELECTED_MEMBER', 'TECHNICIAN', 'COORDINATOR', 'SESSION_SECRETARY', 'CABINET', 'GUEST', 'PROJECT_CARRIER', 'EVALUATION_ACTOR', 'STATE_OBSERVER'))`,
  'CREATE TABLE "instance_admin" ("person_id" uuid NOT NULL, "since" TIMESTAMP WITH TIME ZONE NOT NULL, "until" TIMESTAMP WITH TIME ZONE, CONSTRAINT "instance_admin_pkey" PRIMARY KEY ("person_id"))',
  'ALTER TABLE "instance_admin" ADD CONSTRAINT "instance_admin_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  `create function is_instance_admin(person_id uuid) returns boolean
     language sql stable security definer set search_path = pg_catalog, public as $$
     select exists (select from public.instance_admin where instance_admin.person_id = $1 and "until" is null) $$`,
  'revoke all on function is_instance_admin(uuid) from public',
  'grant execute on function is_instance_admin(uuid) to passerelle_app',
];
