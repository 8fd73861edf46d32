import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Audited } from './0007-audited.js';
import { audit } from './0007-journal.js';

const book = ['partnership_id', 'agreement_id'];
const version = ['partnership_id', 'id'];

/** The rules' service, and every version of every rule. Why a change was asked is free text: beside the digest, never in it. */
export const auditedRules: readonly Audited[] = [
  { table: 'rule_book', chain: 'partnership_id', key: book, columns: [...book, 'in_service_at'], words: [] },
  { table: 'service_confirmation', chain: 'partnership_id', key: [...book, 'party_id', 'edition'], columns: [...book, 'party_id', 'edition', 'person_id', 'confirmed_at'], words: [] },
  {
    table: 'rule_version',
    chain: 'partnership_id',
    key: version,
    columns: [...version, ...'agreement_id key value source_kind source_reference quote act party_id person_id asked_at agreed_party agreed_by decision_id adopted_at in_effect_at closed_at'.split(' ')],
    words: ['motive'],
  },
];

/**
 * The life of an agreement's rules. What was recorded before has its first version, dated as its agreement was recorded; a committee that
 * has already decided has its rules in service since then: nobody may set them alone any more.
 */
export class Rules1795000000013 implements MigrationInterface {
  readonly name = 'Rules1795000000013';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...keys, ...recorded]) await runner.query(statement);
    await audit(runner, auditedRules, 'migration 0013');
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const tables: readonly string[] = [
  'CREATE TABLE "rule_book" ("partnership_id" uuid NOT NULL, "agreement_id" uuid NOT NULL, "in_service_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "rule_book_pkey" PRIMARY KEY ("partnership_id", "agreement_id"))',
  'CREATE TABLE "service_confirmation" ("partnership_id" uuid NOT NULL, "agreement_id" uuid NOT NULL, "party_id" uuid NOT NULL, "edition" integer NOT NULL, "person_id" uuid NOT NULL, "confirmed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "service_confirmation_pkey" PRIMARY KEY ("partnership_id", "agreement_id", "party_id", "edition"))',
  `CREATE TABLE "rule_version" ("partnership_id" uuid NOT NULL, "id" uuid NOT NULL, "agreement_id" uuid NOT NULL, "key" text NOT NULL, "value" jsonb NOT NULL, "source_kind" text NOT NULL, "source_reference" text NOT NULL, "quote" text, "act" text NOT NULL, "party_id" uuid, "person_id" uuid, "motive" text, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "agreed_party" uuid, "agreed_by" uuid, "decision_id" uuid, "adopted_at" TIMESTAMP WITH TIME ZONE, "in_effect_at" TIMESTAMP WITH TIME ZONE, "closed_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "rule_version_source_known" CHECK (source_kind in ('ARTICLE', 'RULES_OF_PROCEDURE', 'LAW', 'PRODUCT_DEFAULT')), CONSTRAINT "rule_version_act_known" CHECK (act in ('RECORDED', 'SET', 'DECISION', 'CORRECTION')), CONSTRAINT "rule_version_correction_by_another" CHECK (act <> 'CORRECTION' or in_effect_at is null or (agreed_party <> party_id and agreed_by <> person_id and motive is not null)), CONSTRAINT "rule_version_decision_adopted" CHECK (act <> 'DECISION' or in_effect_at is null or (decision_id is not null and adopted_at is not null)), CONSTRAINT "rule_version_pkey" PRIMARY KEY ("partnership_id", "id"))`,
  'CREATE UNIQUE INDEX "rule_version_one_awaits" ON "rule_version"  ("partnership_id", "agreement_id", "key") WHERE in_effect_at is null and closed_at is null and adopted_at is null',
];

const foreign = (table: string, name: string, [columns, target]: readonly [string, string]): string =>
  `ALTER TABLE "${table}" ADD CONSTRAINT "${table}_${name}" FOREIGN KEY (${columns}) REFERENCES ${target} ON DELETE NO ACTION ON UPDATE NO ACTION`;

const keys: readonly string[] = [
  foreign('rule_book', 'agreement', ['"partnership_id", "agreement_id"', '"agreement"("partnership_id","id")']),
  foreign('service_confirmation', 'book', ['"partnership_id", "agreement_id"', '"rule_book"("partnership_id","agreement_id")']),
  foreign('service_confirmation', 'party', ['"partnership_id", "party_id"', '"party"("partnership_id","id")']),
  foreign('service_confirmation', 'person', ['"person_id"', '"person"("id")']),
  foreign('rule_version', 'book', ['"partnership_id", "agreement_id"', '"rule_book"("partnership_id","agreement_id")']),
  foreign('rule_version', 'party', ['"partnership_id", "party_id"', '"party"("partnership_id","id")']),
  foreign('rule_version', 'agreed_party', ['"partnership_id", "agreed_party"', '"party"("partnership_id","id")']),
  foreign('rule_version', 'person', ['"person_id"', '"person"("id")']),
  foreign('rule_version', 'agreed_by', ['"agreed_by"', '"person"("id")']),
];

const recorded: readonly string[] = [
  `insert into rule_book (partnership_id, agreement_id, in_service_at)
   select agreement.partnership_id, agreement.id,
          (select min(decision.adopted_at) from decision join meeting on meeting.partnership_id = decision.partnership_id and meeting.id = decision.meeting_id
            where meeting.partnership_id = agreement.partnership_id and meeting.agreement_id = agreement.id)
     from agreement`,
  `insert into rule_version (partnership_id, id, agreement_id, key, value, source_kind, source_reference, quote, act, asked_at, in_effect_at)
   select rule.partnership_id, md5(concat_ws(':', rule.partnership_id, rule.agreement_id, rule.key))::uuid, rule.agreement_id, rule.key, rule.value, rule.source_kind, rule.source_reference, rule.quote, 'RECORDED', since.at, since.at
     from rule
     cross join lateral (select coalesce(min(journal.occurred_at), now()) as at from journal
                          where journal.partnership_id = rule.partnership_id and journal.kind = 'AgreementRecorded' and journal.subject_id = rule.agreement_id) since`,
];
