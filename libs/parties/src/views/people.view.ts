import { Zones, type CivilDate } from '#kernel';
import { allow, CivilDateScalar, type GraphqlRequest } from '#platform';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { customs } from '../domain/country.js';
import { invitationById, invitationsOf } from '../store/invitation.store.js';
import { CountryCustomType } from './opening.types.js';
import { invitationView, peopleView } from './people.reader.js';
import { InvitationType, PeopleType } from './people.types.js';

allow('Query.people', 'SIGNED_IN');
allow('Query.invitation', 'SIGNED_IN');
allow('Query.myInvitations', 'SIGNED_IN');
allow('Query.countryCustoms', ['INSTANCE_ADMIN']);

/** Who composes a partnership, and who is being invited. */
@Resolver()
export class PeopleView {
  constructor(private readonly zones: Zones) {}

  @Query(() => PeopleType, { nullable: true, description: 'La composition d’un partenariat un jour donné ; aujourd’hui sinon.' })
  async people(
    @Args('partnershipId', { type: () => ID }) partnershipId: string,
    @Args('on', { type: () => CivilDateScalar, nullable: true }) on: CivilDate | null,
    @Context() request: GraphqlRequest,
  ): Promise<PeopleType | null> {
    return peopleView(await request.read(), { partnershipId, on: on ?? null }, this.zones);
  }

  @Query(() => InvitationType, { nullable: true })
  async invitation(@Args('id', { type: () => ID }) id: string, @Context() request: GraphqlRequest): Promise<InvitationType | null> {
    const tx = await request.read();
    const found = await invitationById(tx, id);
    return found && invitationView(found, tx, this.zones);
  }

  @Query(() => [InvitationType], { description: 'Ce à quoi la personne connectée est invitée.' })
  async myInvitations(@Context() request: GraphqlRequest): Promise<InvitationType[]> {
    const tx = await request.read();
    const mine = await invitationsOf(tx, request.ctx.actor?.personId ?? '');
    return mine.map((one) => invitationView(one, tx, this.zones)).filter(({ state }) => state !== 'EXPIRED');
  }

  @Query(() => [CountryCustomType])
  countryCustoms(@Context() request: GraphqlRequest): CountryCustomType[] {
    const names = new Intl.DisplayNames([request.ctx.language === 'ar' ? 'ar-MA' : 'fr-FR'], { type: 'region' });
    return customs.map((one) => ({ ...one, name: names.of(one.country) ?? one.country }));
  }
}
