import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An axis that the committee is asked for, and the dated act by which a deputy acts for an interim. */
export class AxesAndInterims1795000000020 implements MigrationInterface {
  readonly name = 'AxesAndInterims1795000000020';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const statements: readonly string[] = [
  'ALTER TABLE "axis" ADD "proposed_party" uuid, ADD "proposed_at" TIMESTAMP WITH TIME ZONE, ADD "decision_id" uuid, ADD "adopted_at" TIMESTAMP WITH TIME ZONE, ADD "opened_at" TIMESTAMP WITH TIME ZONE, ADD "withdrawn_at" TIMESTAMP WITH TIME ZONE',
  'ALTER TABLE "axis" ADD CONSTRAINT "axis_proposed_party" FOREIGN KEY ("partnership_id", "proposed_party") REFERENCES "party"("partnership_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "axis" ADD CONSTRAINT "axis_open_was_decided" CHECK (opened_at is null or (active and decision_id is not null and adopted_at is not null))',
  'ALTER TABLE "axis" ADD CONSTRAINT "axis_proposed_is_closed" CHECK (proposed_at is null or active = (opened_at is not null))',
  'ALTER TABLE "axis" DROP CONSTRAINT "axis_number_once"',
  'CREATE UNIQUE INDEX "axis_number_once" ON "axis"  ("partnership_id", "agreement_id", "number") WHERE withdrawn_at is null',
  'ALTER TABLE "invitation" ADD "interim_dated" date',
  'ALTER TABLE "mandate" ADD "interim_dated" date',
  'ALTER TABLE "attachment" DROP CONSTRAINT "attachment_subject_known"',
  `ALTER TABLE "attachment" ADD CONSTRAINT "attachment_subject_known" CHECK (subject_kind in ('projectSheet', 'agendaItem', 'councilResolution', 'mandate'))`,
];
