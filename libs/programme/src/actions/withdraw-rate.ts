import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { withdrawRate } from '../domain/rate.js';
import { notFound } from '../domain/refusals.js';
import { handOf } from '../store/hand.store.js';
import { keepWithdrawal, lockRate } from '../store/rate.store.js';
import { rateOf } from '../views/budget.reader.js';
import { ExchangeRateType } from '../views/budget.types.js';

@InputType()
export class WithdrawExchangeRateInput {
  @Field(() => ID) rateId: string;
}

export const WithdrawExchangeRateAnswer = answerUnion('WithdrawExchangeRateAnswer', () => ExchangeRateType);
allow('Mutation.withdrawExchangeRate', ['COORDINATOR']);

/** Takes back a rate that was written by mistake; a plan frozen with it keeps it, and then it stays. */
@Resolver()
export class WithdrawRate {
  constructor(private readonly work: Work) {}

  @Mutation(() => WithdrawExchangeRateAnswer)
  async withdrawExchangeRate(@Args('input') input: WithdrawExchangeRateInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => rateOf(await request.read(), id));
  }

  run(ctx: Ctx, { rateId }: WithdrawExchangeRateInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const rate = await lockRate(tx, rateId);
      if (!rate) return notFound();
      const decided = withdrawRate(rate, { hand: handOf(ctx, rate.partnershipId), at: tx.now() }, rate.usedIn);
      if (decided.refused) return decided;
      await keepWithdrawal(tx, decided.value.state);
      tx.tell(...decided.value.facts);
      return accepted(rateId);
    });
  }
}
