import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is known of each party and of its place, and agreements of which only the year is known. */
export class Parties1795000000017 implements MigrationInterface {
  readonly name = 'Parties1795000000017';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const statements: readonly string[] = [
  'ALTER TABLE "territory" ADD "supervision" text, ADD "population" integer, ADD "population_year" integer, ADD "population_approximate" boolean NOT NULL DEFAULT false',
  `ALTER TABLE "organisation" ADD "siren" text, ADD "networks" text array NOT NULL DEFAULT '{}', ADD "authority_note" text, ADD "authority_source" text`,
  'ALTER TABLE "organisation" ADD CONSTRAINT "organisation_note_has_source" CHECK (authority_note is null or authority_source is not null)',
  'CREATE INDEX "organisation_by_siren" ON "organisation"  ("siren") ',
  'ALTER TABLE "agreement" ADD "since" text',
];
