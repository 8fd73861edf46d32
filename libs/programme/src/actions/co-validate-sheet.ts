import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { notFound } from '../domain/refusals.js';
import { coValidate } from '../domain/sheet-life.js';
import { handOf } from '../store/hand.store.js';
import { keepSheet, keepValidation, lockSheetCase } from '../store/sheet.store.js';
import { worldOf } from '../views/programme.reader.js';
import { sheetOf } from '../views/sheet.reader.js';
import { ProjectSheetType } from '../views/sheet.types.js';

@InputType()
export class CoValidateSheetInput {
  @Field(() => ID) sheetId: string;
  @Field(() => Int, { description: 'La version lue : on ne valide que ce qu’on a lu.' }) version: number;
}

export const CoValidateSheetAnswer = answerUnion('CoValidateSheetAnswer', () => ProjectSheetType);
allow('Mutation.coValidateSheet', ['TECHNICIAN', 'COORDINATOR']);

/** Another party validates the submitted version, once (Art. 4-1, « de façon concertée et conjointe »). */
@Resolver()
export class CoValidateSheet {
  constructor(private readonly work: Work) {}

  @Mutation(() => CoValidateSheetAnswer)
  async coValidateSheet(@Args('input') input: CoValidateSheetInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => sheetOf(await request.read(), id));
  }

  run(ctx: Ctx, { sheetId, version }: CoValidateSheetInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const held = await lockSheetCase(tx, sheetId);
      if (!held) return notFound();
      const hand = handOf(ctx, held.sheet.partnershipId);
      const decided = coValidate(held, { hand, version }, await worldOf(tx, held.sheet.partnershipId));
      if (decided.refused) return decided;
      const { state, facts, validatedFor } = decided.value;
      await keepSheet(tx, state);
      if (validatedFor) await keepValidation(tx, state, validatedFor);
      tx.tell(...facts);
      return accepted(state.id);
    });
  }
}
