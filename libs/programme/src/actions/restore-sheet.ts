import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { notFound, versionUnknown } from '../domain/refusals.js';
import { restore } from '../domain/versions.js';
import { handOf } from '../store/hand.store.js';
import { keepRevision, wordsOf } from '../store/revision.store.js';
import { keepSheet, lockSheet } from '../store/sheet.store.js';
import { worldOf } from '../views/programme.reader.js';
import { sheetOf } from '../views/sheet.reader.js';
import { ProjectSheetType } from '../views/sheet.types.js';

@InputType()
export class RestoreSheetInput {
  @Field(() => ID) sheetId: string;
  @Field(() => ID, { description: 'La version à reprendre : son numéro, ou l’identifiant de mots mis de côté (eux seuls sont alors repris).' }) reference: string;
  @Field(() => Int, { description: 'La version lue : une autre entre-temps est refusée.' }) expectedVersion: number;
}

export const RestoreSheetAnswer = answerUnion('RestoreSheetAnswer', () => ProjectSheetType);
allow('Mutation.restoreSheet', ['TECHNICIAN', 'COORDINATOR']);

/** Takes an old version up again, as a new one: nothing is overwritten, and the version it replaces can be taken up in turn. */
@Resolver()
export class RestoreSheet {
  constructor(private readonly work: Work) {}

  @Mutation(() => RestoreSheetAnswer)
  async restoreSheet(@Args('input') input: RestoreSheetInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => sheetOf(await request.read(), id));
  }

  run(ctx: Ctx, { sheetId, reference, expectedVersion }: RestoreSheetInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const sheet = await lockSheet(tx, sheetId);
      if (!sheet) return notFound();
      const words = await wordsOf(tx, sheet, reference);
      if (!words) return versionUnknown();
      const restored = restore(sheet, { hand: handOf(ctx, sheet.partnershipId), expectedVersion, words: words.taken }, await worldOf(tx, sheet.partnershipId));
      if (restored.refused) return restored;
      await keepSheet(tx, restored.value);
      await keepRevision(tx, { before: sheet, after: restored.value }, { kind: 'RESTORED', baseVersion: words.baseVersion });
      return accepted(sheet.id);
    });
  }
}
