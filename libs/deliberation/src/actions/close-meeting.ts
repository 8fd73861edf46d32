import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { handsTold } from '../domain/hands.js';
import { notFound } from '../domain/refusals.js';
import { close } from '../domain/sitting.js';
import { holdsSitting } from '../domain/stewards.js';
import { ballotsByHands, handsAwaitingIn } from '../store/hands.store.js';
import { keepMeeting, lockMeeting, meetingOf, openBallotsIn } from '../store/meeting.store.js';
import { committeeAt } from '../views/committee.reader.js';
import { MeetingReader } from '../views/meeting.reader.js';
import { MeetingType } from '../views/meeting.types.js';

@InputType()
export class CloseMeetingInput {
  @Field(() => ID) meetingId: string;
}

export const CloseMeetingAnswer = answerUnion('CloseMeetingAnswer', () => MeetingType);
allow('Mutation.closeMeeting', ['CO_PRESIDENT', 'COORDINATOR', 'SESSION_SECRETARY']);

/** Closes the meeting: no vote may be open, and nothing of it changes any more. */
@Resolver()
export class CloseMeeting {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => CloseMeetingAnswer)
  async closeMeeting(@Args('input') input: CloseMeetingInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: CloseMeetingInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.close(tx, input.meetingId));
  }

  private async close(tx: Tx, meetingId: string): Promise<Answer<string>> {
    const row = await lockMeeting(tx, meetingId);
    if (!row) return notFound();
    const { at, seats } = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    const steward = holdsSitting(seats, tx.ctx.actor?.personId ?? null, at);
    if (steward.refused) return steward;
    const decided = close(meetingOf(row, this.zones), { openBallots: await openBallotsIn(tx, row.id), handsAwaiting: await handsAwaitingIn(tx, row.id), at });
    if (decided.refused) return decided;
    await keepMeeting(tx, row, { state: decided.value.state });
    tx.tell(...decided.value.facts, ...handsTold(decided.value.state, await ballotsByHands(tx, row.id), at));
    return accepted(row.id);
  }
}
