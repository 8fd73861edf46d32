import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days that a place declares otherwise than its country's calendar says. */
export class DeclaredDays1795000000043 implements MigrationInterface {
  readonly name = 'DeclaredDays1795000000043';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "territory" ADD "closed_days" date array NOT NULL DEFAULT '{}', ADD "worked_days" date array NOT NULL DEFAULT '{}'`);
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}
