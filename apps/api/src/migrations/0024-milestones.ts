import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Audited } from './0007-audited.js';
import { audit } from './0007-journal.js';

const key = ['partnership_id', 'id'];

/** Who moved a step of a plan's preparation, and to which day. */
export const auditedMilestones: Audited = { table: 'milestone_move', chain: 'partnership_id', key, columns: [...key, 'milestone', 'days_before', 'party_id', 'person_id', 'moved_at'], words: [] };

/** The steps before a plan, where partners move them. */
export class Milestones1795000000024 implements MigrationInterface {
  readonly name = 'Milestones1795000000024';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await audit(runner, [auditedMilestones], 'migration 0024');
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const statements: readonly string[] = [
  `CREATE TABLE "milestone_move" ("partnership_id" uuid NOT NULL, "id" uuid NOT NULL, "milestone" text NOT NULL, "days_before" integer, "party_id" uuid NOT NULL, "person_id" uuid NOT NULL, "moved_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "milestone_move_known" CHECK (milestone in ('SHEETS_DUE', 'CO_VALIDATION', 'CONVOCATION', 'FREEZE', 'MEETING')), CONSTRAINT "milestone_move_days" CHECK (days_before between 1 and 330), CONSTRAINT "milestone_move_pkey" PRIMARY KEY ("partnership_id", "id"))`,
  'CREATE INDEX "milestone_move_last" ON "milestone_move"  ("partnership_id", "milestone", "moved_at") ',
  'ALTER TABLE "milestone_move" ADD CONSTRAINT "milestone_move_party" FOREIGN KEY ("partnership_id", "party_id") REFERENCES "party"("partnership_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "milestone_move" ADD CONSTRAINT "milestone_move_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
];
