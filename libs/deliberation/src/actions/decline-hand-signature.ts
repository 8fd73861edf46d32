import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { declineHand } from '../domain/hand-signature.js';
import { longest, worded } from '../domain/wording.js';
import { keepHand } from '../store/hand-signature.store.js';
import { HandDesk } from '../views/hand-signature.desk.js';
import { answeringHand } from '../views/hand-signature.reader.js';
import { HandSignatureType } from '../views/hand-signature.types.js';

@InputType()
export class DeclineHandSignatureInput {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'Ce qui manque sur le scan : la partie qui l’a déposé le lira.' }) reason: string;
}

export const DeclineHandSignatureAnswer = answerUnion('DeclineHandSignatureAnswer', () => HandSignatureType);
allow('Mutation.declineHandSignature', ['COORDINATOR', 'CO_PRESIDENT']);

/** The scan does not bear what it should: nothing counts, and the side that brought it is told why. */
@Resolver()
export class DeclineHandSignature {
  constructor(
    private readonly work: Work,
    private readonly desk: HandDesk,
  ) {}

  @Mutation(() => DeclineHandSignatureAnswer)
  async declineHandSignature(@Args('input') input: DeclineHandSignatureInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.desk.present(await request.read(), id));
  }

  run(ctx: Ctx, input: DeclineHandSignatureInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const reason = worded(input.reason, longest.reason);
      if (reason.refused) return reason;
      const taken = await this.desk.take(tx, input.id);
      if (taken.refused) return taken;
      const { held, paper, row } = taken.value;
      const hand = answeringHand(tx, row.partnershipId);
      const decided = declineHand(held.loaded.minutes, paper, { hand, reason: reason.value, at: tx.now() });
      if (decided.refused) return decided;
      const { state, facts, byPartyId } = decided.value;
      await keepHand(tx, row, { state: state.state, answeredParty: byPartyId, answeredBy: hand.personId, answeredAt: tx.now(), declineReason: reason.value });
      tx.tell(...facts);
      return accepted(row.id);
    });
  }
}
