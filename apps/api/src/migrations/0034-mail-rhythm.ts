import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often a person's reminders come, and the state of a reminder that a digest carries. */
export class MailRhythm1795000000034 implements MigrationInterface {
  readonly name = 'MailRhythm1795000000034';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const statements: readonly string[] = [
  `ALTER TABLE "person" ADD "mail_rhythm" text NOT NULL DEFAULT 'IMMEDIATE'`,
  `ALTER TABLE "person" ADD CONSTRAINT "person_mail_rhythm_known" CHECK (mail_rhythm in ('IMMEDIATE', 'DAILY', 'WEEKLY'))`,
  'ALTER TABLE "reminder" DROP CONSTRAINT "reminder_state_known"',
  `ALTER TABLE "reminder" ADD CONSTRAINT "reminder_state_known" CHECK (state in ('PLANNED', 'SENDING', 'SENT', 'FAILED', 'SUPERSEDED', 'CANCELLED', 'GATHERED'))`,
];
