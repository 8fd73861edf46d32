import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Audited } from './0007-audited.js';
import { audit } from './0007-journal.js';

const key = ['partnership_id', 'id'];

/** How the parties' facts came to be what they are. */
export const auditedPartyFacts: Audited = { table: 'party_revision', chain: 'partnership_id', key, columns: [...key, 'party_id', 'version', 'changes', 'person_id', 'occurred_at', 'recorded_at'], words: [] };

/** Facts that a party keeps up to date, each change for ever. */
export class PartyFacts1795000000028 implements MigrationInterface {
  readonly name = 'PartyFacts1795000000028';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await audit(runner, [auditedPartyFacts], 'migration 0028');
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const statements: readonly string[] = [
  'ALTER TABLE "territory" ADD "work_week" smallint array',
  'ALTER TABLE "organisation" ADD "contact" text',
  'CREATE TABLE "party_revision" ("partnership_id" uuid NOT NULL, "id" uuid NOT NULL, "party_id" uuid NOT NULL, "version" integer NOT NULL, "changes" jsonb NOT NULL, "person_id" uuid NOT NULL, "occurred_at" TIMESTAMP WITH TIME ZONE NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "party_revision_version_once" UNIQUE ("partnership_id", "party_id", "version"), CONSTRAINT "party_revision_version_positive" CHECK (version > 0), CONSTRAINT "party_revision_pkey" PRIMARY KEY ("partnership_id", "id"))',
  'ALTER TABLE "party_revision" ADD CONSTRAINT "party_revision_party" FOREIGN KEY ("partnership_id", "party_id") REFERENCES "party"("partnership_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "party_revision" ADD CONSTRAINT "party_revision_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
];
