import { Zones } from '#kernel';
import { allow, mayView, type GraphqlRequest } from '#platform';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { mayAddSheet, mayFreeze, mayReopen, mayValidate } from '../domain/plan.js';
import { handOf } from '../store/hand.store.js';
import { isUuid } from '../store/uuid.js';
import { boardOf } from './board.reader.js';
import { planOf, plansOf, planViews } from './plan.reader.js';
import { ActionPlanType, PlanBoardType, PlanMayType } from './plan.types.js';

allow('Query.actionPlan', 'SIGNED_IN');
allow('Query.actionPlans', 'SIGNED_IN');
allow('Query.planBoard', 'SIGNED_IN');

@Resolver(() => ActionPlanType)
export class PlanView {
  constructor(private readonly zones: Zones) {}

  @Query(() => ActionPlanType, { nullable: true })
  async actionPlan(@Args('id', { type: () => ID }) id: string, @Context() request: GraphqlRequest): Promise<ActionPlanType | null> {
    return planOf(await request.read(), id);
  }

  @Query(() => [ActionPlanType])
  async actionPlans(@Args('partnershipId', { type: () => ID }) partnershipId: string, @Context() request: GraphqlRequest): Promise<ActionPlanType[]> {
    const tx = await request.read();
    return isUuid(partnershipId) ? planViews(tx, await plansOf(tx, partnershipId)) : [];
  }

  @Query(() => PlanBoardType, { nullable: true })
  async planBoard(
    @Args('partnershipId', { type: () => ID }) partnershipId: string,
    @Args('year', { type: () => Int, nullable: true, description: 'Sans année : celle dont le plan se prépare.' }) year: number | null | undefined,
    @Context() request: GraphqlRequest,
  ): Promise<PlanBoardType | null> {
    return boardOf(await request.read(), { partnershipId, year: year ?? null }, this.zones);
  }

  @ResolveField(() => PlanMayType)
  viewerMay(@Parent() { held, world, onOpenBallot }: ActionPlanType, @Context() request: GraphqlRequest): PlanMayType {
    const hand = handOf(request.ctx, held.plan.partnershipId);
    return {
      addSheet: mayView(mayAddSheet(held, hand)),
      validate: mayView(mayValidate(held, hand, world)),
      freeze: mayView(mayFreeze(held, hand, world)),
      reopen: mayView(mayReopen(held, hand, onOpenBallot)),
    };
  }
}
