import { proofOfAct } from '#identity';
import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { convene } from '../domain/convening.js';
import { notFound } from '../domain/refusals.js';
import { agendaOfMeeting } from '../store/agenda-item.store.js';
import { decisionsOfMeetings } from '../store/ballot.store.js';
import { keepMeeting, lockMeeting, meetingOf } from '../store/meeting.store.js';
import { committeeAt } from '../views/committee.reader.js';
import { conveningAct } from '../views/convocation-act.js';
import { mayConvene } from '../views/meeting-may.js';
import { MeetingReader } from '../views/meeting.reader.js';
import { MeetingType } from '../views/meeting.types.js';

@InputType()
export class ConveneMeetingInput {
  @Field(() => ID) meetingId: string;
}

export const ConveneMeetingAnswer = answerUnion('ConveneMeetingAnswer', () => MeetingType);
// Coordinators of both sides come through the door, so that the rule itself answers them with its article (AT-05).
allow('Mutation.conveneMeeting', ['CO_PRESIDENT', 'COORDINATOR']);

/**
 * Issues the convocation (Art. 5: « convoqué par le représentant du pays hôte »), by a fresh proof of who does: a key's word on this very
 * convocation, or a code (issue 3, item 2). Issued twice, it is issued once. Refused: CONVENER_…, STEP_UP_REQUIRED, MEETING_STATE_FORBIDS …
 */
@Resolver()
export class ConveneMeeting {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => ConveneMeetingAnswer)
  async conveneMeeting(@Args('input') input: ConveneMeetingInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: ConveneMeetingInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.convene(tx, input.meetingId));
  }

  private async convene(tx: Tx, meetingId: string): Promise<Answer<string>> {
    const row = await lockMeeting(tx, meetingId);
    if (!row) return notFound();
    const act = conveningAct({ row, agenda: await agendaOfMeeting(tx, row.id), decisions: await decisionsOfMeetings(tx, [row.id]) });
    const proof = await proofOfAct(tx, act);
    const may = mayConvene({
      meeting: meetingOf(row, this.zones),
      committee: await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones }),
      personId: tx.ctx.actor?.personId ?? null,
      stepUp: { ...proof, machineNow: tx.recordedAt() },
    });
    if (may.refused) return may;
    if (row.state === 'CONVENED') return accepted(row.id);
    const decided = convene(...may.value);
    if (decided.refused) return decided;
    await keepMeeting(tx, row, { state: decided.value.state, convenedBySeatId: may.value[1].by.id, sequence: row.sequence + 1 });
    tx.tell(...decided.value.facts);
    return accepted(row.id);
  }
}
