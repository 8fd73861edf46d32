import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { callSilentAgain } from '../domain/answering.js';
import { notFound } from '../domain/refusals.js';
import { runsMeetings } from '../domain/stewards.js';
import { callsOf, keepCall } from '../store/convening.store.js';
import { lockMeeting, meetingOf, touchMeeting } from '../store/meeting.store.js';
import { committeeAt } from '../views/committee.reader.js';
import { calledTo } from '../views/convening.reader.js';
import { MeetingReader } from '../views/meeting.reader.js';
import { MeetingType } from '../views/meeting.types.js';

@InputType()
export class CallSilentAgainInput {
  @Field(() => ID) meetingId: string;
}

export const CallSilentAgainAnswer = answerUnion('CallSilentAgainAnswer', () => MeetingType);
allow('Mutation.callSilentAgain', ['CO_PRESIDENT', 'COORDINATOR']);

/** The same convocation once more, to the silent alone, never twice in 48 h; the host's representative issued it already (F13, F20). */
@Resolver()
export class CallSilentAgain {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => CallSilentAgainAnswer)
  async callSilentAgain(@Args('input') input: CallSilentAgainInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: CallSilentAgainInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.call(tx, input.meetingId));
  }

  private async call(tx: Tx, meetingId: string): Promise<Answer<string>> {
    const row = await lockMeeting(tx, meetingId);
    if (!row) return notFound();
    const committee = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    const steward = runsMeetings(committee.seats, tx.ctx.actor?.personId ?? null, committee.at);
    if (steward.refused) return steward;
    const { silent, lastCalledAt } = await calledTo(tx, row, { committee, calls: await callsOf(tx, row.id) });
    const decided = callSilentAgain(meetingOf(row, this.zones), { silent, lastCalledAt: lastCalledAt ?? committee.at, at: committee.at });
    if (decided.refused) return decided;
    const blank = { reason: null, wasDate: null, wasTime: null, wasPlace: null };
    await keepCall(tx, row, { id: tx.newId(), kind: 'AGAIN', sequence: row.sequence, personId: steward.value.personId, called: silent.length, calledAt: committee.at, ...blank });
    await touchMeeting(tx, row);
    tx.tell(decided.value);
    return accepted(row.id);
  }
}
