import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Audited } from './0007-audited.js';
import { audit } from './0007-journal.js';

const key = ['partnership_id', 'id'];
const columns = 'act subject_kind subject_id version party_id person_id office office_ar by_party_id by_person_id channel said_on proof_sha256 state_before entered_at contest_until contested_at contested_by undone';

/** What the journal commits to of an entered act; the note and the reason of a contestation are free text. */
export const auditedEntered: Audited = { table: 'entered_act', chain: 'partnership_id', key, columns: [...key, ...columns.split(' ')], words: ['note', 'contest_reason'] };

/** Acts entered by one person for another: « saisi pour X par Y ». */
export class EnteredActs1795000000027 implements MigrationInterface {
  readonly name = 'EnteredActs1795000000027';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await audit(runner, [auditedEntered], 'migration 0027');
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

/** `seen_since` says whether one of these people was here since then, and nothing else of their sessions. */
const statements: readonly string[] = [
  `CREATE TABLE "entered_act" ("partnership_id" uuid NOT NULL, "id" uuid NOT NULL, "act" text NOT NULL, "subject_kind" text NOT NULL, "subject_id" uuid NOT NULL, "version" integer NOT NULL, "party_id" uuid NOT NULL, "person_id" uuid NOT NULL, "office" text NOT NULL, "office_ar" text NOT NULL, "by_party_id" uuid NOT NULL, "by_person_id" uuid NOT NULL, "channel" text NOT NULL, "said_on" date NOT NULL, "note" text NOT NULL, "proof_sha256" text, "state_before" text NOT NULL, "entered_at" TIMESTAMP WITH TIME ZONE NOT NULL, "contest_until" date NOT NULL, "contested_at" TIMESTAMP WITH TIME ZONE, "contested_by" uuid, "contest_reason" text, "undone" boolean, CONSTRAINT "entered_act_known" CHECK (act in ('SUBMIT_SHEET', 'CO_VALIDATE_SHEET', 'RETURN_SHEET', 'VALIDATE_PLAN')), CONSTRAINT "entered_act_subject_known" CHECK ((act = 'VALIDATE_PLAN') = (subject_kind = 'actionPlan') and subject_kind in ('projectSheet', 'actionPlan')), CONSTRAINT "entered_act_channel_known" CHECK (channel in ('PAPER', 'MAIL', 'TELEPHONE', 'IN_PERSON')), CONSTRAINT "entered_act_two_persons" CHECK (person_id <> by_person_id), CONSTRAINT "entered_act_other_side_proven" CHECK (party_id = by_party_id or proof_sha256 is not null), CONSTRAINT "entered_act_note_bounded" CHECK (char_length(note) <= 2000), CONSTRAINT "entered_act_contested_whole" CHECK ((contested_at is null) = (contested_by is null) and (contested_at is null) = (contest_reason is null) and (contested_at is null) = (undone is null)), CONSTRAINT "entered_act_pkey" PRIMARY KEY ("partnership_id", "id"))`,
  'CREATE INDEX "entered_act_by_subject" ON "entered_act" ("partnership_id", "subject_kind", "subject_id")',
  ...(['party_id', 'by_party_id'] as const).map(
    (column) => `ALTER TABLE "entered_act" ADD CONSTRAINT "entered_act_${column.replace('_id', '')}" FOREIGN KEY ("partnership_id", "${column}") REFERENCES "party"("partnership_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  ),
  ...([['person', 'person_id'], ['by_person', 'by_person_id'], ['contested_by', 'contested_by']] as const).map(
    ([name, column]) => `ALTER TABLE "entered_act" ADD CONSTRAINT "entered_act_${name}" FOREIGN KEY ("${column}") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  ),
  'create trigger entered_act_not_removed before delete on entered_act for each row execute function refuse_change()',
  'ALTER TABLE "attachment" DROP CONSTRAINT "attachment_subject_known"',
  `ALTER TABLE "attachment" ADD CONSTRAINT "attachment_subject_known" CHECK (subject_kind in ('projectSheet', 'agendaItem', 'councilResolution', 'mandate', 'paperMinutes', 'enteredAct'))`,
  `create function seen_since(people uuid[], since timestamptz) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
     select exists (select from public.session where person_id = any ($1) and last_seen_at >= $2) $$`,
  'revoke all on function seen_since(uuid[], timestamptz) from public',
  'grant execute on function seen_since(uuid[], timestamptz) to passerelle_app',
];
