import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { notFound } from '../domain/refusals.js';
import { setAside } from '../domain/versions.js';
import { handOf } from '../store/hand.store.js';
import { keepAside, wordsOfVersion } from '../store/revision.store.js';
import { lockSheet } from '../store/sheet.store.js';
import { worldOf } from '../views/programme.reader.js';
import { changeOf, EditSheetInput } from '../views/sheet-change.input.js';
import { sheetOf } from '../views/sheet.reader.js';
import { ProjectSheetType } from '../views/sheet.types.js';

export const SetSheetAsideAnswer = answerUnion('SetSheetAsideAnswer', () => ProjectSheetType);
allow('Mutation.setSheetAside', ['TECHNICIAN', 'COORDINATOR']);

/**
 * A saving that was refused because another one came first: what would be lost of its words is kept beside the versions, until somebody takes
 * it up or leaves it. Sent again, it is kept once.
 */
@Resolver()
export class SetSheetAside {
  constructor(private readonly work: Work) {}

  @Mutation(() => SetSheetAsideAnswer)
  async setSheetAside(@Args('input') input: EditSheetInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => sheetOf(await request.read(), id));
  }

  run(ctx: Ctx, input: EditSheetInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const sheet = await lockSheet(tx, input.sheetId);
      if (!sheet) return notFound();
      const { expectedVersion } = input;
      const read = await wordsOfVersion(tx, sheet, expectedVersion);
      const parts = setAside(sheet, { hand: handOf(ctx, sheet.partnershipId), expectedVersion, change: changeOf(input), read }, await worldOf(tx, sheet.partnershipId));
      if (parts.refused) return parts;
      if (Object.keys(parts.value).length > 0) await keepAside(tx, sheet, { parts: parts.value, baseVersion: expectedVersion });
      return accepted(sheet.id);
    });
  }
}
