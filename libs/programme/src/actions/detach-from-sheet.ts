import { accepted, type Answer } from '#kernel';
import { attachmentAt, mayTakeBack, removeAttachment } from '#parties';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { notFound } from '../domain/refusals.js';
import { documentTakenBack, mayJoinDocument } from '../domain/sheet-documents.js';
import { handOf } from '../store/hand.store.js';
import { lockSheet } from '../store/sheet.store.js';
import { worldOf } from '../views/programme.reader.js';
import { sheetOf } from '../views/sheet.reader.js';
import { ProjectSheetType } from '../views/sheet.types.js';

@InputType()
export class DetachFromSheetInput {
  @Field(() => ID) attachmentId: string;
}

export const DetachFromSheetAnswer = answerUnion('DetachFromSheetAnswer', () => ProjectSheetType);
allow('Mutation.detachFromSheet', ['TECHNICIAN', 'COORDINATOR']);

/** Whoever joined a document to a fiche takes it back, until the fiche is shared. */
@Resolver()
export class DetachFromSheet {
  constructor(private readonly work: Work) {}

  @Mutation(() => DetachFromSheetAnswer)
  async detachFromSheet(@Args('input') input: DetachFromSheetInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => sheetOf(await request.read(), id));
  }

  /** Answers the fiche's id. */
  run(ctx: Ctx, { attachmentId }: DetachFromSheetInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const found = await attachmentAt(tx, attachmentId);
      const sheet = found?.subject.kind === 'projectSheet' ? await lockSheet(tx, found.subject.id) : null;
      // Asked again under the sheet's lock: of two who remove it, one finds nothing.
      const attachment = sheet && (await attachmentAt(tx, attachmentId));
      if (!sheet || !attachment) return notFound();
      const edits = mayJoinDocument(sheet, handOf(ctx, sheet.partnershipId), await worldOf(tx, sheet.partnershipId));
      if (edits.refused) return edits;
      const may = mayTakeBack(attachment, { personId: ctx.actor?.personId ?? null, sharedAt: sheet.submittedAt });
      if (may.refused) return may;
      await removeAttachment(tx, attachment);
      tx.tell(documentTakenBack(sheet, attachment));
      return accepted(sheet.id);
    });
  }
}
