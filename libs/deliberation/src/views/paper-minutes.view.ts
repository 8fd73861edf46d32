import { Zones } from '#kernel';
import { allow, type GraphqlRequest } from '#platform';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { paperById, papersOf } from '../store/paper-minutes.store.js';
import { isUuid } from '../store/uuid.js';
import { paperViews } from './paper-minutes.reader.js';
import { PaperMinutesType } from './paper-minutes.types.js';

allow('Query.paperMinutes', 'SIGNED_IN');
allow('Query.paperMinutesList', 'SIGNED_IN');

@Resolver(() => PaperMinutesType)
export class PaperMinutesView {
  constructor(private readonly zones: Zones) {}

  @Query(() => PaperMinutesType, { nullable: true })
  async paperMinutes(@Args('id', { type: () => ID }) id: string, @Context() request: GraphqlRequest): Promise<PaperMinutesType | null> {
    const tx = await request.read();
    const row = await paperById(tx, id);
    const [view] = row ? await paperViews(tx, [row], this.zones) : [];
    return view ?? null;
  }

  @Query(() => [PaperMinutesType], { description: 'Les PV repris du papier, la réunion la plus récente d’abord.' })
  async paperMinutesList(@Args('partnershipId', { type: () => ID }) partnershipId: string, @Context() request: GraphqlRequest): Promise<PaperMinutesType[]> {
    const tx = await request.read();
    return isUuid(partnershipId) ? paperViews(tx, await papersOf(tx, partnershipId), this.zones) : [];
  }
}
