import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { reopen } from '../domain/plan.js';
import { notFound } from '../domain/refusals.js';
import { handOf } from '../store/hand.store.js';
import { clearValidations, isOnOpenBallot, keepPlan, lockPlanCase } from '../store/plan.store.js';
import { planOf } from '../views/plan.reader.js';
import { ActionPlanType } from '../views/plan.types.js';

@InputType()
export class ReopenPlanInput {
  @Field(() => ID) planId: string;
}

export const ReopenPlanAnswer = answerUnion('ReopenPlanAnswer', () => ActionPlanType);
allow('Mutation.reopenPlan', ['COORDINATOR']);

/** Back to composing, as long as the committee is not voting on it. Whoever opens a ballot locks the plan too, so the two cannot cross. */
@Resolver()
export class ReopenPlan {
  constructor(private readonly work: Work) {}

  @Mutation(() => ReopenPlanAnswer)
  async reopenPlan(@Args('input') input: ReopenPlanInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => planOf(await request.read(), id));
  }

  run(ctx: Ctx, { planId }: ReopenPlanInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const held = await lockPlanCase(tx, planId);
      if (!held) return notFound();
      const decided = reopen(held, handOf(ctx, held.plan.partnershipId), await isOnOpenBallot(tx, held.plan));
      if (decided.refused) return decided;
      await clearValidations(tx, decided.value.state);
      await keepPlan(tx, decided.value.state);
      tx.tell(...decided.value.facts);
      return accepted(planId);
    });
  }
}
