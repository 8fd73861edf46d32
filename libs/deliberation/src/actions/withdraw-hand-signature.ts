import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { withdrawHand } from '../domain/hand-signature.js';
import { keepHand } from '../store/hand-signature.store.js';
import { HandDesk } from '../views/hand-signature.desk.js';
import { bringingHand } from '../views/hand-signature.reader.js';
import { HandSignatureType } from '../views/hand-signature.types.js';

@InputType()
export class WithdrawHandSignatureInput {
  @Field(() => ID) id: string;
}

export const WithdrawHandSignatureAnswer = answerUnion('WithdrawHandSignatureAnswer', () => HandSignatureType);
allow('Mutation.withdrawHandSignature', ['COORDINATOR']);

/** The wrong scan, or the wrong day: the side that brought it takes it back while it waits, and may bring another. */
@Resolver()
export class WithdrawHandSignature {
  constructor(
    private readonly work: Work,
    private readonly desk: HandDesk,
  ) {}

  @Mutation(() => WithdrawHandSignatureAnswer)
  async withdrawHandSignature(@Args('input') input: WithdrawHandSignatureInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.desk.present(await request.read(), id));
  }

  run(ctx: Ctx, { id }: WithdrawHandSignatureInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const taken = await this.desk.take(tx, id);
      if (taken.refused) return taken;
      const { held, paper, row } = taken.value;
      const decided = withdrawHand(held.loaded.minutes, paper, { hand: bringingHand(tx, row.partnershipId), at: tx.now() });
      if (decided.refused) return decided;
      await keepHand(tx, row, { state: decided.value.state.state });
      tx.tell(...decided.value.facts);
      return accepted(row.id);
    });
  }
}
