import { accepted, refused, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import type { Sheet } from '../domain/sheet.js';
import { sources } from '../domain/sources.js';
import { proposeTakeUp } from '../domain/take-up.js';
import { freezeVersion, keepSheet } from '../store/sheet.store.js';
import { addTakeUp, takenDecisions } from '../store/take-up.store.js';
import { TakeUpProposalType } from '../views/joining.types.js';
import { takeUpGround } from '../views/take-up.ground.js';
import { takeUpOf } from '../views/take-up.reader.js';

@InputType()
export class TakeUpPlanInput {
  @Field(() => ID) partnershipId: string;
  @Field(() => Int) year: number;
  @Field(() => ID, { description: 'La décision d’un PV repris et confirmé, qui a adopté ce plan.' }) decisionId: string;
  @Field(() => [ID], { description: 'Les fiches du plan, dans leur ordre.' }) sheetIds: string[];
}

export const TakeUpPlanAnswer = answerUnion('TakeUpPlanAnswer', () => TakeUpProposalType);
allow('Mutation.takeUpPlan', ['COORDINATOR'], { partnershipOf: ({ input }) => (input as TakeUpPlanInput | undefined)?.partnershipId });

/** A plan under way that a paper adopted before Passerelle is proposed with its fiches: everybody may read them, another party confirms (`ConfirmTakenUpPlan`). */
@Resolver()
export class TakeUpPlan {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
  ) {}

  @Mutation(() => TakeUpPlanAnswer)
  async takeUpPlan(@Args('input') input: TakeUpPlanInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => takeUpOf(await request.read(), id, this.zones));
  }

  /** Answers the proposal's id. */
  run(ctx: Ctx, input: TakeUpPlanInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const ground = await takeUpGround(tx, input);
      if (ground.refused) return ground;
      const { hand, last, sheets, programme, decision, year } = ground.value;
      const { partnershipId } = input;
      const proposed = { partnershipId, id: tx.newId(), year, decisionId: decision.decisionId };
      const decided = proposeTakeUp({ hand, last, sheets, proposed }, programme.world);
      if (decided.refused) return decided;
      if (!(await addTakeUp(tx, decided.value.state))) {
        const taken = (await takenDecisions(tx, partnershipId)).has(decision.decisionId);
        return taken ? refused('TAKE_UP_DECISION_TAKEN', { number: decision.number }, sources.takeUp) : refused('TAKE_UP_WAITS', { year: String(year) }, sources.takeUp);
      }
      await this.share(tx, sheets);
      tx.tell(...decided.value.facts);
      return accepted(proposed.id);
    });
  }

  /** Each fiche is everybody's to read from here, in the words it has now: nobody confirms what she cannot read. */
  private async share(tx: Tx, sheets: readonly Sheet[]): Promise<void> {
    for (const sheet of sheets) {
      if (sheet.state === 'DRAFT' || sheet.state === 'RETURNED') await freezeVersion(tx, sheet);
      if (!sheet.submittedAt) await keepSheet(tx, { ...sheet, submittedAt: tx.now() });
    }
  }
}
