import { askedWords, extractOf, type ExtractPart } from '#kernel';
import type { ReadTx } from '../work/work.js';
import { queryOf } from './lexemes.js';

/** A document that was found, as the viewer may see it. */
export interface FoundDocument {
  readonly partnershipId: string;
  readonly kind: string;
  readonly id: string;
  readonly pageId: string;
  readonly saidOn: string | null;
  readonly title: ExtractPart[];
  readonly extract: ExtractPart[];
}

export interface FoundDocuments {
  /** How many the viewer may see, counted up to `mostFound`. */
  readonly total: number;
  readonly results: FoundDocument[];
}

/** Beyond these nobody reads on: another word is wanted. */
export const mostFound = 1_000;

interface Line {
  readonly partnershipId: string;
  readonly kind: string;
  readonly id: string;
  readonly pageId: string;
  readonly saidOn: string | null;
  readonly title: string;
  readonly text: string;
  readonly total: number;
}

/**
 * PostgreSQL uses no index for words under row-level security (its operator is not « leakproof »): `search_candidates` looks in the index and
 * answers keys of what these settings may see; the rows themselves are read here under the table's own policy, which alone decides.
 */
const found = `
  with seen as materialized (
    select document.partnership_id, document.kind, document.id, candidate.rank
    from search_candidates($1::tsquery, ${mostFound}) candidate
    join search_document document on document.partnership_id = candidate.partnership_id and document.kind = candidate.kind and document.id = candidate.id
  ), page as (
    select seen.*, (select count(*)::int from seen) as total from seen order by rank desc, kind, id desc limit $2 offset $3
  )
  select page.partnership_id as "partnershipId", page.kind, page.id, document.page_id as "pageId", document.said_on::text as "saidOn", document.title, document.text, page.total
  from page join search_document document using (partnership_id, kind, id) order by page.rank desc, page.kind, page.id desc`;

/**
 * What the viewer may find, best first. `partnershipIds`: where to look among her own; `null` for what is everybody's.
 * `after`: how many were shown already.
 */
export async function findDocuments(tx: ReadTx, typed: string, at: { partnershipIds: readonly string[] | null; first: number; after: number }): Promise<FoundDocuments> {
  const asked = askedWords(typed);
  if (asked.length === 0 || at.partnershipIds?.length === 0) return { total: 0, results: [] };
  const lines = await tx.query<Line>(found, [queryOf(asked, at.partnershipIds), at.first, at.after]);
  const results = lines.map(({ title, text, total: _total, ...line }) => ({ ...line, title: extractOf(title, asked, 300), extract: extractOf(text, asked) }));
  return { total: lines[0]?.total ?? 0, results };
}
