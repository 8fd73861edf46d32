import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { mayComment } from '../domain/comment.js';
import { commentAnswersAnswer, notFound } from '../domain/refusals.js';
import { commentById, settleComment } from '../store/comment.store.js';
import { handOf } from '../store/hand.store.js';
import { lockSheet } from '../store/sheet.store.js';
import { sheetOf } from '../views/sheet.reader.js';
import { ProjectSheetType } from '../views/sheet.types.js';

@InputType()
export class SettleSheetCommentInput {
  @Field(() => ID) commentId: string;
  @Field(() => Boolean, { description: 'Faux : la remarque est rouverte.' }) settled: boolean;
}

export const SettleSheetCommentAnswer = answerUnion('SettleSheetCommentAnswer', () => ProjectSheetType);
allow('Mutation.settleSheetComment', ['TECHNICIAN', 'COORDINATOR']);

/** Says that a remark is dealt with, or opens it again. Its words stay. */
@Resolver()
export class SettleSheetComment {
  constructor(private readonly work: Work) {}

  @Mutation(() => SettleSheetCommentAnswer)
  async settleSheetComment(@Args('input') input: SettleSheetCommentInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => sheetOf(await request.read(), id));
  }

  run(ctx: Ctx, { commentId, settled }: SettleSheetCommentInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const seen = await commentById(tx, commentId);
      const sheet = seen && (await lockSheet(tx, seen.sheetId));
      if (!seen || !sheet) return notFound();
      const may = mayComment(sheet, handOf(ctx, sheet.partnershipId));
      if (may.refused) return may;
      if (seen.answersId) return commentAnswersAnswer();
      await settleComment(tx, { partnershipId: sheet.partnershipId, id: seen.id, settled });
      return accepted(sheet.id);
    });
  }
}
