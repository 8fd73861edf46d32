import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { proposeItem } from '../domain/proposing.js';
import { notFound } from '../domain/refusals.js';
import { longest, worded } from '../domain/wording.js';
import { addProposal } from '../store/convening.store.js';
import { lockMeeting, meetingOf, touchMeeting } from '../store/meeting.store.js';
import { committeeAt } from '../views/committee.reader.js';
import { memberSeats } from '../views/convening-may.js';
import { MeetingReader } from '../views/meeting.reader.js';
import { MeetingType } from '../views/meeting.types.js';

@InputType()
export class ProposeAgendaItemInput {
  @Field(() => ID) meetingId: string;
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true, description: 'Pourquoi le comité devrait en parler.' }) why?: string | null;
}

export const ProposeAgendaItemAnswer = answerUnion('ProposeAgendaItemAnswer', () => MeetingType);
allow('Mutation.proposeAgendaItem', ['CO_PRESIDENT', 'ELECTED_MEMBER', 'TECHNICIAN']);

/** A member proposes a point for the agenda; those who prepare the meeting take it up, or say why not. */
@Resolver()
export class ProposeAgendaItem {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => ProposeAgendaItemAnswer)
  async proposeAgendaItem(@Args('input') input: ProposeAgendaItemInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async () => this.reader.present(await request.read(), input.meetingId));
  }

  /** Answers the proposal's id. */
  run(ctx: Ctx, input: ProposeAgendaItemInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.propose(tx, input));
  }

  private async propose(tx: Tx, input: ProposeAgendaItemInput): Promise<Answer<string>> {
    const title = worded(input.title, longest.title);
    if (title.refused) return title;
    const why = worded(input.why, longest.reason);
    if (why.refused) return why;
    const row = await lockMeeting(tx, input.meetingId);
    if (!row) return notFound();
    const committee = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    const own = memberSeats({ committee, personId: tx.ctx.actor?.personId ?? null });
    if (own.refused) return own;
    const seat = own.value[0]!;
    const decided = proposeItem(meetingOf(row, this.zones), { id: tx.newId(), seat, title: title.value, why: why.value, at: committee.at });
    if (decided.refused) return decided;
    await addProposal(tx, row, { ...decided.value.state, personId: seat.personId });
    await touchMeeting(tx, row);
    tx.tell(...decided.value.facts);
    return accepted(decided.value.state.id);
  }
}
