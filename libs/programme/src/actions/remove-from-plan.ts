import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { removeSheet } from '../domain/plan.js';
import { notFound } from '../domain/refusals.js';
import { handOf } from '../store/hand.store.js';
import { clearValidations, dropAction, keepPlan, lockPlanCase } from '../store/plan.store.js';
import { planOf } from '../views/plan.reader.js';
import { ActionPlanType } from '../views/plan.types.js';

@InputType()
export class RemoveFromPlanInput {
  @Field(() => ID) planId: string;
  @Field(() => ID) sheetId: string;
}

export const RemoveFromPlanAnswer = answerUnion('RemoveFromPlanAnswer', () => ActionPlanType);
allow('Mutation.removeFromPlan', ['COORDINATOR']);

/** Takes an action out of the plan; validations given before are given again. */
@Resolver()
export class RemoveFromPlan {
  constructor(private readonly work: Work) {}

  @Mutation(() => RemoveFromPlanAnswer)
  async removeFromPlan(@Args('input') input: RemoveFromPlanInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => planOf(await request.read(), id));
  }

  run(ctx: Ctx, { planId, sheetId }: RemoveFromPlanInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const held = await lockPlanCase(tx, planId);
      if (!held) return notFound();
      const decided = removeSheet(held, { hand: handOf(ctx, held.plan.partnershipId), sheetId });
      if (decided.refused) return decided;
      const { state, facts } = decided.value;
      await clearValidations(tx, state);
      await dropAction(tx, state, sheetId);
      await keepPlan(tx, state);
      tx.tell(...facts);
      return accepted(state.id);
    });
  }
}
