import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, type Audited } from './0007-audited.js';
import { audit } from './0007-journal.js';

const key = ['partnership_id', 'id'];
const ofMeeting = ['partnership_id', 'meeting_id'];
const owned = (table: string, keys: readonly string[], [columns, words = '']: readonly [string, string?]): Audited => ({
  table, chain: 'partnership_id', key: [...keys], columns: [...keys, ...columns.split(' ')], words: words.split(' ').filter(Boolean),
});

/** What members answer and propose, what went out again, and the safety sheet: people's own words stand beside the chain. */
export const auditedConvening: readonly Audited[] = [
  owned('convocation_answer', [...ofMeeting, 'seat_id'], ['person_id reply sequence answered_at', 'note']),
  owned('convocation_call', key, ['meeting_id kind sequence person_id called was_date was_time was_place called_at', 'reason']),
  owned('agenda_proposal', key, ['meeting_id seat_id person_id title state agenda_item_id settled_by proposed_at settled_at', 'why reason']),
  owned('safety_sheet', ofMeeting, ['advice advice_on person_id version kept_at', 'host_contact emergency insurance notes']),
];

/** An item says how long it should take and who presents it: the journal commits to that too. */
export const auditedAgenda: readonly Audited[] = audited
  .filter(({ table }) => table === 'agenda_item')
  .map((table) => ({ ...table, columns: [...table.columns, 'duration_minutes', 'presenter_seat_id'] }));

/** Answers to a convocation, dates that move, points proposed, durations and presenters, the safety sheet of a meeting. */
export class Convening1795000000029 implements MigrationInterface {
  readonly name = 'Convening1795000000029';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await runner.query('drop trigger told_to_journal on agenda_item');
    await audit(runner, [...auditedConvening, ...auditedAgenda], 'migration 0029');
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const instant = 'TIMESTAMP WITH TIME ZONE';
const foreign = (table: string, name: string, [columns, to]: readonly [string, string]): string =>
  `ALTER TABLE "${table}" ADD CONSTRAINT "${name}" FOREIGN KEY (${columns}) REFERENCES ${to} ON DELETE NO ACTION ON UPDATE NO ACTION`;
const toMeeting = (table: string): string => foreign(table, `${table}_meeting`, ['"partnership_id", "meeting_id"', '"meeting"("partnership_id","id")']);
const toSeat = (table: string, name = `${table}_seat`, column = 'seat_id'): string => foreign(table, name, [`"partnership_id", "${column}"`, '"seat"("partnership_id","id")']);
const toPerson = (table: string, name = `${table}_person`, column = 'person_id'): string => foreign(table, name, [`"${column}"`, '"person"("id")']);

const statements: readonly string[] = [
  'ALTER TABLE "agenda_item" ADD "duration_minutes" integer',
  'ALTER TABLE "agenda_item" ADD "presenter_seat_id" uuid',
  'ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_duration_bounded" CHECK (duration_minutes between 1 and 480)',
  toSeat('agenda_item', 'agenda_item_presenter', 'presenter_seat_id'),
  `CREATE TABLE "convocation_answer" ("partnership_id" uuid NOT NULL, "meeting_id" uuid NOT NULL, "seat_id" uuid NOT NULL, "person_id" uuid NOT NULL, "reply" text NOT NULL, "note" text NOT NULL, "sequence" integer NOT NULL, "answered_at" ${instant} NOT NULL, CONSTRAINT "convocation_answer_reply_known" CHECK (reply in ('COMING', 'REMOTE', 'NOT_COMING')), CONSTRAINT "convocation_answer_note_bounded" CHECK (char_length(note) <= 2000), CONSTRAINT "convocation_answer_pkey" PRIMARY KEY ("partnership_id", "meeting_id", "seat_id"))`,
  `CREATE TABLE "convocation_call" ("partnership_id" uuid NOT NULL, "id" uuid NOT NULL, "meeting_id" uuid NOT NULL, "kind" text NOT NULL, "sequence" integer NOT NULL, "person_id" uuid NOT NULL, "called" integer, "reason" text, "was_date" date, "was_time" text, "was_place" text, "called_at" ${instant} NOT NULL, CONSTRAINT "convocation_call_kind_known" CHECK (kind in ('MOVED', 'AGAIN')), CONSTRAINT "convocation_call_moved_whole" CHECK ((kind = 'MOVED') = (reason is not null and was_date is not null and was_time is not null and was_place is not null)), CONSTRAINT "convocation_call_pkey" PRIMARY KEY ("partnership_id", "id"))`,
  'CREATE INDEX "convocation_call_by_meeting" ON "convocation_call" ("partnership_id", "meeting_id", "called_at")',
  `CREATE TABLE "agenda_proposal" ("partnership_id" uuid NOT NULL, "id" uuid NOT NULL, "meeting_id" uuid NOT NULL, "seat_id" uuid NOT NULL, "person_id" uuid NOT NULL, "title" text NOT NULL, "why" text NOT NULL, "state" text NOT NULL, "reason" text, "agenda_item_id" uuid, "settled_by" uuid, "proposed_at" ${instant} NOT NULL, "settled_at" ${instant}, CONSTRAINT "agenda_proposal_item_once" UNIQUE ("partnership_id", "agenda_item_id"), CONSTRAINT "agenda_proposal_state_known" CHECK (state in ('PROPOSED', 'TAKEN_UP', 'DECLINED')), CONSTRAINT "agenda_proposal_settled_whole" CHECK ((state = 'PROPOSED') = (settled_at is null) and (settled_at is null) = (settled_by is null) and (state = 'TAKEN_UP') = (agenda_item_id is not null) and (state = 'DECLINED') = (reason is not null)), CONSTRAINT "agenda_proposal_pkey" PRIMARY KEY ("partnership_id", "id"))`,
  'CREATE INDEX "agenda_proposal_by_meeting" ON "agenda_proposal" ("partnership_id", "meeting_id")',
  `CREATE TABLE "safety_sheet" ("partnership_id" uuid NOT NULL, "meeting_id" uuid NOT NULL, "host_contact" text NOT NULL, "emergency" text NOT NULL, "insurance" text NOT NULL, "advice" text, "advice_on" date, "notes" text NOT NULL, "person_id" uuid NOT NULL, "version" integer NOT NULL, "kept_at" ${instant} NOT NULL, CONSTRAINT "safety_sheet_advice_known" CHECK (advice in ('NORMAL', 'REINFORCED', 'UNLESS_NECESSARY', 'AGAINST')), CONSTRAINT "safety_sheet_bounded" CHECK (char_length(host_contact) between 1 and 2000 and char_length(emergency) <= 2000 and char_length(insurance) <= 2000 and char_length(notes) <= 2000), CONSTRAINT "safety_sheet_pkey" PRIMARY KEY ("partnership_id", "meeting_id"))`,
  ...['convocation_answer', 'convocation_call', 'agenda_proposal', 'safety_sheet'].flatMap((table) => [toMeeting(table), toPerson(table)]),
  toSeat('convocation_answer'),
  toSeat('agenda_proposal'),
  toPerson('agenda_proposal', 'agenda_proposal_settled_by', 'settled_by'),
  foreign('agenda_proposal', 'agenda_proposal_item', ['"partnership_id", "agenda_item_id"', '"agenda_item"("partnership_id","id")']),
];
