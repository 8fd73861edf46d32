import { PartnershipType } from '#parties';
import type { GraphqlRequest } from '#platform';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { agreementView } from './agreement.reader.js';
import { AgreementType } from './agreement.types.js';

/** The upper room adds its field to the lower room's type: `partnership { agreement { … } }`. */
@Resolver(() => PartnershipType)
export class PartnershipAgreementView {
  @ResolveField('agreement', () => AgreementType, { nullable: true })
  async agreement(@Parent() partnership: PartnershipType, @Context() request: GraphqlRequest): Promise<AgreementType | null> {
    return agreementView(await request.read(), partnership.id, partnership.parties);
  }
}
