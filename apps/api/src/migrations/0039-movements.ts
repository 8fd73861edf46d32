import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Audited } from './0007-audited.js';
import { audit } from './0007-journal.js';

const key = ['partnership_id', 'id'];

/** What the journal commits to of who came late and who left early. */
export const auditedMovements: Audited = {
  table: 'attendance_movement', chain: 'partnership_id', key, columns: [...key, 'meeting_id', 'seat_id', 'kind', 'agenda_item_id', 'was', 'noted_at', 'taken_back_at'], words: [],
};

/** Arrivals and departures of members while the committee sits. */
export class Movements1795000000039 implements MigrationInterface {
  readonly name = 'Movements1795000000039';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await audit(runner, [auditedMovements], 'migration 0039');
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const toOwned = (name: string, column: string, parent: string): string =>
  `ALTER TABLE "attendance_movement" ADD CONSTRAINT "${name}" FOREIGN KEY ("partnership_id", "${column}") REFERENCES "${parent}"("partnership_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`;

const statements: readonly string[] = [
  `CREATE TABLE "attendance_movement" ("partnership_id" uuid NOT NULL, "id" uuid NOT NULL, "meeting_id" uuid NOT NULL, "seat_id" uuid NOT NULL, "kind" text NOT NULL, "agenda_item_id" uuid, "was" text NOT NULL, "noted_at" TIMESTAMP WITH TIME ZONE NOT NULL, "taken_back_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "attendance_movement_kind_known" CHECK (kind in ('ARRIVED', 'LEFT')), CONSTRAINT "attendance_movement_was_known" CHECK (was in ('PRESENT', 'REMOTE', 'ABSENT', 'EXCUSED', 'NO_ANSWER')), CONSTRAINT "attendance_movement_pkey" PRIMARY KEY ("partnership_id", "id"))`,
  'CREATE INDEX "attendance_movement_by_meeting" ON "attendance_movement" ("partnership_id", "meeting_id")',
  toOwned('attendance_movement_meeting', 'meeting_id', 'meeting'),
  toOwned('attendance_movement_seat', 'seat_id', 'seat'),
  toOwned('attendance_movement_item', 'agenda_item_id', 'agenda_item'),
];
