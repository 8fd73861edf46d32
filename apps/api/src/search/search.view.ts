import { publicMinutesOf, readPublicly } from '#deliberation';
import { allow, findDocuments, Work, type FoundDocument, type GraphqlRequest, type ReadTx } from '#platform';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { SearchArgs, SearchResultsType, type SearchResultType } from './search.types.js';

allow('Query.search', 'ANYONE');

/** The most results one answer holds. */
const pageLimit = 50;

interface Asked {
  readonly text: string;
  /** Among these; `null` among what is everybody's. */
  readonly partnershipIds: readonly string[] | null;
  readonly first: number;
  readonly after: number;
}

/** What is read beside results: the names of their partnerships and, for who has not signed in, the public PV of each decision. */
async function completed(tx: ReadTx, found: readonly FoundDocument[], publicly: boolean): Promise<SearchResultType[]> {
  if (found.length === 0) return [];
  const names = await tx.query<{ id: string; name: string }>('select id, name from partnership where id = any ($1::uuid[])', [found.map(({ partnershipId }) => partnershipId)]);
  const minutes = publicly ? await publicMinutesOf(tx, found.map(({ pageId }) => pageId)) : new Map<string, string>();
  return found.map((document) => ({
    ...document,
    partnershipName: names.find(({ id }) => id === document.partnershipId)?.name ?? '',
    pageId: minutes.get(document.pageId) ?? document.pageId,
  }));
}

async function answer(tx: ReadTx, { text, partnershipIds, first, after }: Asked): Promise<SearchResultsType> {
  const { total, results } = await findDocuments(tx, text, { partnershipIds, first, after });
  const shown = after + results.length;
  return { total, results: await completed(tx, results, partnershipIds === null), endCursor: shown < total ? String(shown) : null };
}

/** A place in the list, as `endCursor` gave it; anything else is the beginning. */
const placeOf = (after: string | null | undefined): number => (after && /^\d{1,4}$/.test(after) ? Number(after) : 0);

/** One question to everything that is kept: what is found is what this person may read, and is counted as such (AT-27). */
@Resolver()
export class SearchView {
  constructor(private readonly work: Work) {}

  @Query(() => SearchResultsType, { description: 'Cherche dans ce que la personne peut lire ; sans connexion, dans ce qui est exécutoire.' })
  async search(
    @Args() { text, partnershipId, first, after }: SearchArgs,
    @Context() request: GraphqlRequest,
  ): Promise<SearchResultsType> {
    const { actor } = request.ctx;
    const page = { text, first: Math.min(Math.max(first, 1), pageLimit), after: placeOf(after) };
    if (!actor) return readPublicly(this.work, request, (tx) => answer(tx, { ...page, partnershipIds: null }));
    const partnershipIds = actor.partnershipIds.filter((id) => !partnershipId || id === partnershipId);
    return answer(await request.read(), { ...page, partnershipIds });
  }
}
