import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { answerConvocation, type ConvocationReply } from '../domain/answering.js';
import { notFound } from '../domain/refusals.js';
import { longest, worded } from '../domain/wording.js';
import { keepAnswers } from '../store/convening.store.js';
import { lockMeeting, meetingOf, touchMeeting } from '../store/meeting.store.js';
import { committeeAt } from '../views/committee.reader.js';
import { memberSeats } from '../views/convening-may.js';
import { ConvocationReplyEnum } from '../views/deliberation.enums.js';
import { MeetingReader } from '../views/meeting.reader.js';
import { MeetingType } from '../views/meeting.types.js';

@InputType()
export class AnswerConvocationInput {
  @Field(() => ID) meetingId: string;
  @Field(() => ConvocationReplyEnum) reply: ConvocationReply;
  @Field(() => String, { nullable: true, description: 'Un mot pour qui prépare la séance.' }) note?: string | null;
}

export const AnswerConvocationAnswer = answerUnion('AnswerConvocationAnswer', () => MeetingType);
allow('Mutation.answerConvocation', ['CO_PRESIDENT', 'ELECTED_MEMBER', 'TECHNICIAN']);

/** A member says whether she comes, for every seat she holds; the last answer stands until the meeting opens (F20, F21). */
@Resolver()
export class AnswerConvocation {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => AnswerConvocationAnswer)
  async answerConvocation(@Args('input') input: AnswerConvocationInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: AnswerConvocationInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.answer(tx, input));
  }

  private async answer(tx: Tx, { meetingId, reply, note: raw }: AnswerConvocationInput): Promise<Answer<string>> {
    const note = worded(raw, longest.reason);
    if (note.refused) return note;
    const row = await lockMeeting(tx, meetingId);
    if (!row) return notFound();
    const committee = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    const personId = tx.ctx.actor?.personId ?? null;
    const meeting = meetingOf(row, this.zones);
    const own = memberSeats({ committee, personId });
    if (own.refused) return own;
    for (const seat of own.value) {
      const decided = answerConvocation({ meeting, rules: committee.rules }, { seat, reply, at: committee.at });
      if (decided.refused) return decided;
      tx.tell(decided.value);
    }
    const said = { reply, note: note.value, sequence: row.sequence, answeredAt: tx.now() };
    await keepAnswers(tx, row, own.value.map((seat) => ({ seatId: seat.id, personId: seat.personId, ...said })));
    await touchMeeting(tx, row);
    return accepted(row.id);
  }
}
