import { attachmentsOf, attachmentView, AttachmentType, type AttachmentLine } from '#parties';
import { say } from '#phrases';
import { allow, mayView, perRequest, type GraphqlRequest } from '#platform';
import DataLoader from 'dataloader';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { missingInSheet, sourceOfItem } from '../domain/completeness.js';
import { mayEdit } from '../domain/edit.js';
import { mayJoinDocument } from '../domain/sheet-documents.js';
import { mayCoValidate, mayReturn, maySubmit, mayWithdraw } from '../domain/sheet-life.js';
import { handOf } from '../store/hand.store.js';
import { isUuid } from '../store/uuid.js';
import { programmeOf } from './programme.reader.js';
import { sheetOf, sheetsOfYear, sheetView } from './sheet.reader.js';
import { MissingItemType, ProjectSheetType, SheetMayType } from './sheet.types.js';

allow('Query.projectSheet', 'SIGNED_IN');
allow('Query.projectSheets', 'SIGNED_IN');

/** Documents of many sheets in one statement. */
const documentsOfSheets = perRequest(
  (request) =>
    new DataLoader<string, readonly AttachmentLine[]>(async (ids) => {
      const lines = await attachmentsOf(await request.read(), 'projectSheet', ids);
      return ids.map((id) => lines.filter(({ subjectId }) => subjectId === id));
    }),
);

@Resolver(() => ProjectSheetType)
export class SheetView {
  @Query(() => ProjectSheetType, { nullable: true })
  async projectSheet(@Args('id', { type: () => ID }) id: string, @Context() request: GraphqlRequest): Promise<ProjectSheetType | null> {
    return sheetOf(await request.read(), id);
  }

  @Query(() => [ProjectSheetType])
  async projectSheets(
    @Args('partnershipId', { type: () => ID }) partnershipId: string,
    @Args('year', { type: () => Int }) year: number,
    @Context() request: GraphqlRequest,
  ): Promise<ProjectSheetType[]> {
    const tx = await request.read();
    const programme = isUuid(partnershipId) ? await programmeOf(tx, partnershipId) : null;
    return programme ? (await sheetsOfYear(tx, partnershipId, year)).map((line) => sheetView(line, programme)) : [];
  }

  @ResolveField(() => [MissingItemType], { description: 'Ce qui manque encore avant de soumettre.' })
  missing(@Parent() { held, world }: ProjectSheetType, @Context() request: GraphqlRequest): MissingItemType[] {
    return missingInSheet(held.sheet, world.axes).map((field) => ({
      field,
      sentence: say(request.ctx.language, `programme.missing.${field}`),
      source: { ...sourceOfItem(world.sources)[field] },
    }));
  }

  @ResolveField(() => [AttachmentType], { description: 'Les documents joints.' })
  async attachments(@Parent() { held, parties }: ProjectSheetType, @Context() request: GraphqlRequest): Promise<AttachmentType[]> {
    const [tx, lines] = [await request.read(), await documentsOfSheets(request).load(held.sheet.id)];
    return lines.map((line) => attachmentView(tx, line, { parties, sharedAt: held.sheet.submittedAt }));
  }

  @ResolveField(() => SheetMayType)
  viewerMay(@Parent() { held, world }: ProjectSheetType, @Context() request: GraphqlRequest): SheetMayType {
    const hand = handOf(request.ctx, held.sheet.partnershipId);
    return {
      edit: mayView(mayEdit(held.sheet, hand, world)),
      attachDocument: mayView(mayJoinDocument(held.sheet, hand, world)),
      submit: mayView(maySubmit(held, hand, world)),
      coValidate: mayView(mayCoValidate(held, hand, world)),
      return: mayView(mayReturn(held, hand)),
      withdraw: mayView(mayWithdraw(held, hand, world)),
    };
  }
}
