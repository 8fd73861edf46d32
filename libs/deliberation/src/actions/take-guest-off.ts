import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { takeGuestOff } from '../domain/guest.js';
import { notFound } from '../domain/refusals.js';
import { holdsSitting } from '../domain/stewards.js';
import { keepGuest, lockGuest } from '../store/guest.store.js';
import { meetingOf, touchMeeting } from '../store/meeting.store.js';
import { committeeAt } from '../views/committee.reader.js';
import { MeetingReader } from '../views/meeting.reader.js';
import { MeetingType } from '../views/meeting.types.js';

@InputType()
export class TakeGuestOffInput {
  @Field(() => ID) guestId: string;
}

export const TakeGuestOffAnswer = answerUnion('TakeGuestOffAnswer', () => MeetingType);
allow('Mutation.takeGuestOff', ['CO_PRESIDENT', 'COORDINATOR', 'SESSION_SECRETARY']);

/** Takes a guest off the attendance sheet, while it is open. */
@Resolver()
export class TakeGuestOff {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => TakeGuestOffAnswer)
  async takeGuestOff(@Args('input') input: TakeGuestOffInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: TakeGuestOffInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.takeOff(tx, input.guestId));
  }

  private async takeOff(tx: Tx, guestId: string): Promise<Answer<string>> {
    const locked = await lockGuest(tx, guestId);
    if (!locked) return notFound();
    const { row, guest } = locked;
    const { seats, at } = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    const steward = holdsSitting(seats, tx.ctx.actor?.personId ?? null, at);
    if (steward.refused) return steward;
    const decided = takeGuestOff(meetingOf(row, this.zones), { guest, at });
    if (decided.refused) return decided;
    await keepGuest(tx, row, decided.value.state);
    await touchMeeting(tx, row);
    tx.tell(...decided.value.facts);
    return accepted(row.id);
  }
}
