import { fillSearch, type SearchSource } from '#platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { searchSources } from './0019-search-sources.js';

/** What can be found, kept beside what it is found of; filled here for the rows that are there already. */
export class Search1795000000019 implements MigrationInterface {
  readonly name = 'Search1795000000019';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await fillSearch((sql, parameters) => runner.query(sql, [...parameters]) as Promise<object[]>, searchSources satisfies readonly SearchSource[]);
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

/**
 * `search_candidates` runs as the owner so that the index of words is used; it answers keys only, of documents that the transaction's own
 * settings open, and whoever asks reads the rows under the table's policy. Its plan is made for each question: how often a word occurs matters.
 */
const statements: readonly string[] = [
  `CREATE TABLE "search_document" ("partnership_id" uuid NOT NULL, "kind" text NOT NULL, "id" text NOT NULL, "audience" text NOT NULL, "party_id" uuid, "page_id" text NOT NULL, "title" text NOT NULL, "text" text NOT NULL, "said_on" date, "tsv" tsvector NOT NULL, CONSTRAINT "search_document_party_named" CHECK (audience <> 'PARTY' or party_id is not null), CONSTRAINT "search_document_audience_known" CHECK (audience in ('PUBLIC', 'PARTNERSHIP', 'PREPARING', 'KEEPING', 'PARTY')), CONSTRAINT "search_document_pkey" PRIMARY KEY ("partnership_id", "kind", "id"))`,
  'CREATE INDEX "search_document_words" ON "search_document" USING gin ("tsv")',
  'ALTER TABLE "search_document" ADD CONSTRAINT "search_document_partnership" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  `create function search_candidates(asked tsquery, most integer)
     returns table (partnership_id uuid, kind text, id text, rank real)
     language plpgsql stable security definer set search_path = pg_catalog, public as $$
     begin
       return query execute 'select document.partnership_id, document.kind, document.id, ts_rank(document.tsv, $1)
         from (select * from public.search_document found
               where found.tsv @@ $1
                 and (found.audience = ''PUBLIC'' and $3 = ''PUBLIC''
                   or found.partnership_id = any ($4) and found.audience in (''PUBLIC'', ''PARTNERSHIP'')
                   or found.partnership_id = any ($4) and found.partnership_id = any ($5)
                     and (found.audience = ''PREPARING'' or found.audience = ''PARTY'' and found.party_id = any ($6))
                   or found.partnership_id = any ($4) and found.partnership_id = any ($7) and found.audience = ''KEEPING'')
               limit $2) document'
       using asked, most, current_setting('app.audience', true),
         nullif(current_setting('app.partnerships', true), '')::uuid[], nullif(current_setting('app.preparing', true), '')::uuid[],
         nullif(current_setting('app.parties', true), '')::uuid[], nullif(current_setting('app.keeping', true), '')::uuid[];
     end $$`,
  'revoke all on function search_candidates(tsquery, integer) from public',
  'grant execute on function search_candidates(tsquery, integer) to passerelle_app',
];
