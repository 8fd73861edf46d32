import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Audited } from './0007-audited.js';
import { audit } from './0007-journal.js';

const owned = (table: string, key: readonly string[], [columns, words = '']: readonly [string, string?]): Audited => {
  const keys = ['partnership_id', ...key];
  return { table, chain: 'partnership_id', key: keys, columns: [...keys, ...columns.split(' ')], words: words.split(' ').filter(Boolean) };
};

/** What the journal commits to of a sitting: powers, guests, votes by show of hands and their contestations. */
export const auditedSitting: readonly Audited[] = [
  owned('proxy', ['meeting_id', 'seat_id'], ['holder_seat_id recorded_at']),
  owned('meeting_guest', ['id'], ['meeting_id noted_at taken_off_at', 'name capacity']),
  owned('hands', ['id'], ['meeting_id rounds state entered_by entered_party entered_at confirmed_by confirmed_party confirmed_at', 'withdraw_reason']),
  owned('hands_contest', ['hands_id', 'ballot_id', 'seat_id'], ['person_id contested_at', 'reason']),
];

/** Powers and guests of a meeting; votes by show of hands, « unanimité constatée, sauf … ». */
export class Sitting1795000000031 implements MigrationInterface {
  readonly name = 'Sitting1795000000031';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await audit(runner, auditedSitting, 'migration 0031');
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const toOwned = (table: string, name: string, [columns, parent, keys = '"partnership_id","id"']: readonly [string, string, string?]): string =>
  `ALTER TABLE "${table}" ADD CONSTRAINT "${name}" FOREIGN KEY ("partnership_id", ${columns}) REFERENCES "${parent}"(${keys}) ON DELETE NO ACTION ON UPDATE NO ACTION`;
const toPerson = (table: string, name: string, column: string): string =>
  `ALTER TABLE "${table}" ADD CONSTRAINT "${name}" FOREIGN KEY ("${column}") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`;

const statements: readonly string[] = [
  'CREATE TABLE "proxy" ("partnership_id" uuid NOT NULL, "meeting_id" uuid NOT NULL, "seat_id" uuid NOT NULL, "holder_seat_id" uuid, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "proxy_two_seats" CHECK (seat_id <> holder_seat_id), CONSTRAINT "proxy_pkey" PRIMARY KEY ("partnership_id", "meeting_id", "seat_id"))',
  toOwned('proxy', 'proxy_meeting', ['"meeting_id"', 'meeting']),
  toOwned('proxy', 'proxy_seat', ['"seat_id"', 'seat']),
  toOwned('proxy', 'proxy_holder', ['"holder_seat_id"', 'seat']),
  'CREATE TABLE "meeting_guest" ("partnership_id" uuid NOT NULL, "id" uuid NOT NULL, "meeting_id" uuid NOT NULL, "name" text NOT NULL, "capacity" text NOT NULL, "noted_at" TIMESTAMP WITH TIME ZONE NOT NULL, "taken_off_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "meeting_guest_bounded" CHECK (char_length(name) between 1 and 300 and char_length(capacity) <= 300), CONSTRAINT "meeting_guest_pkey" PRIMARY KEY ("partnership_id", "id"))',
  'CREATE INDEX "meeting_guest_by_meeting" ON "meeting_guest" ("partnership_id", "meeting_id")',
  toOwned('meeting_guest', 'meeting_guest_meeting', ['"meeting_id"', 'meeting']),
  `CREATE TABLE "hands" ("partnership_id" uuid NOT NULL, "id" uuid NOT NULL, "meeting_id" uuid NOT NULL, "rounds" jsonb NOT NULL, "state" text NOT NULL, "entered_by" uuid NOT NULL, "entered_party" uuid NOT NULL, "entered_at" TIMESTAMP WITH TIME ZONE NOT NULL, "confirmed_by" uuid, "confirmed_party" uuid, "confirmed_at" TIMESTAMP WITH TIME ZONE, "withdraw_reason" text, CONSTRAINT "hands_state_known" CHECK (state in ('ENTERED', 'CONFIRMED', 'WITHDRAWN')), CONSTRAINT "hands_confirmed_whole" CHECK ((state = 'CONFIRMED') = (confirmed_at is not null) and (confirmed_at is null) = (confirmed_by is null) and (confirmed_at is null) = (confirmed_party is null)), CONSTRAINT "hands_two_parties" CHECK (confirmed_party <> entered_party and confirmed_by <> entered_by), CONSTRAINT "hands_withdrawn_whole" CHECK ((state = 'WITHDRAWN') = (withdraw_reason is not null)), CONSTRAINT "hands_pkey" PRIMARY KEY ("partnership_id", "id"))`,
  'CREATE INDEX "hands_by_meeting" ON "hands" ("partnership_id", "meeting_id")',
  toOwned('hands', 'hands_meeting', ['"meeting_id"', 'meeting']),
  toOwned('hands', 'hands_entered_party', ['"entered_party"', 'party']),
  toOwned('hands', 'hands_confirmed_party', ['"confirmed_party"', 'party']),
  toPerson('hands', 'hands_entered_by', 'entered_by'),
  toPerson('hands', 'hands_confirmed_by', 'confirmed_by'),
  'CREATE TABLE "hands_contest" ("partnership_id" uuid NOT NULL, "hands_id" uuid NOT NULL, "ballot_id" uuid NOT NULL, "seat_id" uuid NOT NULL, "person_id" uuid NOT NULL, "reason" text NOT NULL, "contested_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "hands_contest_bounded" CHECK (char_length(reason) between 1 and 2000), CONSTRAINT "hands_contest_pkey" PRIMARY KEY ("partnership_id", "hands_id", "ballot_id", "seat_id"))',
  toOwned('hands_contest', 'hands_contest_hands', ['"hands_id"', 'hands']),
  toOwned('hands_contest', 'hands_contest_vote', ['"ballot_id", "seat_id"', 'vote', '"partnership_id","ballot_id","seat_id"']),
  toPerson('hands_contest', 'hands_contest_person', 'person_id'),
  'create trigger hands_contest_for_ever before update or delete on hands_contest for each row execute function refuse_change()',
  'create trigger hands_not_removed before delete on hands for each row execute function refuse_change()',
  `create function settled_hands_are_immutable() returns trigger language plpgsql as $$
   begin
     if old.state <> 'ENTERED' or new.rounds <> old.rounds then
       raise exception 'votes noted by show of hands never change: they are confirmed or withdrawn, once' using errcode = 'restrict_violation';
     end if;
     return new;
   end $$`,
  'create trigger settled_hands_are_immutable before update on hands for each row execute function settled_hands_are_immutable()',
];
