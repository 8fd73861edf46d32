import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Remembers which access rules the database carries, so that a start applies them only when they changed. */
export class AccessStamp1795000000003 implements MigrationInterface {
  readonly name = 'AccessStamp1795000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE "access_stamp" ("id" integer NOT NULL, "hash" text NOT NULL, CONSTRAINT "access_stamp_pkey" PRIMARY KEY ("id"))');
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}
