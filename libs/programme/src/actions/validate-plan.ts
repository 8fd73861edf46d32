import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, sha256Hex, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { actionsText, validate } from '../domain/plan.js';
import { notFound } from '../domain/refusals.js';
import { handOf } from '../store/hand.store.js';
import { keepPlan, keepPlanValidation, lockPlanCase } from '../store/plan.store.js';
import { planOf } from '../views/plan.reader.js';
import { ActionPlanType } from '../views/plan.types.js';
import { worldOf } from '../views/programme.reader.js';

@InputType()
export class ValidatePlanInput {
  @Field(() => ID) planId: string;
  @Field(() => String, { nullable: true, description: 'ActionPlan.actionsHash tel que lu : si la liste a changé, rien n’est validé.' }) actionsHash?: string | null;
}

export const ValidatePlanAnswer = answerUnion('ValidatePlanAnswer', () => ActionPlanType);
allow('Mutation.validatePlan', ['COORDINATOR']);

/** The coordinator of a party validates the plan for it; once every party has, it is co-validated. */
@Resolver()
export class ValidatePlan {
  constructor(private readonly work: Work) {}

  @Mutation(() => ValidatePlanAnswer)
  async validatePlan(@Args('input') input: ValidatePlanInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => planOf(await request.read(), id));
  }

  run(ctx: Ctx, { planId, actionsHash: read = null }: ValidatePlanInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const held = await lockPlanCase(tx, planId);
      if (!held) return notFound();
      const hand = handOf(ctx, held.plan.partnershipId);
      const decided = validate(held, { hand, read, current: sha256Hex(actionsText(held.actions)) }, await worldOf(tx, held.plan.partnershipId));
      if (decided.refused) return decided;
      const { state, facts, validatedFor } = decided.value;
      await keepPlanValidation(tx, state, validatedFor);
      await keepPlan(tx, state);
      tx.tell(...facts);
      return accepted(state.id);
    });
  }
}
