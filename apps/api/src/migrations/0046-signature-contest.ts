import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Audited } from './0007-audited.js';
import { audit } from './0007-journal.js';

const key = ['partnership_id', 'signature_id'];

/** What the journal commits to of a contested signature: the reason's own words stand beside the chain. */
export const auditedContests: Audited = { table: 'signature_contest', chain: 'partnership_id', key, columns: [...key, 'minutes_id', 'seat_id', 'person_id', 'contested_at'], words: ['reason'] };

/** A signature by code that its own side contests. */
export class SignatureContest1795000000046 implements MigrationInterface {
  readonly name = 'SignatureContest1795000000046';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await audit(runner, [auditedContests], 'migration 0046');
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const foreign = (name: string, columns: string, to: string): string => `ALTER TABLE "signature_contest" ADD CONSTRAINT "${name}" FOREIGN KEY (${columns}) REFERENCES ${to} ON DELETE NO ACTION ON UPDATE NO ACTION`;

const statements: readonly string[] = [
  'CREATE TABLE "signature_contest" ("partnership_id" uuid NOT NULL, "signature_id" uuid NOT NULL, "minutes_id" uuid NOT NULL, "seat_id" uuid NOT NULL, "person_id" uuid NOT NULL, "reason" text NOT NULL, "contested_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "signature_contest_bounded" CHECK (char_length(reason) between 1 and 2000), CONSTRAINT "signature_contest_pkey" PRIMARY KEY ("partnership_id", "signature_id"))',
  'CREATE INDEX "signature_contest_by_minutes" ON "signature_contest" ("partnership_id", "minutes_id")',
  foreign('signature_contest_signature', '"partnership_id", "signature_id"', '"signature"("partnership_id","id")'),
  foreign('signature_contest_minutes', '"partnership_id", "minutes_id"', '"minutes"("partnership_id","id")'),
  foreign('signature_contest_seat', '"partnership_id", "seat_id"', '"seat"("partnership_id","id")'),
  foreign('signature_contest_person', '"person_id"', '"person"("id")'),
  'create trigger signature_contest_for_ever before update or delete on signature_contest for each row execute function refuse_change()',
];
