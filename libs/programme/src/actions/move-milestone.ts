import { whyLacking } from '#agreement';
import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { moveMilestone, type MovableMilestone } from '../domain/back-plan.js';
import { notFound } from '../domain/refusals.js';
import { handOf } from '../store/hand.store.js';
import { keepMove, lockMilestones } from '../store/milestone.store.js';
import { boardOf } from '../views/board.reader.js';
import { MovableMilestoneEnum } from '../views/back-plan.types.js';
import { PlanBoardType } from '../views/plan.types.js';

@InputType()
export class MoveMilestoneInput {
  @Field(() => ID) partnershipId: string;
  @Field(() => MovableMilestoneEnum) milestone: MovableMilestone;
  @Field(() => Int, { nullable: true, description: 'Jours avant le jour que nomme la règle ; nul : notre valeur par défaut.' }) daysBefore?: number | null;
}

export const MoveMilestoneAnswer = answerUnion('MoveMilestoneAnswer', () => PlanBoardType);
allow('Mutation.moveMilestone', ['COORDINATOR'], { partnershipOf: ({ input }) => (input as MoveMilestoneInput | undefined)?.partnershipId });

/** Moves a step of the preparation, for the plans of every year; answers the board in preparation. */
@Resolver()
export class MoveMilestone {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
  ) {}

  @Mutation(() => MoveMilestoneAnswer)
  async moveMilestone(@Args('input') input: MoveMilestoneInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (partnershipId) => boardOf(await request.read(), { partnershipId, year: null }, this.zones));
  }

  run(ctx: Ctx, { partnershipId, milestone, daysBefore = null }: MoveMilestoneInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const hand = handOf(ctx, partnershipId);
      const days = hand.seats.length > 0 ? await lockMilestones(tx, partnershipId) : null;
      if (!days) return notFound();
      const lacking = await whyLacking(tx, partnershipId, 'PLAN_DEADLINE');
      if (lacking) return lacking;
      const decided = moveMilestone(days, { partnershipId, hand, milestone, daysBefore });
      if (decided.refused) return decided;
      await keepMove(tx, partnershipId, decided.value.state);
      tx.tell(...decided.value.facts);
      return accepted(partnershipId);
    });
  }
}
