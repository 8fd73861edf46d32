import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Passkeys, their questions and what they proved; devices named; codes counted by network too. */
export class Door1795000000005 implements MigrationInterface {
  readonly name = 'Door1795000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const statements: readonly string[] = [
  'ALTER TABLE "session" ADD "browser" text, ADD "platform" text, ADD "step_up_method" text',
  'UPDATE "session" SET "step_up_method" = "method" WHERE "step_up_at" IS NOT NULL',
  'ALTER TABLE "sign_in_code" ADD "origin_hash" bytea',
  'CREATE INDEX "sign_in_code_by_origin" ON "sign_in_code"  ("origin_hash", "asked_at") ',
  `CREATE TABLE "passkey" ("id" uuid NOT NULL, "person_id" uuid NOT NULL, "credential_id" text NOT NULL, "public_key" bytea NOT NULL, "counter" bigint NOT NULL, "aaguid" text NOT NULL, "synced" boolean NOT NULL, "browser" text, "platform" text, "added_how" text NOT NULL, "added_at" TIMESTAMP WITH TIME ZONE NOT NULL, "signs_after" TIMESTAMP WITH TIME ZONE NOT NULL, "last_used_at" TIMESTAMP WITH TIME ZONE, "revoked_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "passkey_credential_once" UNIQUE ("credential_id"), CONSTRAINT "passkey_added_how" CHECK (added_how in ('SESSION', 'RECOVERY')), CONSTRAINT "passkey_counter_forward" CHECK (counter >= 0), CONSTRAINT "passkey_pkey" PRIMARY KEY ("id"))`,
  'CREATE INDEX "passkey_by_person" ON "passkey"  ("person_id") ',
  `CREATE TABLE "passkey_challenge" ("id" uuid NOT NULL, "purpose" text NOT NULL, "person_id" uuid, "session_id" uuid, "challenge" bytea NOT NULL, "browser_hash" bytea NOT NULL, "origin_hash" bytea, "statement" jsonb, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "used_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "passkey_challenge_act_of_step_up" CHECK ((purpose = 'STEP_UP') = (statement is not null)), CONSTRAINT "passkey_challenge_purpose_known" CHECK (purpose in ('REGISTER', 'SIGN_IN', 'STEP_UP')), CONSTRAINT "passkey_challenge_pkey" PRIMARY KEY ("id"))`,
  'CREATE INDEX "passkey_challenge_by_origin" ON "passkey_challenge"  ("origin_hash", "asked_at") ',
  'CREATE INDEX "passkey_challenge_by_browser" ON "passkey_challenge"  ("browser_hash") ',
  'CREATE TABLE "step_up" ("id" uuid NOT NULL, "challenge_id" uuid NOT NULL, "person_id" uuid NOT NULL, "session_id" uuid NOT NULL, "passkey_id" uuid NOT NULL, "challenge" bytea NOT NULL, "statement" jsonb NOT NULL, "assertion" jsonb NOT NULL, "proved_at" TIMESTAMP WITH TIME ZONE NOT NULL, "used_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "step_up_once_per_challenge" UNIQUE ("challenge_id"), CONSTRAINT "step_up_pkey" PRIMARY KEY ("id"))',
  'CREATE INDEX "step_up_by_session" ON "step_up"  ("session_id") ',
  'ALTER TABLE "passkey" ADD CONSTRAINT "passkey_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "passkey_challenge" ADD CONSTRAINT "passkey_challenge_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "passkey_challenge" ADD CONSTRAINT "passkey_challenge_session" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "step_up" ADD CONSTRAINT "step_up_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "step_up" ADD CONSTRAINT "step_up_session" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "step_up" ADD CONSTRAINT "step_up_passkey" FOREIGN KEY ("passkey_id") REFERENCES "passkey"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
];
