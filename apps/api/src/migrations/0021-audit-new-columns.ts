import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, type Audited } from './0007-audited.js';
import { audit } from './0007-journal.js';

const added: Readonly<Record<string, readonly string[]>> = {
  mandate: ['interim_dated'],
  agreement: ['since'],
  axis: ['proposed_party', 'proposed_at', 'decision_id', 'adopted_at', 'opened_at', 'withdrawn_at'],
};

/** Tables that took columns since 0007: what the journal commits to holds them too. */
export const auditedAnew: readonly Audited[] = audited.filter(({ table }) => added[table]).map((table) => ({ ...table, columns: [...table.columns, ...(added[table.table] ?? [])] }));

/** The journal commits to columns that came after it. Rows that stand are committed to anew. */
export class AuditNewColumns1795000000021 implements MigrationInterface {
  readonly name = 'AuditNewColumns1795000000021';

  async up(runner: QueryRunner): Promise<void> {
    for (const { table } of auditedAnew) await runner.query(`drop trigger told_to_journal on ${table}`);
    await audit(runner, auditedAnew, 'migration 0021');
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}
