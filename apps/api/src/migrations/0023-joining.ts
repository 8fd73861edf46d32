import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Audited } from './0007-audited.js';
import { audit } from './0007-journal.js';

const owned = (table: string, columns: string, words = ''): Audited => {
  const key = ['partnership_id', 'id'];
  return { table, chain: 'partnership_id', key, columns: [...key, ...columns.split(' ')], words: words.split(' ').filter(Boolean) };
};

/** What existed before Passerelle (« repris »). Why a paper was taken back is free text: beside the digest, never in it. */
export const auditedJoining: readonly Audited[] = [
  owned('paper_minutes', 'agreement_id number held_on kind host_party_id place decisions signatures content_hash state entered_party entered_by entered_at confirmed_party confirmed_by confirmed_at scan_id scan_sha256 notes', 'withdraw_reason'),
  owned('taken_up_plan', 'year decision_id sheets party_id person_id taken_at withdrawn_at plan_id confirmed_party confirmed_person confirmed_at'),
  owned('past_import', 'party_id person_id sha256 count imported_at withdrawn_at', 'file_name'),
  owned('past_project', 'import_id line title starts_year ends_year place domain description amount_minor currency source'),
];

/** PVs signed on paper, plans under way and past projects enter with where they come from. */
export class Joining1795000000023 implements MigrationInterface {
  readonly name = 'Joining1795000000023';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await audit(runner, auditedJoining, 'migration 0023');
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const statements: readonly string[] = [
  `CREATE TABLE "paper_minutes" ("partnership_id" uuid NOT NULL, "id" uuid NOT NULL, "agreement_id" uuid NOT NULL, "number" text NOT NULL, "held_on" date NOT NULL, "kind" text NOT NULL, "host_party_id" uuid NOT NULL, "place" text NOT NULL, "decisions" jsonb NOT NULL, "signatures" jsonb NOT NULL, "content_hash" text NOT NULL, "state" text NOT NULL, "entered_party" uuid NOT NULL, "entered_by" uuid NOT NULL, "entered_at" TIMESTAMP WITH TIME ZONE NOT NULL, "confirmed_party" uuid, "confirmed_by" uuid, "confirmed_at" TIMESTAMP WITH TIME ZONE, "scan_id" uuid, "scan_sha256" text, "withdraw_reason" text, "notes" jsonb NOT NULL, CONSTRAINT "paper_minutes_with_scan" CHECK (confirmed_at is null or (scan_id is not null and scan_sha256 is not null)), CONSTRAINT "paper_minutes_by_two" CHECK (confirmed_at is null or (confirmed_party is not null and confirmed_by is not null and confirmed_party <> entered_party and confirmed_by <> entered_by)), CONSTRAINT "paper_minutes_confirmed_then" CHECK ((state = 'CONFIRMED') = (confirmed_at is not null)), CONSTRAINT "paper_minutes_state_known" CHECK (state in ('ENTERED', 'CONFIRMED', 'WITHDRAWN')), CONSTRAINT "paper_minutes_kind_known" CHECK (kind in ('ORDINARY', 'EXTRAORDINARY')), CONSTRAINT "paper_minutes_pkey" PRIMARY KEY ("partnership_id", "id"))`,
  `CREATE UNIQUE INDEX "paper_minutes_number_once" ON "paper_minutes"  ("partnership_id", "number") WHERE state <> 'WITHDRAWN'`,
  'ALTER TABLE "paper_minutes" ADD CONSTRAINT "paper_minutes_agreement" FOREIGN KEY ("partnership_id", "agreement_id") REFERENCES "agreement"("partnership_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "paper_minutes" ADD CONSTRAINT "paper_minutes_host" FOREIGN KEY ("partnership_id", "host_party_id") REFERENCES "party"("partnership_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "paper_minutes" ADD CONSTRAINT "paper_minutes_entered_party" FOREIGN KEY ("partnership_id", "entered_party") REFERENCES "party"("partnership_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "paper_minutes" ADD CONSTRAINT "paper_minutes_confirmed_party" FOREIGN KEY ("partnership_id", "confirmed_party") REFERENCES "party"("partnership_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "paper_minutes" ADD CONSTRAINT "paper_minutes_entered_by" FOREIGN KEY ("entered_by") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "paper_minutes" ADD CONSTRAINT "paper_minutes_confirmed_by" FOREIGN KEY ("confirmed_by") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  `create function confirmed_paper_never_changes() returns trigger language plpgsql as $$
   begin
     if old.state <> 'ENTERED' and (to_jsonb(new) - 'notes') is distinct from (to_jsonb(old) - 'notes') then
       raise exception 'a confirmed paper never changes: a note stands beside it' using errcode = 'restrict_violation';
     end if;
     return new;
   end $$`,
  'create trigger confirmed_paper_never_changes before update on paper_minutes for each row execute function confirmed_paper_never_changes()',

  'CREATE TABLE "taken_up_plan" ("partnership_id" uuid NOT NULL, "id" uuid NOT NULL, "year" integer NOT NULL, "decision_id" uuid NOT NULL, "sheets" jsonb NOT NULL, "party_id" uuid NOT NULL, "person_id" uuid NOT NULL, "taken_at" TIMESTAMP WITH TIME ZONE NOT NULL, "withdrawn_at" TIMESTAMP WITH TIME ZONE, "plan_id" uuid, "confirmed_party" uuid, "confirmed_person" uuid, "confirmed_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "taken_up_plan_holds_some" CHECK (jsonb_array_length(sheets) > 0), CONSTRAINT "taken_up_plan_by_two" CHECK (confirmed_at is null or (confirmed_party <> party_id and confirmed_person <> person_id)), CONSTRAINT "taken_up_plan_confirmed_whole" CHECK ((plan_id is null) = (confirmed_at is null) and (confirmed_party is null) = (confirmed_at is null) and (confirmed_person is null) = (confirmed_at is null)), CONSTRAINT "taken_up_plan_settled_once" CHECK (withdrawn_at is null or confirmed_at is null), CONSTRAINT "taken_up_plan_pkey" PRIMARY KEY ("partnership_id", "id"))',
  'CREATE UNIQUE INDEX "taken_up_plan_waiting_once" ON "taken_up_plan"  ("partnership_id", "year") WHERE withdrawn_at is null and confirmed_at is null',
  'CREATE UNIQUE INDEX "taken_up_plan_decision_once" ON "taken_up_plan"  ("partnership_id", "decision_id") WHERE withdrawn_at is null',
  'ALTER TABLE "taken_up_plan" ADD CONSTRAINT "taken_up_plan_plan" FOREIGN KEY ("partnership_id", "plan_id") REFERENCES "action_plan"("partnership_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "taken_up_plan" ADD CONSTRAINT "taken_up_plan_decision" FOREIGN KEY ("partnership_id", "decision_id") REFERENCES "decision"("partnership_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "taken_up_plan" ADD CONSTRAINT "taken_up_plan_party" FOREIGN KEY ("partnership_id", "party_id") REFERENCES "party"("partnership_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "taken_up_plan" ADD CONSTRAINT "taken_up_plan_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "taken_up_plan" ADD CONSTRAINT "taken_up_plan_confirmed_party" FOREIGN KEY ("partnership_id", "confirmed_party") REFERENCES "party"("partnership_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "taken_up_plan" ADD CONSTRAINT "taken_up_plan_confirmed_person" FOREIGN KEY ("confirmed_person") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  `create function taken_up_plan_settled_for_ever() returns trigger language plpgsql as $$
   declare settling constant text[] := array['withdrawn_at', 'plan_id', 'confirmed_party', 'confirmed_person', 'confirmed_at'];
   begin
     if old.withdrawn_at is not null or old.confirmed_at is not null or (to_jsonb(new) - settling) is distinct from (to_jsonb(old) - settling) then
       raise exception 'a plan taken up is confirmed or withdrawn once, and never changes' using errcode = 'restrict_violation';
     end if;
     return new;
   end $$`,
  'create trigger taken_up_plan_settled_for_ever before update on taken_up_plan for each row execute function taken_up_plan_settled_for_ever()',
  'CREATE TABLE "past_import" ("partnership_id" uuid NOT NULL, "id" uuid NOT NULL, "party_id" uuid NOT NULL, "person_id" uuid NOT NULL, "sha256" text NOT NULL, "file_name" text, "count" integer NOT NULL, "imported_at" TIMESTAMP WITH TIME ZONE NOT NULL, "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "past_import_holds_some" CHECK (count > 0), CONSTRAINT "past_import_pkey" PRIMARY KEY ("partnership_id", "id"))',
  'ALTER TABLE "past_import" ADD CONSTRAINT "past_import_party" FOREIGN KEY ("partnership_id", "party_id") REFERENCES "party"("partnership_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "past_import" ADD CONSTRAINT "past_import_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'CREATE TABLE "past_project" ("partnership_id" uuid NOT NULL, "id" uuid NOT NULL, "import_id" uuid NOT NULL, "line" integer NOT NULL, "title" text NOT NULL, "starts_year" integer NOT NULL, "ends_year" integer NOT NULL, "place" text NOT NULL, "domain" text NOT NULL, "description" text NOT NULL, "amount_minor" bigint, "currency" text, "source" text NOT NULL, CONSTRAINT "past_project_line_once" UNIQUE ("partnership_id", "import_id", "line"), CONSTRAINT "past_project_amount_with_currency" CHECK ((amount_minor is null) = (currency is null)), CONSTRAINT "past_project_years_forward" CHECK (ends_year >= starts_year and starts_year between 1900 and 2200), CONSTRAINT "past_project_pkey" PRIMARY KEY ("partnership_id", "id"))',
  'CREATE INDEX "past_project_by_year" ON "past_project"  ("partnership_id", "starts_year") ',
  'ALTER TABLE "past_project" ADD CONSTRAINT "past_project_import" FOREIGN KEY ("partnership_id", "import_id") REFERENCES "past_import"("partnership_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  ...['paper_minutes', 'taken_up_plan', 'past_import', 'past_project'].map((table) => `create trigger ${table}_not_removed before delete on ${table} for each row execute function refuse_change()`),
  'create trigger past_project_for_ever before update on past_project for each row execute function refuse_change()',
];
