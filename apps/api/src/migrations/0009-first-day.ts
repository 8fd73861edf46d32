import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mail address that its owner is changing: the new one is proved by a code before it counts. */
export class FirstDay1795000000009 implements MigrationInterface {
  readonly name = 'FirstDay1795000000009';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const statements: readonly string[] = [
  'CREATE TABLE "address_change" ("id" uuid NOT NULL, "person_id" uuid NOT NULL, "new_address" text NOT NULL, "old_address" text NOT NULL, "tries" integer NOT NULL, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "confirmed_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "address_change_tries_bounded" CHECK (tries between 0 and 5), CONSTRAINT "address_change_pkey" PRIMARY KEY ("id"))',
  'CREATE INDEX "address_change_by_person" ON "address_change"  ("person_id", "asked_at") ',
  'ALTER TABLE "address_change" ADD CONSTRAINT "address_change_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
];
