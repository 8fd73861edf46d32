import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { notFound } from '../domain/refusals.js';
import { withdrawTakeUp } from '../domain/take-up.js';
import { handOf } from '../store/hand.store.js';
import { keepTakeUpWithdrawal, lockTakeUp } from '../store/take-up.store.js';
import { TakeUpProposalType } from '../views/joining.types.js';
import { takeUpOf } from '../views/take-up.reader.js';

@InputType()
export class WithdrawTakeUpInput {
  @Field(() => ID) id: string;
}

export const WithdrawTakeUpAnswer = answerUnion('WithdrawTakeUpAnswer', () => TakeUpProposalType);
allow('Mutation.withdrawTakeUp', ['COORDINATOR']);

/** Takes back a plan proposed from its paper, before it was confirmed: its decision can be taken up again. */
@Resolver()
export class WithdrawTakeUp {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
  ) {}

  @Mutation(() => WithdrawTakeUpAnswer)
  async withdrawTakeUp(@Args('input') input: WithdrawTakeUpInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => takeUpOf(await request.read(), id, this.zones));
  }

  /** Answers the proposal's id. */
  run(ctx: Ctx, { id }: WithdrawTakeUpInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const proposal = await lockTakeUp(tx, id);
      if (!proposal) return notFound();
      const decided = withdrawTakeUp(proposal, handOf(ctx, proposal.partnershipId));
      if (decided.refused) return decided;
      await keepTakeUpWithdrawal(tx, proposal);
      tx.tell(...decided.value.facts);
      return accepted(id);
    });
  }
}
