import { PublicPartnershipType, readPublicly } from '#deliberation';
import { perRequest, Work, type GraphqlRequest } from '#platform';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { PublicPlanReader } from './public-plan.reader.js';
import { PublicPlanType } from './public-plan.types.js';

/** Adds its executory plans to a partnership of the public record. */
@Resolver(() => PublicPartnershipType)
export class PublicPlanView {
  private readonly plansOf: (request: GraphqlRequest) => DataLoader<string, PublicPlanType[]>;

  constructor(reader: PublicPlanReader, work: Work) {
    this.plansOf = perRequest(
      (request) =>
        new DataLoader(async (ids) => {
          const plans = await readPublicly(work, request, (tx) => reader.plansOf(tx, ids));
          return ids.map((id) => plans.get(id) ?? []);
        }),
    );
  }

  @ResolveField('plans', () => [PublicPlanType], { description: 'Les plans d’action exécutoires, l’année la plus récente d’abord.' })
  plans(@Parent() { id }: PublicPartnershipType, @Context() request: GraphqlRequest): Promise<PublicPlanType[]> {
    return this.plansOf(request).load(id);
  }
}
