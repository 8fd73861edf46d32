import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invitations, mandates that end with a reason or stand for an interim, and addresses given back by two coordinators. */
export class People1795000000006 implements MigrationInterface {
  readonly name = 'People1795000000006';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const reference = (table: string, name: string, [own, other, there]: readonly [own: string, other: string, there: string]): string =>
  `ALTER TABLE "${table}" ADD CONSTRAINT "${name}" FOREIGN KEY (${own}) REFERENCES "${other}"(${there}) ON DELETE NO ACTION ON UPDATE NO ACTION`;

const statements: readonly string[] = [
  'ALTER TABLE "person" ADD "recovered_at" TIMESTAMP WITH TIME ZONE',
  'ALTER TABLE "mandate" ADD "ended_motive" text, ADD "interim_document" text',
  `CREATE TABLE "invitation" ("partnership_id" uuid NOT NULL, "id" uuid NOT NULL, "party_id" uuid NOT NULL, "category" text NOT NULL, "seat_id" uuid, "office" text NOT NULL, "office_ar" text NOT NULL, "person_id" uuid NOT NULL, "display_name" text NOT NULL, "from" date NOT NULL, "until" date, "interim_document" text, "confirmation" text, "resembles" text, "invited_by" uuid NOT NULL, "invited_at" TIMESTAMP WITH TIME ZONE NOT NULL, "sent" integer NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "accepted_at" TIMESTAMP WITH TIME ZONE, "confirmed_by" uuid, "confirmed_at" TIMESTAMP WITH TIME ZONE, "withdrawn_at" TIMESTAMP WITH TIME ZONE, "begun_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "invitation_interval_forward" CHECK ("until" is null or "until" > "from"), CONSTRAINT "invitation_confirmation_known" CHECK (confirmation in ('PRESIDENCY', 'NAME_CLASH')), CONSTRAINT "invitation_pkey" PRIMARY KEY ("partnership_id", "id"))`,
  'CREATE INDEX "invitation_by_person" ON "invitation"  ("person_id") ',
  `CREATE TABLE "recovery" ("partnership_id" uuid NOT NULL, "id" uuid NOT NULL, "person_id" uuid NOT NULL, "mail_address" text, "reason" text NOT NULL, "asked_by" uuid NOT NULL, "asked_party" uuid NOT NULL, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "confirmed_by" uuid, "confirmed_party" uuid, "confirmed_at" TIMESTAMP WITH TIME ZONE, "stopped_at" TIMESTAMP WITH TIME ZONE, "applied_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "recovery_by_two_people" CHECK (confirmed_by is null or confirmed_by <> asked_by), CONSTRAINT "recovery_by_two_sides" CHECK (confirmed_party is null or confirmed_party <> asked_party), CONSTRAINT "recovery_pkey" PRIMARY KEY ("partnership_id", "id"))`,
  'CREATE UNIQUE INDEX "recovery_one_at_a_time" ON "recovery"  ("person_id") WHERE stopped_at is null and applied_at is null',
  reference('invitation', 'invitation_party', ['"partnership_id", "party_id"', 'party', '"partnership_id","id"']),
  reference('invitation', 'invitation_seat', ['"partnership_id", "seat_id"', 'seat', '"partnership_id","id"']),
  reference('invitation', 'invitation_person', ['"person_id"', 'person', '"id"']),
  reference('recovery', 'recovery_partnership', ['"partnership_id"', 'partnership', '"id"']),
  reference('recovery', 'recovery_asked_party', ['"partnership_id", "asked_party"', 'party', '"partnership_id","id"']),
  reference('recovery', 'recovery_confirmed_party', ['"partnership_id", "confirmed_party"', 'party', '"partnership_id","id"']),
  reference('recovery', 'recovery_person', ['"person_id"', 'person', '"id"']),
  `create function invitations_of_person(person_id uuid)
     returns table (partnership_id uuid, id uuid, partnership text, party text, zone text)
     language sql stable security definer set search_path = pg_catalog, public as $$
     select invitation.partnership_id, invitation.id, partnership.name, party.short_name, territory.zone
     from public.invitation
     join public.partnership on partnership.id = invitation.partnership_id
     join public.party on party.partnership_id = invitation.partnership_id and party.id = invitation.party_id
     join public.organisation on organisation.id = party.organisation_id
     join public.territory on territory.id = organisation.territory_id
     where invitation.person_id = $1 $$`,
  'revoke all on function invitations_of_person(uuid) from public',
  'grant execute on function invitations_of_person(uuid) to passerelle_app',
];
