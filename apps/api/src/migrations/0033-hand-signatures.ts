import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Audited } from './0007-audited.js';
import { audit } from './0007-journal.js';

const key = ['partnership_id', 'id'];
const columns = 'minutes_id version content_hash party_id seat_id person_id office place signed_on scan_id scan_sha256 state entered_by entered_at answered_party answered_by answered_at';

/** What the journal commits to of a signature brought on paper; why it was declined is free text. */
export const auditedHands: Audited = { table: 'hand_signature', chain: 'partnership_id', key, columns: [...key, ...columns.split(' ')], words: ['decline_reason'] };

/** Signatures given by hand on the printed PV: brought by one party, seen by another (F35). */
export class HandSignatures1795000000033 implements MigrationInterface {
  readonly name = 'HandSignatures1795000000033';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await audit(runner, [auditedHands], 'migration 0033');
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const foreignKey = (name: string, own: string, theirs: string): string => `ALTER TABLE "hand_signature" ADD CONSTRAINT "hand_signature_${name}" FOREIGN KEY (${own}) REFERENCES ${theirs} ON DELETE NO ACTION ON UPDATE NO ACTION`;
const statements: readonly string[] = [
  `CREATE TABLE "hand_signature" ("partnership_id" uuid NOT NULL, "id" uuid NOT NULL, "minutes_id" uuid NOT NULL, "version" integer NOT NULL, "content_hash" text NOT NULL, "party_id" uuid NOT NULL, "seat_id" uuid NOT NULL, "person_id" uuid NOT NULL, "office" text NOT NULL, "place" text NOT NULL, "signed_on" date NOT NULL, "scan_id" uuid NOT NULL, "scan_sha256" text NOT NULL, "state" text NOT NULL, "entered_by" uuid NOT NULL, "entered_at" TIMESTAMP WITH TIME ZONE NOT NULL, "answered_party" uuid, "answered_by" uuid, "answered_at" TIMESTAMP WITH TIME ZONE, "decline_reason" text, CONSTRAINT "hand_signature_state_known" CHECK (state in ('ENTERED', 'CONFIRMED', 'DECLINED', 'WITHDRAWN')), CONSTRAINT "hand_signature_answered_then" CHECK ((state in ('CONFIRMED', 'DECLINED')) = (answered_at is not null)), CONSTRAINT "hand_signature_by_two" CHECK (answered_at is null or (answered_party is not null and answered_by is not null and answered_party <> party_id and answered_by <> entered_by and answered_by <> person_id)), CONSTRAINT "hand_signature_declined_why" CHECK ((state = 'DECLINED') = (decline_reason is not null)), CONSTRAINT "hand_signature_pkey" PRIMARY KEY ("partnership_id", "id"))`,
  `CREATE UNIQUE INDEX "hand_signature_one_waits" ON "hand_signature"  ("partnership_id", "minutes_id", "version", "party_id") WHERE state in ('ENTERED', 'CONFIRMED')`,
  foreignKey('minutes_version', '"partnership_id", "minutes_id", "version", "content_hash"', '"minutes_version"("partnership_id","minutes_id","version","content_hash")'),
  foreignKey('party', '"partnership_id", "party_id"', '"party"("partnership_id","id")'),
  foreignKey('answered_party', '"partnership_id", "answered_party"', '"party"("partnership_id","id")'),
  foreignKey('seat', '"partnership_id", "seat_id"', '"seat"("partnership_id","id")'),
  foreignKey('person', '"person_id"', '"person"("id")'),
  foreignKey('entered_by', '"entered_by"', '"person"("id")'),
  foreignKey('answered_by', '"answered_by"', '"person"("id")'),
  `create function answered_hand_never_changes() returns trigger language plpgsql as $$
   begin
     if old.state <> 'ENTERED' then
       raise exception 'a signature on paper that was answered never changes' using errcode = 'restrict_violation';
     end if;
     return new;
   end $$`,
  'create trigger answered_hand_never_changes before update on hand_signature for each row execute function answered_hand_never_changes()',
  'create trigger hand_signature_not_removed before delete on hand_signature for each row execute function refuse_change()',
  // A signature of the method PAPER stands on a confirmed paper of the same PV, version and party: the second pair of eyes, whoever writes (threat K).
  `create function paper_signature_was_seen() returns trigger language plpgsql as $$
   begin
     if new.method = 'PAPER' and not exists (
       select from hand_signature where partnership_id = new.partnership_id and minutes_id = new.minutes_id and version = new.version
         and party_id = new.party_id and state = 'CONFIRMED') then
       raise exception 'a signature on paper counts once another party has seen it' using errcode = 'restrict_violation';
     end if;
     return null;
   end $$`,
  'create constraint trigger paper_signature_was_seen after insert on signature deferrable initially deferred for each row execute function paper_signature_was_seen()',
  'ALTER TABLE "attachment" DROP CONSTRAINT "attachment_subject_known"',
  `ALTER TABLE "attachment" ADD CONSTRAINT "attachment_subject_known" CHECK (subject_kind in ('projectSheet', 'agendaItem', 'councilResolution', 'mandate', 'paperMinutes', 'enteredAct', 'handSignature'))`,
];
