import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The versions of a fiche technique, saving by saving, and what is said beside its parts. */
export class SheetHistory1795000000015 implements MigrationInterface {
  readonly name = 'SheetHistory1795000000015';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const statements: readonly string[] = [
  `CREATE TABLE "project_sheet_revision" ("partnership_id" uuid NOT NULL, "id" uuid NOT NULL, "sheet_id" uuid NOT NULL, "version" integer, "kind" text NOT NULL, "base_version" integer, "parts" jsonb NOT NULL, "party_id" uuid NOT NULL, "person_id" uuid NOT NULL, "saved_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "project_sheet_revision_version_once" UNIQUE ("partnership_id", "sheet_id", "version"), CONSTRAINT "project_sheet_revision_aside_unversioned" CHECK ((kind = 'ASIDE') = (version is null)), CONSTRAINT "project_sheet_revision_kind_known" CHECK (kind in ('FIRST', 'FOUND', 'SAVED', 'RESTORED', 'ASIDE')), CONSTRAINT "project_sheet_revision_pkey" PRIMARY KEY ("partnership_id", "id"))`,
  'CREATE INDEX "project_sheet_revision_by_sheet" ON "project_sheet_revision" ("partnership_id", "sheet_id")',
  `CREATE TABLE "sheet_comment" ("partnership_id" uuid NOT NULL, "id" uuid NOT NULL, "sheet_id" uuid NOT NULL, "answers_id" uuid, "field" text NOT NULL, "text" text NOT NULL, "party_id" uuid NOT NULL, "person_id" uuid NOT NULL, "party_only" boolean NOT NULL, "version" integer NOT NULL, "mentions" jsonb NOT NULL, "written_at" TIMESTAMP WITH TIME ZONE NOT NULL, "resolved_at" TIMESTAMP WITH TIME ZONE, "resolved_by" uuid, CONSTRAINT "sheet_comment_settled_by" CHECK ((resolved_at is null) = (resolved_by is null)), CONSTRAINT "sheet_comment_text_bounded" CHECK (char_length(text) between 1 and 2000), CONSTRAINT "sheet_comment_pkey" PRIMARY KEY ("partnership_id", "id"))`,
  'CREATE INDEX "sheet_comment_by_sheet" ON "sheet_comment" ("partnership_id", "sheet_id")',
  ...[
    ['project_sheet_revision', 'sheet', 'sheet_id', 'project_sheet'],
    ['project_sheet_revision', 'party', 'party_id', 'party'],
    ['sheet_comment', 'sheet', 'sheet_id', 'project_sheet'],
    ['sheet_comment', 'answers', 'answers_id', 'sheet_comment'],
    ['sheet_comment', 'party', 'party_id', 'party'],
  ].map(
    ([table, name, column, parent]) =>
      `ALTER TABLE "${table}" ADD CONSTRAINT "${table}_${name}" FOREIGN KEY ("partnership_id", "${column}") REFERENCES "${parent}"("partnership_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  ),
  'create trigger project_sheet_revision_for_ever before update or delete on project_sheet_revision for each row execute function refuse_change()',
  'create trigger sheet_comment_not_removed before delete on sheet_comment for each row execute function refuse_change()',
];
