import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { notFound } from '../domain/refusals.js';
import { submit } from '../domain/sheet-life.js';
import { handOf } from '../store/hand.store.js';
import { freezeVersion, keepSheet, keepValidation, lockSheetCase } from '../store/sheet.store.js';
import { worldOf } from '../views/programme.reader.js';
import { sheetOf } from '../views/sheet.reader.js';
import { ProjectSheetType } from '../views/sheet.types.js';

@InputType()
export class SubmitSheetInput {
  @Field(() => ID) sheetId: string;
  @Field(() => Int, { nullable: true, description: 'La version lue : si elle a changé, rien n’est soumis.' }) version?: number | null;
}

export const SubmitSheetAnswer = answerUnion('SubmitSheetAnswer', () => ProjectSheetType);
allow('Mutation.submitSheet', ['TECHNICIAN', 'COORDINATOR']);

/** Submits a complete sheet to the other side: its words are frozen as a version, and the author's party validates by submitting. */
@Resolver()
export class SubmitSheet {
  constructor(private readonly work: Work) {}

  @Mutation(() => SubmitSheetAnswer)
  async submitSheet(@Args('input') input: SubmitSheetInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => sheetOf(await request.read(), id));
  }

  run(ctx: Ctx, { sheetId, version = null }: SubmitSheetInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const held = await lockSheetCase(tx, sheetId);
      if (!held) return notFound();
      const hand = handOf(ctx, held.sheet.partnershipId);
      const decided = submit(held, { hand, version, at: tx.now() }, await worldOf(tx, held.sheet.partnershipId));
      if (decided.refused) return decided;
      const { state, facts, validatedFor } = decided.value;
      await keepSheet(tx, state);
      await freezeVersion(tx, state);
      if (validatedFor) await keepValidation(tx, state, validatedFor);
      tx.tell(...facts);
      return accepted(state.id);
    });
  }
}
