import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { notFound } from '../domain/refusals.js';
import { callRoll } from '../domain/roll.js';
import { open } from '../domain/sitting.js';
import { holdsSitting } from '../domain/stewards.js';
import { attendanceOf, keepMeeting, lockMeeting, meetingOf } from '../store/meeting.store.js';
import { committeeAt } from '../views/committee.reader.js';
import { MeetingReader } from '../views/meeting.reader.js';
import { MeetingType } from '../views/meeting.types.js';

@InputType()
export class OpenMeetingInput {
  @Field(() => ID) meetingId: string;
}

export const OpenMeetingAnswer = answerUnion('OpenMeetingAnswer', () => MeetingType);
allow('Mutation.openMeeting', ['CO_PRESIDENT', 'COORDINATOR', 'SESSION_SECRETARY']);

/** Opens a convened meeting once the attendance sheet shows the quorum (C5 Q4). */
@Resolver()
export class OpenMeeting {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => OpenMeetingAnswer)
  async openMeeting(@Args('input') input: OpenMeetingInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: OpenMeetingInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.open(tx, input.meetingId));
  }

  private async open(tx: Tx, meetingId: string): Promise<Answer<string>> {
    const row = await lockMeeting(tx, meetingId);
    if (!row) return notFound();
    const { at, parties, seats, rules } = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    const steward = holdsSitting(seats, tx.ctx.actor?.personId ?? null, at);
    if (steward.refused) return steward;
    const roll = callRoll({ at, parties, seats, attendance: await attendanceOf(tx, row.id) }, rules);
    const decided = open(meetingOf(row, this.zones), { roll, at }, rules);
    if (decided.refused) return decided;
    await keepMeeting(tx, row, { state: decided.value.state });
    tx.tell(...decided.value.facts);
    return accepted(row.id);
  }
}
