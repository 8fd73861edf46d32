import { agreementIdOf, whyLacking } from '#agreement';
import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { readYear } from '../domain/draft.js';
import { openNext } from '../domain/open-plan.js';
import { noAgreement, notFound, planAlreadyOpen } from '../domain/refusals.js';
import { handOf } from '../store/hand.store.js';
import { carryActions, insertPlan, lastPlanOf } from '../store/plan.store.js';
import { isUuid } from '../store/uuid.js';
import { planOf } from '../views/plan.reader.js';
import { ActionPlanType } from '../views/plan.types.js';

@InputType()
export class OpenPlanInput {
  @Field(() => ID) partnershipId: string;
  @Field(() => Int) year: number;
}

export const OpenPlanAnswer = answerUnion('OpenPlanAnswer', () => ActionPlanType);
allow('Mutation.openPlan', ['COORDINATOR'], { partnershipOf: ({ input }) => (input as OpenPlanInput | undefined)?.partnershipId });

/** Opens the plan of a year, or the next version of an adopted one, which starts with its actions. */
@Resolver()
export class OpenPlan {
  constructor(private readonly work: Work) {}

  @Mutation(() => OpenPlanAnswer)
  async openPlan(@Args('input') input: OpenPlanInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => planOf(await request.read(), id));
  }

  run(ctx: Ctx, input: OpenPlanInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const { partnershipId } = input;
      const hand = handOf(ctx, partnershipId);
      if (!isUuid(partnershipId) || hand.seats.length === 0) return notFound();
      const agreementId = await agreementIdOf(tx, partnershipId);
      if (!agreementId) return noAgreement();
      const lacking = await whyLacking(tx, partnershipId, 'PLAN');
      if (lacking) return lacking;
      const year = readYear(input.year, tx.now().getUTCFullYear());
      if (year.refused) return year;
      const last = await lastPlanOf(tx, partnershipId, { agreementId, year: year.value });
      const decided = openNext({ id: tx.newId(), partnershipId, agreementId, year: year.value, hand }, last);
      if (decided.refused) return decided;
      const { state, facts } = decided.value;
      // Two coordinators at once: the unique key lets one in, the other meets the plan just opened.
      if (!(await insertPlan(tx, state))) return planAlreadyOpen(state.year);
      if (last) await carryActions(tx, last, state);
      tx.tell(...facts);
      return accepted(state.id);
    });
  }
}
