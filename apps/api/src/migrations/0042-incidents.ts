import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Audited } from './0007-audited.js';
import { audit } from './0007-journal.js';

const key = ['partnership_id', 'id'];

/** What the journal commits to of a session's incident log: people's own words stand beside the chain. */
export const auditedIncidents: Audited = {
  table: 'meeting_incident', chain: 'partnership_id', key, columns: [...key, 'meeting_id', 'seat_id', 'person_id', 'civil_date', 'time', 'zone', 'corrects_id', 'noted_at'], words: ['place', 'what', 'done'],
};

/** The incident log of a session, beside its safety sheet. */
export class Incidents1795000000042 implements MigrationInterface {
  readonly name = 'Incidents1795000000042';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await audit(runner, [auditedIncidents], 'migration 0042');
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const foreign = (name: string, columns: string, to: string): string => `ALTER TABLE "meeting_incident" ADD CONSTRAINT "${name}" FOREIGN KEY (${columns}) REFERENCES ${to} ON DELETE NO ACTION ON UPDATE NO ACTION`;

const statements: readonly string[] = [
  `CREATE TABLE "meeting_incident" ("partnership_id" uuid NOT NULL, "id" uuid NOT NULL, "meeting_id" uuid NOT NULL, "seat_id" uuid NOT NULL, "person_id" uuid NOT NULL, "civil_date" date NOT NULL, "time" text NOT NULL, "zone" text NOT NULL, "place" text NOT NULL, "what" text NOT NULL, "done" text NOT NULL, "corrects_id" uuid, "noted_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "meeting_incident_corrected_once" UNIQUE ("partnership_id", "corrects_id"), CONSTRAINT "meeting_incident_corrects_other" CHECK (corrects_id <> id), CONSTRAINT "meeting_incident_bounded" CHECK (char_length(place) between 1 and 300 and char_length(what) between 1 and 2000 and char_length(done) <= 2000), CONSTRAINT "meeting_incident_pkey" PRIMARY KEY ("partnership_id", "id"))`,
  'CREATE INDEX "meeting_incident_by_meeting" ON "meeting_incident" ("partnership_id", "meeting_id")',
  foreign('meeting_incident_meeting', '"partnership_id", "meeting_id"', '"meeting"("partnership_id","id")'),
  foreign('meeting_incident_seat', '"partnership_id", "seat_id"', '"seat"("partnership_id","id")'),
  foreign('meeting_incident_person', '"person_id"', '"person"("id")'),
  foreign('meeting_incident_corrects', '"partnership_id", "corrects_id"', '"meeting_incident"("partnership_id","id")'),
];
