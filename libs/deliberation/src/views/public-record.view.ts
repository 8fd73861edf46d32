import { allow, Work, type GraphqlRequest } from '#platform';
import { Args, Context, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { PublicRecordReader, readPublicly } from './public-record.reader.js';
import { PublicMinutesType, PublicPartnershipType } from './public-record.types.js';

allow('Query.publicRecord', 'ANYONE');
allow('Query.publicMinutes', 'ANYONE');

/** The most minutes one page of the public record holds. */
const pageLimit = 100;

@Resolver(() => PublicPartnershipType)
export class PublicRecordView {
  constructor(
    private readonly reader: PublicRecordReader,
    private readonly work: Work,
  ) {}

  @Query(() => [PublicPartnershipType], { description: 'Ce qui a été décidé et est exécutoire : public, sans connexion.' })
  publicRecord(
    @Args('first', { type: () => Int, defaultValue: pageLimit, description: 'Combien de PV, les plus récents : 100 au plus.' }) first: number,
    @Context() request: GraphqlRequest,
  ): Promise<PublicPartnershipType[]> {
    return readPublicly(this.work, request, (tx) => this.reader.partnerships(tx, Math.min(Math.max(first, 1), pageLimit)));
  }

  @Query(() => PublicMinutesType, { nullable: true, description: 'Un PV exécutoire, tel que chacun peut le lire.' })
  publicMinutes(@Args('id', { type: () => ID }) id: string, @Context() request: GraphqlRequest): Promise<PublicMinutesType | null> {
    return readPublicly(this.work, request, (tx) => this.reader.minutes(tx, id));
  }
}
