import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { notFound } from '../domain/refusals.js';
import { returnToAuthor } from '../domain/sheet-life.js';
import { handOf } from '../store/hand.store.js';
import { keepSheet, lockSheetCase } from '../store/sheet.store.js';
import { sheetOf } from '../views/sheet.reader.js';
import { ProjectSheetType } from '../views/sheet.types.js';

@InputType()
export class ReturnSheetInput {
  @Field(() => ID) sheetId: string;
  @Field(() => String) reason: string;
}

export const ReturnSheetAnswer = answerUnion('ReturnSheetAnswer', () => ProjectSheetType);
allow('Mutation.returnSheet', ['TECHNICIAN', 'COORDINATOR']);

/** Sends a submitted sheet back to writing, with the reason. */
@Resolver()
export class ReturnSheet {
  constructor(private readonly work: Work) {}

  @Mutation(() => ReturnSheetAnswer)
  async returnSheet(@Args('input') input: ReturnSheetInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => sheetOf(await request.read(), id));
  }

  run(ctx: Ctx, { sheetId, reason }: ReturnSheetInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const held = await lockSheetCase(tx, sheetId);
      if (!held) return notFound();
      const decided = returnToAuthor(held, { hand: handOf(ctx, held.sheet.partnershipId), reason });
      if (decided.refused) return decided;
      await keepSheet(tx, decided.value.state);
      tx.tell(...decided.value.facts);
      return accepted(sheetId);
    });
  }
}
