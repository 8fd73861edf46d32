import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Personal calendar addresses. */
export class CalendarFeed1795000000035 implements MigrationInterface {
  readonly name = 'CalendarFeed1795000000035';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const statements: readonly string[] = [
  'CREATE TABLE "calendar_feed" ("id" uuid NOT NULL, "person_id" uuid NOT NULL, "opened_at" TIMESTAMP WITH TIME ZONE NOT NULL, "closed_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("id"))',
  'CREATE UNIQUE INDEX "calendar_feed_one_open" ON "calendar_feed" ("person_id") WHERE closed_at is null',
  'ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
];
