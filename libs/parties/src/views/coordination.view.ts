import { Zones } from '#kernel';
import { allow, type GraphqlRequest } from '#platform';
import { Context, Query, Resolver } from '@nestjs/graphql';
import { isVacant, outOfReach } from '../domain/coordination.js';
import { desksOfInstance, type Desk } from '../store/coordination.store.js';
import { VacantDeskType } from './coordination.types.js';

allow('Query.vacantDesks', ['INSTANCE_ADMIN']);

/** Which sides nobody answers for: all that an admin learns of partnerships, so that she may invite somebody there. */
@Resolver()
export class CoordinationView {
  constructor(private readonly zones: Zones) {}

  @Query(() => [VacantDeskType], { description: 'Les parties sans coordination en fonction et joignable.' })
  async vacantDesks(@Context() request: GraphqlRequest): Promise<VacantDeskType[]> {
    const tx = await request.read();
    const desks = await desksOfInstance(tx, request.ctx.actor?.personId ?? '', this.zones);
    return desks.filter(({ held, today }) => isVacant(held, today)).map((desk) => this.shown(desk, tx.now(), tx.ctx.language));
  }

  private shown({ partnershipId, partnership, partyId, party, zone, locale, held, today, invited }: Desk, now: Date, reading: string): VacantDeskType {
    return {
      partnershipId, partnership, partyId, party,
      language: locale.startsWith('ar') ? 'ar' : 'fr',
      unreached: outOfReach(held, today).map(({ personId: id, displayName, office, officeAr }) => ({ id, displayName, office: reading === 'ar' ? officeAr : office })),
      invited: invited?.displayName ?? null,
      invitedState: invited && (invited.state === 'INVITED' && now >= invited.expiresAt ? 'EXPIRED' : invited.state),
      invitedUntil: invited && this.zones.civilAt(new Date(invited.expiresAt.getTime() - 1), zone).date,
    };
  }
}
