import { allow, type GraphqlRequest } from '#platform';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { RestingOnAgreement } from '../store/resting.js';
import { isUuid } from '../store/uuid.js';
import { setUpOf } from './set-up.reader.js';
import { SetUpType } from './set-up.types.js';

allow('Query.setUp', 'SIGNED_IN');

/** The set-up is for everybody who has a seat, as the agreement it leads to; the row-level policies keep the others out. */
@Resolver()
export class SetUpView {
  constructor(private readonly resting: RestingOnAgreement) {}

  @Query(() => SetUpType, { nullable: true })
  async setUp(@Args('partnershipId', { type: () => ID }) partnershipId: string, @Context() request: GraphqlRequest): Promise<SetUpType | null> {
    if (!isUuid(partnershipId)) return null;
    const tx = await request.read();
    return setUpOf(tx, partnershipId, await this.resting.on(tx, partnershipId));
  }
}
