import { allow, type GraphqlRequest } from '#platform';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { ruleBookView } from './rule-book.reader.js';
import { RuleBookType } from './rule-book.types.js';

allow('Query.ruleBook', 'SIGNED_IN');

/** The rules of an agreement are for everybody who has a seat in it (Annexe I, « transparence »); the row-level policies keep the others out. */
@Resolver()
export class RuleBookView {
  @Query(() => RuleBookType, { nullable: true })
  async ruleBook(@Args('partnershipId', { type: () => ID }) partnershipId: string, @Context() request: GraphqlRequest): Promise<RuleBookType | null> {
    return ruleBookView(await request.read(), partnershipId);
  }
}
