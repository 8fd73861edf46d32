import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { edit } from '../domain/edit.js';
import { notFound } from '../domain/refusals.js';
import { handOf } from '../store/hand.store.js';
import { keepRevision } from '../store/revision.store.js';
import { keepSheet, lockSheet } from '../store/sheet.store.js';
import { worldOf } from '../views/programme.reader.js';
import { changeOf, EditSheetInput } from '../views/sheet-change.input.js';
import { sheetOf } from '../views/sheet.reader.js';
import { ProjectSheetType } from '../views/sheet.types.js';

export const EditSheetAnswer = answerUnion('EditSheetAnswer', () => ProjectSheetType);
allow('Mutation.editSheet', ['TECHNICIAN', 'COORDINATOR']);

/** Saves what is typed, silently and often: no fact, one more version; two editors never overwrite each other. */
@Resolver()
export class EditSheet {
  constructor(private readonly work: Work) {}

  @Mutation(() => EditSheetAnswer)
  async editSheet(@Args('input') input: EditSheetInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => sheetOf(await request.read(), id));
  }

  run(ctx: Ctx, input: EditSheetInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const sheet = await lockSheet(tx, input.sheetId);
      if (!sheet) return notFound();
      const hand = handOf(ctx, sheet.partnershipId);
      const edited = edit(sheet, { hand, expectedVersion: input.expectedVersion, change: changeOf(input) }, await worldOf(tx, sheet.partnershipId));
      if (edited.refused) return edited;
      await keepSheet(tx, edited.value);
      await keepRevision(tx, { before: sheet, after: edited.value }, { kind: 'SAVED' });
      return accepted(sheet.id);
    });
  }
}
