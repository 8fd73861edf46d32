import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Audited } from './0007-audited.js';
import { audit } from './0007-journal.js';

const key = ['partnership_id', 'id', 'subject_kind', 'subject_id'];

/**
 * Documents joined to a fiche or to an item of the agenda. What they are joined to is told as part of the key: a fiche that was never
 * submitted does not leave with the partnership's archive, nor do its documents. The file's name is inside the digest, never in clear.
 */
export const auditedAttachments: Audited = {
  table: 'attachment',
  chain: 'partnership_id',
  key,
  columns: [...key, 'party_id', 'person_id', 'name', 'content_type', 'sha256', 'size', 'occurred_at', 'recorded_at', 'removed_at'],
  words: [],
};

/** The journal commits to the documents joined, too. */
export class AuditAttachments1795000000012 implements MigrationInterface {
  readonly name = 'AuditAttachments1795000000012';

  up(runner: QueryRunner): Promise<void> {
    return audit(runner, [auditedAttachments], 'migration 0012');
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}
