import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, type Audited } from './0007-audited.js';
import { audit } from './0007-journal.js';

const key = ['partnership_id', 'id'];
const said = 'minutes_id version prose_version kind passage party_id seat_id person_id made_at taken_up answered_by answered_at';

/** Observations on a draft: their words, and those of the answers, are free text. */
export const auditedObservations: Audited = { table: 'minutes_observation', chain: 'partnership_id', key, columns: [...key, ...said.split(' ')], words: ['quoted', 'text', 'answer'] };
/** Minutes as audited since: until when they are observed, and which ones they rectify. */
export const auditedMinutes: readonly Audited[] = audited
  .filter(({ table }) => table === 'minutes')
  .map((table) => ({ ...table, columns: [...table.columns, 'observations_until', 'rectifies_minutes_id'], words: ['rectifies_reason'] }));

/** The life of a PV: observed while it is a draft, written in several languages, rectified once it is executory. */
export class MinutesLife1795000000032 implements MigrationInterface {
  readonly name = 'MinutesLife1795000000032';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await audit(runner, [auditedObservations, ...auditedMinutes], 'migration 0032');
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const statements: readonly string[] = [
  'ALTER TABLE "minutes" ADD "observations_until" date',
  'ALTER TABLE "minutes" ADD "rectifies_minutes_id" uuid',
  'ALTER TABLE "minutes" ADD "rectifies_reason" text',
  'ALTER TABLE "minutes" ADD "wording" jsonb',
  'ALTER TABLE "minutes" DROP CONSTRAINT "minutes_one_per_meeting"',
  'CREATE UNIQUE INDEX "minutes_one_per_meeting" ON "minutes" ("partnership_id", "meeting_id") WHERE rectifies_minutes_id is null',
  'CREATE UNIQUE INDEX "minutes_rectified_once" ON "minutes" ("partnership_id", "rectifies_minutes_id") WHERE rectifies_minutes_id is not null',
  'ALTER TABLE "minutes" ADD CONSTRAINT "minutes_rectifies" FOREIGN KEY ("partnership_id", "rectifies_minutes_id") REFERENCES "minutes"("partnership_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "minutes" ADD CONSTRAINT "minutes_rectifies_with_reason" CHECK ((rectifies_minutes_id is null) = (rectifies_reason is null))',
  `CREATE TABLE "minutes_observation" ("partnership_id" uuid NOT NULL, "id" uuid NOT NULL, "minutes_id" uuid NOT NULL, "version" integer NOT NULL, "prose_version" integer NOT NULL, "kind" text NOT NULL, "passage" text NOT NULL, "quoted" text, "text" text, "party_id" uuid NOT NULL, "seat_id" uuid NOT NULL, "person_id" uuid NOT NULL, "made_at" TIMESTAMP WITH TIME ZONE NOT NULL, "taken_up" boolean, "answer" text, "answered_by" uuid, "answered_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "minutes_observation_kind_known" CHECK (kind in ('AGREE', 'REMARK', 'CHANGE')), CONSTRAINT "minutes_observation_says_something" CHECK (kind = 'AGREE' or text is not null), CONSTRAINT "minutes_observation_answered" CHECK ((taken_up is null) = (answered_at is null) and (taken_up is null) = (answered_by is null)), CONSTRAINT "minutes_observation_pkey" PRIMARY KEY ("partnership_id", "id"))`,
  'CREATE INDEX "minutes_observation_by_minutes" ON "minutes_observation" ("partnership_id", "minutes_id")',
  ...([['minutes', 'minutes_id'], ['party', 'party_id'], ['seat', 'seat_id']] as const).map(
    ([parent, column]) => `ALTER TABLE "minutes_observation" ADD CONSTRAINT "minutes_observation_${parent}" FOREIGN KEY ("partnership_id", "${column}") REFERENCES "${parent}"("partnership_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  ),
  ...([['person', 'person_id'], ['answered_by', 'answered_by']] as const).map(
    ([name, column]) => `ALTER TABLE "minutes_observation" ADD CONSTRAINT "minutes_observation_${name}" FOREIGN KEY ("${column}") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  ),
  'create trigger minutes_observation_not_removed before delete on minutes_observation for each row execute function refuse_change()',
  'drop trigger told_to_journal on minutes',
];
