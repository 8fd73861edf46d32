import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { cancel } from '../domain/planning.js';
import { notFound } from '../domain/refusals.js';
import { runsMeetings } from '../domain/stewards.js';
import { longest, worded } from '../domain/wording.js';
import { keepMeeting, lockMeeting, meetingOf } from '../store/meeting.store.js';
import { committeeAt } from '../views/committee.reader.js';
import { MeetingReader } from '../views/meeting.reader.js';
import { MeetingType } from '../views/meeting.types.js';

@InputType()
export class CancelMeetingInput {
  @Field(() => ID) meetingId: string;
  @Field(() => String, { description: 'Pourquoi : tous les membres le liront.' }) reason: string;
}

export const CancelMeetingAnswer = answerUnion('CancelMeetingAnswer', () => MeetingType);
allow('Mutation.cancelMeeting', ['CO_PRESIDENT', 'COORDINATOR']);

/** Cancels a meeting not yet held, with a reason; the turn is kept (decisions.md). A convocation already sent gets its SEQUENCE + 1. */
@Resolver()
export class CancelMeeting {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => CancelMeetingAnswer)
  async cancelMeeting(@Args('input') input: CancelMeetingInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: CancelMeetingInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.cancel(tx, input));
  }

  private async cancel(tx: Tx, input: CancelMeetingInput): Promise<Answer<string>> {
    const reason = worded(input.reason, longest.reason);
    if (reason.refused) return reason;
    const row = await lockMeeting(tx, input.meetingId);
    if (!row) return notFound();
    const committee = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    const steward = runsMeetings(committee.seats, tx.ctx.actor?.personId ?? null, committee.at);
    if (steward.refused) return steward;
    const decided = cancel(meetingOf(row, this.zones), { reason: reason.value, at: committee.at });
    if (decided.refused) return decided;
    await keepMeeting(tx, row, { state: decided.value.state, sequence: row.sequence + 1 });
    tx.tell(...decided.value.facts);
    return accepted(row.id);
  }
}
