import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each restore opens an epoch: what leaves waits there for a person's agreement (trust.md, threat Z2). */
export class Epoch1795000000010 implements MigrationInterface {
  readonly name = 'Epoch1795000000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const statements: readonly string[] = [
  `CREATE TABLE "epoch" ("id" uuid NOT NULL, "number" integer NOT NULL, "restored_at" TIMESTAMP WITH TIME ZONE NOT NULL, "backup_taken_at" TIMESTAMP WITH TIME ZONE NOT NULL,
     "backup_id" text NOT NULL, "sending_resumed_at" TIMESTAMP WITH TIME ZONE, "resumed_by" uuid,
     CONSTRAINT "epoch_number_once" UNIQUE ("number"), CONSTRAINT "epoch_number_counts" CHECK (number > 0), CONSTRAINT "epoch_pkey" PRIMARY KEY ("id"))`,
  'create trigger epoch_not_removed before delete on epoch for each row execute function refuse_change()',
  `create function epoch_resumes_once() returns trigger language plpgsql as $$
   begin
     if old.sending_resumed_at is not null then
       raise exception 'an epoch that sends again never changes' using errcode = 'restrict_violation';
     end if;
     return new;
   end $$`,
  'create trigger epoch_resumes_once before update on epoch for each row execute function epoch_resumes_once()',
];
