import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audit } from './0007-journal.js';
import { auditedRules } from './0013-rules.js';

/** The rule book as audited since: its edition counts. */
export const auditedEditions = auditedRules.filter(({ table }) => table === 'rule_book').map((table) => ({ ...table, columns: [...table.columns, 'text_edition'] }));

/** The text of an agreement is written step by step during its set-up: each confirmation was given on one edition of it. */
export class SetUp1795000000022 implements MigrationInterface {
  readonly name = 'SetUp1795000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "rule_book" ADD "text_edition" integer NOT NULL DEFAULT 0');
    await runner.query('drop trigger told_to_journal on rule_book');
    await audit(runner, auditedEditions, 'migration 0022');
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}
