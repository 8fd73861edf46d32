import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { comment } from '../domain/comment.js';
import { told } from '../domain/facts.js';
import { notFound } from '../domain/refusals.js';
import { aboutSheet } from '../domain/sheet.js';
import { commentById, insertComment } from '../store/comment.store.js';
import { handOf } from '../store/hand.store.js';
import { lockSheet } from '../store/sheet.store.js';
import { worldOf } from '../views/programme.reader.js';
import { sheetOf } from '../views/sheet.reader.js';
import { ProjectSheetType } from '../views/sheet.types.js';
import { sittingIn } from '../views/sitting.reader.js';

@InputType()
export class CommentSheetInput {
  @Field(() => ID) sheetId: string;
  @Field(() => String, { description: 'La partie de la fiche : title, section.context, transversal.<axe>, indicator, budget…' }) field: string;
  @Field(() => String) text: string;
  @Field(() => ID, { nullable: true, description: 'La remarque à laquelle on répond.' }) answersId?: string | null;
  @Field(() => [ID], { nullable: true, description: 'Les personnes appelées : un courriel leur part aussitôt.' }) mentions?: string[] | null;
}

export const CommentSheetAnswer = answerUnion('CommentSheetAnswer', () => ProjectSheetType);
allow('Mutation.commentSheet', ['TECHNICIAN', 'COORDINATOR']);

/** A remark beside one part of a sheet, or an answer to one. Of a draft it is its party's alone: nothing is told of it unless somebody is called. */
@Resolver()
export class CommentSheet {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
  ) {}

  @Mutation(() => CommentSheetAnswer)
  async commentSheet(@Args('input') input: CommentSheetInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => sheetOf(await request.read(), id));
  }

  run(ctx: Ctx, { sheetId, field, text, answersId, mentions }: CommentSheetInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const sheet = await lockSheet(tx, sheetId);
      if (!sheet) return notFound();
      const { partnershipId } = sheet;
      const answers = answersId ? await commentById(tx, answersId) : null;
      if (answersId && answers?.sheetId !== sheet.id) return notFound();
      const { axes } = await worldOf(tx, partnershipId);
      const people = await sittingIn(tx, partnershipId, this.zones);
      const written = comment(sheet, { id: tx.newId(), hand: handOf(ctx, partnershipId), field, text, mentions: mentions ?? [], answers, axes, people });
      if (written.refused) return written;
      await insertComment(tx, partnershipId, written.value);
      const { id: commentId, partyOnly, mentions: called } = written.value;
      if (!partyOnly || called.length > 0) tx.tell(told('SheetCommented', aboutSheet(sheet), { commentId }));
      return accepted(sheet.id);
    });
  }
}
