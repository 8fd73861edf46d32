import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Audited } from './0007-audited.js';
import { audit } from './0007-journal.js';

const key = ['partnership_id', 'id', 'version'];

/** The register of an agreement's life. Why a value was corrected, or a notice given, is free text: beside the digest, never in it. */
export const auditedLife: Audited = {
  table: 'life_entry',
  chain: 'partnership_id',
  key,
  columns: [...key, 'agreement_id', 'kind', 'party_id', 'content', 'person_id', 'occurred_at', 'recorded_at'],
  words: ['motive'],
};

/** The acts of an agreement's life: resolutions, signatures, State acts, originals, notices. Files join resolutions. */
export class Life1795000000014 implements MigrationInterface {
  readonly name = 'Life1795000000014';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await audit(runner, [auditedLife], 'migration 0014');
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const statements: readonly string[] = [
  `CREATE TABLE "life_entry" ("partnership_id" uuid NOT NULL, "id" uuid NOT NULL, "version" integer NOT NULL, "agreement_id" uuid NOT NULL, "kind" text NOT NULL, "party_id" uuid, "content" jsonb NOT NULL, "motive" text, "person_id" uuid, "occurred_at" TIMESTAMP WITH TIME ZONE NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "life_entry_kind_known" CHECK (kind in ('RESOLUTION', 'SIGNATURE', 'TRANSMISSION', 'VISA', 'ORIGINALS', 'NOTICE', 'REVIEW', 'DECLARED')), CONSTRAINT "life_entry_version_positive" CHECK (version > 0), CONSTRAINT "life_entry_party_named" CHECK ((party_id is null) = (kind in ('ORIGINALS', 'REVIEW', 'DECLARED'))), CONSTRAINT "life_entry_pkey" PRIMARY KEY ("partnership_id", "id", "version"))`,
  'CREATE INDEX "life_entry_by_agreement" ON "life_entry"  ("partnership_id", "agreement_id") ',
  `CREATE UNIQUE INDEX "life_entry_once_per_party" ON "life_entry"  ("partnership_id", "agreement_id", "kind", "party_id", "version") WHERE kind in ('RESOLUTION', 'SIGNATURE', 'TRANSMISSION', 'VISA')`,
  `CREATE UNIQUE INDEX "life_entry_once" ON "life_entry"  ("partnership_id", "agreement_id", "kind", "version") WHERE kind in ('ORIGINALS', 'DECLARED')`,
  'ALTER TABLE "life_entry" ADD CONSTRAINT "life_entry_agreement" FOREIGN KEY ("partnership_id", "agreement_id") REFERENCES "agreement"("partnership_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "life_entry" ADD CONSTRAINT "life_entry_party" FOREIGN KEY ("partnership_id", "party_id") REFERENCES "party"("partnership_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "life_entry" ADD CONSTRAINT "life_entry_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "attachment" DROP CONSTRAINT "attachment_subject_known"',
  `ALTER TABLE "attachment" ADD CONSTRAINT "attachment_subject_known" CHECK (subject_kind in ('projectSheet', 'agendaItem', 'councilResolution'))`,
];
