import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { notFound } from '../domain/refusals.js';
import { withdraw } from '../domain/sheet-life.js';
import { handOf } from '../store/hand.store.js';
import { keepSheet, lockSheetCase } from '../store/sheet.store.js';
import { worldOf } from '../views/programme.reader.js';
import { sheetOf } from '../views/sheet.reader.js';
import { ProjectSheetType } from '../views/sheet.types.js';

@InputType()
export class WithdrawSheetInput {
  @Field(() => ID) sheetId: string;
}

export const WithdrawSheetAnswer = answerUnion('WithdrawSheetAnswer', () => ProjectSheetType);
allow('Mutation.withdrawSheet', ['TECHNICIAN', 'COORDINATOR']);

/** The author's party gives a sheet up, before it is in a plan. */
@Resolver()
export class WithdrawSheet {
  constructor(private readonly work: Work) {}

  @Mutation(() => WithdrawSheetAnswer)
  async withdrawSheet(@Args('input') input: WithdrawSheetInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => sheetOf(await request.read(), id));
  }

  run(ctx: Ctx, { sheetId }: WithdrawSheetInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const held = await lockSheetCase(tx, sheetId);
      if (!held) return notFound();
      const decided = withdraw(held, handOf(ctx, held.sheet.partnershipId), await worldOf(tx, held.sheet.partnershipId));
      if (decided.refused) return decided;
      await keepSheet(tx, decided.value.state);
      tx.tell(...decided.value.facts);
      return accepted(sheetId);
    });
  }
}
