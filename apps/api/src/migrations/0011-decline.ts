import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A seat offered may be declined, with a reason or without. */
export class Decline1795000000011 implements MigrationInterface {
  readonly name = 'Decline1795000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "invitation" ADD "declined_at" TIMESTAMP WITH TIME ZONE, ADD "declined_motive" text');
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}
