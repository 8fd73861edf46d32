import type { LoaderFunctionArgs } from 'react-router';
import { ask } from '../../base/ask.ts';
import { here } from '../../base/here.ts';

/** In the order in which a page shows them. */
export const foundKinds = ['projectSheet', 'followedAction', 'decision', 'meeting', 'minutes', 'article', 'axis', 'actionLead', 'rule', 'pastProject'] as const;
export type FoundKind = (typeof foundKinds)[number];

export interface ExtractPart {
  readonly text: string;
  readonly found: boolean;
}

export interface Found {
  readonly kind: FoundKind;
  readonly id: string;
  readonly partnershipName: string;
  readonly pageId: string;
  readonly saidOn: string | null;
  readonly title: readonly ExtractPart[];
  readonly extract: readonly ExtractPart[];
}

export interface SearchShown {
  /** What was typed; empty before anything is. */
  readonly text: string;
  /** Nobody is signed in: what is everybody's was searched. */
  readonly publicly: boolean;
  readonly total: number;
  readonly results: readonly Found[];
  /** For the next page, when there is one. */
  readonly next: string | null;
  /** This is not the first page. */
  readonly further: boolean;
}

export const searchPath = '/search';
const document = `query Search($text: String!, $partnershipId: ID, $after: String) {
  search(text: $text, partnershipId: $partnershipId, first: 30, after: $after) {
    total endCursor
    results { kind id partnershipName pageId saidOn title { text found } extract { text found } }
  }
}`;
const who = 'query WhoSearches { viewer { seats { seat { id } } } }';

/** What was found in the partnership that is shown; for who has no seat or has not signed in, in what is everybody's. `/search?text=eau&after=30` */
export async function readSearch(args: LoaderFunctionArgs): Promise<SearchShown> {
  const { searchParams } = new URL(args.request.url);
  const text = (searchParams.get('text') ?? '').trim().slice(0, 200);
  const after = searchParams.get('after');
  const { viewer } = await ask<{ viewer: { seats: readonly unknown[] } | null }>(args, who);
  const publicly = viewer === null;
  const partnershipId = viewer && viewer.seats.length > 0 ? (await here(args)).partnershipId : null;
  const at = { text, publicly, further: after !== null };
  if (text === '') return { ...at, total: 0, results: [], next: null };
  const { search } = await ask<{ search: { total: number; endCursor: string | null; results: readonly Found[] } }>(args, document, { text, partnershipId, after });
  return { ...at, total: search.total, results: search.results, next: search.endCursor };
}

/** Where a result is read; each route knows its own rooms. */
export type PathTo = (found: Found) => string;
