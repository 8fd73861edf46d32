import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { addSheet } from '../domain/plan.js';
import { notFound } from '../domain/refusals.js';
import { handOf } from '../store/hand.store.js';
import { clearValidations, keepAction, keepPlan, lockPlanCase, nextPlace } from '../store/plan.store.js';
import { lockSheet } from '../store/sheet.store.js';
import { planOf } from '../views/plan.reader.js';
import { ActionPlanType } from '../views/plan.types.js';
import { worldOf } from '../views/programme.reader.js';

@InputType()
export class AddToPlanInput {
  @Field(() => ID) planId: string;
  @Field(() => ID) sheetId: string;
}

export const AddToPlanAnswer = answerUnion('AddToPlanAnswer', () => ActionPlanType);
allow('Mutation.addToPlan', ['COORDINATOR']);

/** Retains a co-validated sheet in the plan; validations given before are given again. */
@Resolver()
export class AddToPlan {
  constructor(private readonly work: Work) {}

  @Mutation(() => AddToPlanAnswer)
  async addToPlan(@Args('input') input: AddToPlanInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => planOf(await request.read(), id));
  }

  run(ctx: Ctx, { planId, sheetId }: AddToPlanInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const held = await lockPlanCase(tx, planId);
      // Plan before sheet, always: a sheet being returned or withdrawn waits here, or is seen so.
      const sheet = held && (await lockSheet(tx, sheetId));
      if (!sheet || sheet.partnershipId !== held.plan.partnershipId) return notFound();
      const hand = handOf(ctx, sheet.partnershipId);
      const decided = addSheet(held, { hand, sheet }, await worldOf(tx, sheet.partnershipId));
      if (decided.refused) return decided;
      const { state, facts } = decided.value;
      await clearValidations(tx, state);
      await keepPlan(tx, state);
      await keepAction(tx, state, { sheetId: sheet.id, place: await nextPlace(tx, state) });
      tx.tell(...facts);
      return accepted(state.id);
    });
  }
}
