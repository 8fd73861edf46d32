import { Zones } from '#kernel';
import { allow, mayView, type GraphqlRequest } from '#platform';
import { Args, ArgsType, Context, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { mayComment } from '../domain/comment.js';
import { mayEdit } from '../domain/edit.js';
import { handOf } from '../store/hand.store.js';
import { sheetById } from '../store/sheet.store.js';
import { programmeOf } from './programme.reader.js';
import { callableOf, commentViews } from './sheet-comments.reader.js';
import { SheetCommentsType, SheetDifferenceType, SheetVersionsType } from './sheet-history.types.js';
import { differenceOf, versionsOf } from './sheet-versions.reader.js';

allow('Query.sheetVersions', 'SIGNED_IN');
allow('Query.sheetDifference', 'SIGNED_IN');
allow('Query.sheetComments', 'SIGNED_IN');

/** Two versions, each by its number or, for words set aside, by their id. */
@ArgsType()
class TwoVersions {
  @Field(() => ID) from: string;
  @Field(() => ID) to: string;
}

/** What became of a sheet's words, and what is said beside them: to whoever may see the sheet; of a draft, to its author's party alone. */
@Resolver()
export class SheetHistoryView {
  constructor(private readonly zones: Zones) {}

  @Query(() => SheetVersionsType, { nullable: true })
  async sheetVersions(@Args('sheetId', { type: () => ID }) sheetId: string, @Context() request: GraphqlRequest): Promise<SheetVersionsType | null> {
    const tx = await request.read();
    const sheet = await sheetById(tx, sheetId);
    if (!sheet) return null;
    const { partnershipId } = sheet;
    const programme = await programmeOf(tx, partnershipId);
    const author = programme?.parties.find((party) => party.id === sheet.authorPartyId);
    if (!programme || !author) return null;
    const mayRestore = mayView(mayEdit(sheet, handOf(request.ctx, partnershipId), programme.world));
    return { versions: await versionsOf(tx, sheet, { author, zones: this.zones }), mayRestore };
  }

  @Query(() => SheetDifferenceType, { nullable: true })
  async sheetDifference(
    @Args('sheetId', { type: () => ID }) sheetId: string,
    @Args() { from, to }: TwoVersions,
    @Context() request: GraphqlRequest,
  ): Promise<SheetDifferenceType | null> {
    const tx = await request.read();
    const sheet = await sheetById(tx, sheetId);
    return sheet && differenceOf(tx, sheet, { from, to });
  }

  @Query(() => SheetCommentsType, { nullable: true })
  async sheetComments(@Args('sheetId', { type: () => ID }) sheetId: string, @Context() request: GraphqlRequest): Promise<SheetCommentsType | null> {
    const tx = await request.read();
    const sheet = await sheetById(tx, sheetId);
    if (!sheet) return null;
    const may = mayComment(sheet, handOf(request.ctx, sheet.partnershipId));
    const callable = may.refused ? [] : await callableOf(tx, sheet, { zones: this.zones, language: request.ctx.language });
    return { comments: await commentViews(tx, sheet, this.zones), callable, mayComment: mayView(may) };
  }
}
