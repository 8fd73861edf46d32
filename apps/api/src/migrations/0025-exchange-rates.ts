import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Audited } from './0007-audited.js';
import { audit } from './0007-journal.js';

const key = ['partnership_id', 'id'];

/** A rate is what its coordination wrote; the text it was read in stands with it, in the digest. */
export const auditedRates: Audited = {
  table: 'exchange_rate',
  chain: 'partnership_id',
  key,
  columns: [...key, ...'from_currency to_currency pair value day source party_id person_id recorded_at withdrawn_at withdrawn_by'.split(' ')],
  words: [],
};

/** Dated exchange rates, written down by coordinations and kept with the plans frozen with them. */
export class ExchangeRates1795000000025 implements MigrationInterface {
  readonly name = 'ExchangeRates1795000000025';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await audit(runner, [auditedRates], 'migration 0025');
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const statements: readonly string[] = [
  `CREATE TABLE "exchange_rate" ("partnership_id" uuid NOT NULL, "id" uuid NOT NULL, "from_currency" text NOT NULL, "to_currency" text NOT NULL, "pair" text NOT NULL, "value" numeric NOT NULL, "day" date NOT NULL, "source" text NOT NULL, "party_id" uuid NOT NULL, "person_id" uuid NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, "withdrawn_at" TIMESTAMP WITH TIME ZONE, "withdrawn_by" uuid, CONSTRAINT "exchange_rate_source_bounded" CHECK (char_length(source) between 1 and 200), CONSTRAINT "exchange_rate_withdrawn_by_someone" CHECK ((withdrawn_at is null) = (withdrawn_by is null)), CONSTRAINT "exchange_rate_pair_of_two" CHECK (from_currency <> to_currency and pair in (from_currency || '-' || to_currency, to_currency || '-' || from_currency)), CONSTRAINT "exchange_rate_value_bounded" CHECK (value > 0 and value < 1000000000 and scale(value) <= 10), CONSTRAINT "exchange_rate_pkey" PRIMARY KEY ("partnership_id", "id"))`,
  'CREATE UNIQUE INDEX "exchange_rate_once_a_day" ON "exchange_rate" ("partnership_id", "pair", "day") WHERE withdrawn_at is null',
  'ALTER TABLE "exchange_rate" ADD CONSTRAINT "exchange_rate_party" FOREIGN KEY ("partnership_id", "party_id") REFERENCES "party"("partnership_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION',
];
