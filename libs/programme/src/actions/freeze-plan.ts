import { accepted, canonicalJson, type Answer } from '#kernel';
import { allow, answered, answerUnion, sha256Hex, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { freeze, frozenContent } from '../domain/plan.js';
import { notFound } from '../domain/refusals.js';
import { handOf } from '../store/hand.store.js';
import { keepPlan, lockPlanCase } from '../store/plan.store.js';
import { holdRates } from '../store/rate.store.js';
import { budgetParties } from '../views/budget.reader.js';
import { planOf } from '../views/plan.reader.js';
import { ActionPlanType } from '../views/plan.types.js';
import { programmeOf } from '../views/programme.reader.js';

@InputType()
export class FreezePlanInput {
  @Field(() => ID) planId: string;
}

export const FreezePlanAnswer = answerUnion('FreezePlanAnswer', () => ActionPlanType);
allow('Mutation.freezePlan', ['COORDINATOR']);

/** Settles what the committee will vote on: the whole content, under its hash. */
@Resolver()
export class FreezePlan {
  constructor(private readonly work: Work) {}

  @Mutation(() => FreezePlanAnswer)
  async freezePlan(@Args('input') input: FreezePlanInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => planOf(await request.read(), id));
  }

  run(ctx: Ctx, { planId }: FreezePlanInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const held = await lockPlanCase(tx, planId);
      if (!held) return notFound();
      const { partnershipId } = held.plan;
      const programme = await programmeOf(tx, partnershipId);
      if (!programme) return notFound();
      const { world, parties } = programme;
      const content = frozenContent(held, world, { parties: budgetParties(parties), rates: await holdRates(tx, partnershipId) });
      const contentHash = sha256Hex(canonicalJson(content));
      const decided = freeze(held, { hand: handOf(ctx, partnershipId), content, contentHash, at: tx.now() }, world);
      if (decided.refused) return decided;
      await keepPlan(tx, decided.value.state);
      tx.tell(...decided.value.facts);
      return accepted(planId);
    });
  }
}
