import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents joined to a fiche technique or to an item of the agenda. */
export class Attachments1795000000008 implements MigrationInterface {
  readonly name = 'Attachments1795000000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const statements: readonly string[] = [
  `CREATE TABLE "attachment" ("partnership_id" uuid NOT NULL, "id" uuid NOT NULL, "subject_kind" text NOT NULL, "subject_id" uuid NOT NULL, "party_id" uuid NOT NULL, "person_id" uuid NOT NULL, "name" text NOT NULL, "content_type" text NOT NULL, "sha256" text NOT NULL, "size" integer NOT NULL, "occurred_at" TIMESTAMP WITH TIME ZONE NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, "removed_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "attachment_subject_known" CHECK (subject_kind in ('projectSheet', 'agendaItem')), CONSTRAINT "attachment_name_bounded" CHECK (char_length(name) between 1 and 120), CONSTRAINT "attachment_size_positive" CHECK (size > 0), CONSTRAINT "attachment_pkey" PRIMARY KEY ("partnership_id", "id"))`,
  'CREATE INDEX "attachment_by_subject" ON "attachment"  ("partnership_id", "subject_kind", "subject_id") ',
  'ALTER TABLE "attachment" ADD CONSTRAINT "attachment_party" FOREIGN KEY ("partnership_id", "party_id") REFERENCES "party"("partnership_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "attachment" ADD CONSTRAINT "attachment_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "attachment" ADD CONSTRAINT "attachment_blob" FOREIGN KEY ("partnership_id", "sha256") REFERENCES "blob"("partnership_id","sha256") ON DELETE NO ACTION ON UPDATE NO ACTION',
];
