import { allow, mayView, type GraphqlRequest } from '#platform';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { mayWriteFacts } from '../domain/desk.js';
import { partyKnown, revisionsOf } from '../store/party-facts.store.js';
import { partiesOf } from './parties.reader.js';
import { PartyFactsType } from './party-facts.types.js';

allow('Query.partyFacts', 'SIGNED_IN');

/** What is known of one party, and how it came to be known. */
export async function partyFactsOf(request: GraphqlRequest, partyId: string): Promise<PartyFactsType | null> {
  const tx = await request.read();
  const known = await partyKnown(tx, partyId);
  const party = known && (await partiesOf(tx, [known.partnershipId])).get(known.partnershipId)?.find(({ id }) => id === known.partyId);
  if (!known || !party) return null;
  const { version, facts } = known;
  const revisions = (await revisionsOf(tx, known)).map((line) => ({ ...line, changes: [...line.changes] }));
  const viewerMayUpdate = mayView(mayWriteFacts(request.ctx.actor, known));
  return { id: known.partyId, party, presidentTitleFr: facts.presidentTitle, presidentTitleAr: facts.presidentTitleAr, version, revisions, viewerMayUpdate };
}

@Resolver()
export class PartyFactsView {
  @Query(() => PartyFactsType, { nullable: true, description: 'La fiche d’une partie et ses changements.' })
  partyFacts(@Args('partyId', { type: () => ID }) partyId: string, @Context() request: GraphqlRequest): Promise<PartyFactsType | null> {
    return partyFactsOf(request, partyId);
  }
}
