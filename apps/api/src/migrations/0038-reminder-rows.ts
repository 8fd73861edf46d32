import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Audited } from './0007-audited.js';
import { audit } from './0007-journal.js';

const key = ['partnership_id', 'id'];

/** Who gave another day to a row of the calendar of reminders. */
export const auditedReminderRows: Audited = { table: 'reminder_row_move', chain: 'partnership_id', key, columns: [...key, 'rule', 'days', 'party_id', 'person_id', 'moved_at'], words: [] };

/** The rows of the calendar of reminders, where partners move them. */
export class ReminderRows1795000000038 implements MigrationInterface {
  readonly name = 'ReminderRows1795000000038';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await audit(runner, [auditedReminderRows], 'migration 0038');
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const statements: readonly string[] = [
  'CREATE TABLE "reminder_row_move" ("partnership_id" uuid NOT NULL, "id" uuid NOT NULL, "rule" text NOT NULL, "days" integer, "party_id" uuid NOT NULL, "person_id" uuid NOT NULL, "moved_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "reminder_row_move_days" CHECK (days between -330 and 330 and days <> 0), CONSTRAINT "reminder_row_move_pkey" PRIMARY KEY ("partnership_id", "id"))',
  'CREATE INDEX "reminder_row_move_last" ON "reminder_row_move"  ("partnership_id", "rule", "moved_at") ',
  'ALTER TABLE "reminder_row_move" ADD CONSTRAINT "reminder_row_move_party" FOREIGN KEY ("partnership_id", "party_id") REFERENCES "party"("partnership_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "reminder_row_move" ADD CONSTRAINT "reminder_row_move_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
];
