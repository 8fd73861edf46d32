import { PartnershipType } from '#parties';
import type { GraphqlRequest } from '#platform';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Capability } from '../domain/capabilities.js';
import { capabilitiesAt } from '../store/bond.store.js';
import { agreementIdOf } from '../store/rule.store.js';
import { agreementView } from './agreement.reader.js';
import { AgreementType, CapabilityEnum } from './agreement.types.js';

/** The upper room adds its fields to the lower room's type: `partnership { agreement { … } capabilities }`. */
@Resolver(() => PartnershipType)
export class PartnershipAgreementView {
  @ResolveField('agreement', () => AgreementType, { nullable: true })
  async agreement(@Parent() partnership: PartnershipType, @Context() request: GraphqlRequest): Promise<AgreementType | null> {
    return agreementView(await request.read(), partnership.id, partnership.parties);
  }

  /** Whether an agreement is begun: without one, what hangs on it cannot be told yet. */
  @ResolveField('hasAgreement', () => Boolean)
  async hasAgreement(@Parent() partnership: PartnershipType, @Context() request: GraphqlRequest): Promise<boolean> {
    return (await agreementIdOf(await request.read(), partnership.id)) !== null;
  }

  /** What this partnership has, hence which places its pages show. */
  @ResolveField('capabilities', () => [CapabilityEnum])
  async capabilities(@Parent() partnership: PartnershipType, @Context() request: GraphqlRequest): Promise<readonly Capability[]> {
    return capabilitiesAt(await request.read(), partnership.id);
  }
}
