import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was printed from sealed minutes, and what anybody may be told of a hash. */
export class PrintedCopies1795000000030 implements MigrationInterface {
  readonly name = 'PrintedCopies1795000000030';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

/**
 * `registered_under` runs as the owner: whoever holds a hash of 64 signs, signed in or not, hears whether it is ours, of which number, day
 * and parties, and how it stands. Nothing is listed, and nothing of a content is answered.
 */
const statements: readonly string[] = [
  `CREATE TABLE "printed_copy" ("partnership_id" uuid NOT NULL, "sha256" text NOT NULL, "minutes_id" uuid NOT NULL, "version" integer NOT NULL, "kind" text NOT NULL, "language" text NOT NULL, "printed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "printed_copy_hash" CHECK (sha256 ~ '^[0-9a-f]{64}$'), CONSTRAINT "printed_copy_kind_known" CHECK (kind in ('SIGNATURES', 'PUBLIC_COPY', 'EXTRACT')), CONSTRAINT "printed_copy_pkey" PRIMARY KEY ("partnership_id", "sha256"))`,
  'CREATE INDEX "printed_copy_by_hash" ON "printed_copy" ("sha256")',
  'ALTER TABLE "printed_copy" ADD CONSTRAINT "printed_copy_version" FOREIGN KEY ("partnership_id", "minutes_id", "version") REFERENCES "minutes_version"("partnership_id","minutes_id","version") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'CREATE INDEX "minutes_version_by_content" ON "minutes_version" ("content_hash")',
  `CREATE INDEX "minutes_version_by_pdf" ON "minutes_version" USING gin ((array[pdfs ->> 'fr', pdfs ->> 'ar']))`,
  `create function registered_under(asked text[])
     returns table (hash text, kind text, language text, minutes_id uuid, version integer, number text, content_hash text, meeting_on date, parties text[], replaced_at timestamptz, executory_at timestamptz)
     language sql stable security definer set search_path = pg_catalog, public as $$
     with known as (
       select sealed.partnership_id, sealed.minutes_id, sealed.version, sealed.content_hash as hash, 'CONTENT' as kind, null as language
       from public.minutes_version sealed where sealed.content_hash = any (asked)
       union all
       select sealed.partnership_id, sealed.minutes_id, sealed.version, pdf.value, 'MINUTES', pdf.key
       from public.minutes_version sealed, jsonb_each_text(sealed.pdfs) pdf
       where array[sealed.pdfs ->> 'fr', sealed.pdfs ->> 'ar'] && asked and pdf.value = any (asked)
       union all
       select copy.partnership_id, copy.minutes_id, copy.version, copy.sha256, copy.kind, copy.language
       from public.printed_copy copy where copy.sha256 = any (asked)
     )
     select known.hash, known.kind, known.language, minutes.id, known.version, sealed.content ->> 'number', sealed.content_hash, meeting.civil_date,
            array(select party.value -> 'shortName' ->> 'fr' from jsonb_array_elements(sealed.content -> 'record' -> 'parties') party),
            sealed.voided_at, case when minutes.version = known.version then minutes.executory_at end
     from known
     join public.minutes_version sealed on sealed.partnership_id = known.partnership_id and sealed.minutes_id = known.minutes_id and sealed.version = known.version
     join public.minutes on minutes.partnership_id = known.partnership_id and minutes.id = known.minutes_id
     join public.meeting on meeting.partnership_id = minutes.partnership_id and meeting.id = minutes.meeting_id
     where cardinality(asked) <= 8
     order by known.hash, known.kind $$`,
  'revoke all on function registered_under(text[]) from public',
  'grant execute on function registered_under(text[]) to passerelle_app, passerelle_auditor',
];
