import { isStepUpFresh } from '#identity';
import { MachineClock, Zones } from '#kernel';
import { allow, type GraphqlRequest, type ReadTx } from '#platform';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { partnershipView } from './parties.reader.js';
import { PartnershipType, ViewerType, type ViewerSeatType } from './parties.types.js';

allow('Query.viewer', 'ANYONE');
allow('Query.partnership', 'SIGNED_IN');

@Resolver()
export class ViewerView {
  constructor(
    private readonly zones: Zones,
    private readonly machine: MachineClock,
  ) {}

  @Query(() => ViewerType, { nullable: true, description: 'La personne connectée ; nul sinon.' })
  async viewer(@Context() request: GraphqlRequest): Promise<ViewerType | null> {
    const { actor, language } = request.ctx;
    if (!actor) return null;
    const tx = await request.read();
    const [person] = await tx.query<{ id: string; display_name: string }>('select id, display_name from person where id = $1', [actor.personId]);
    if (!person) return null;
    const seats = await this.seatsOf(tx);
    return { person: { id: person.id, displayName: person.display_name }, language, seats, isAdmin: actor.isAdmin, stepUpFresh: isStepUpFresh(actor.stepUpAt, this.machine.now()) };
  }

  @Query(() => PartnershipType, { nullable: true })
  async partnership(@Args('id', { type: () => ID }) id: string, @Context() request: GraphqlRequest): Promise<PartnershipType | null> {
    return partnershipView(await request.read(), id, this.zones);
  }

  private async seatsOf(tx: ReadTx): Promise<ViewerSeatType[]> {
    const actor = tx.ctx.actor;
    const seats: ViewerSeatType[] = [];
    for (const id of actor?.partnershipIds ?? []) {
      const partnership = await partnershipView(tx, id, this.zones);
      const held = actor?.seats.filter((seat) => seat.partnershipId === id).map((seat) => seat.seatId) ?? [];
      for (const seat of partnership?.seats ?? []) if (partnership && held.includes(seat.id)) seats.push({ seat, partnership });
    }
    return seats;
  }
}
