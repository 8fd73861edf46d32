import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { planItem } from '../domain/agenda-plan.js';
import { told } from '../domain/facts.js';
import { aboutMeeting } from '../domain/meeting.js';
import { notFound } from '../domain/refusals.js';
import { keepAgendaPlan, meetingOfItem } from '../store/agenda-item.store.js';
import { lockMeeting, meetingOf, touchMeeting } from '../store/meeting.store.js';
import { committeeAt } from '../views/committee.reader.js';
import { mayPrepareAgenda } from '../views/convening-may.js';
import { MeetingReader } from '../views/meeting.reader.js';
import { MeetingType } from '../views/meeting.types.js';

@InputType()
export class PlanAgendaItemInput {
  @Field(() => ID) agendaItemId: string;
  @Field(() => Int, { nullable: true, description: 'Durée prévue, en minutes (1 à 480).' }) durationMinutes?: number | null;
  @Field(() => ID, { nullable: true, description: 'Le siège de qui présente le point.' }) presenterSeatId?: string | null;
}

export const PlanAgendaItemAnswer = answerUnion('PlanAgendaItemAnswer', () => MeetingType);
allow('Mutation.planAgendaItem', ['CO_PRESIDENT', 'COORDINATOR']);

/** Says how long an item should take and who presents it, until the meeting closes. */
@Resolver()
export class PlanAgendaItem {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => PlanAgendaItemAnswer)
  async planAgendaItem(@Args('input') input: PlanAgendaItemInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: PlanAgendaItemInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.plan(tx, input));
  }

  private async plan(tx: Tx, { agendaItemId, durationMinutes = null, presenterSeatId = null }: PlanAgendaItemInput): Promise<Answer<string>> {
    const meetingId = await meetingOfItem(tx, agendaItemId);
    const row = meetingId ? await lockMeeting(tx, meetingId) : null;
    if (!row) return notFound();
    const committee = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    const meeting = meetingOf(row, this.zones);
    const steward = mayPrepareAgenda({ meeting, committee, personId: tx.ctx.actor?.personId ?? null });
    if (steward.refused) return steward;
    const plan = planItem({ durationMinutes, presenterSeatId }, committee.shownSeats.map(({ seatId }) => seatId));
    if (plan.refused) return plan;
    await keepAgendaPlan(tx, { partnershipId: row.partnershipId, id: agendaItemId }, plan.value);
    await touchMeeting(tx, row);
    tx.tell(told('AgendaItemPlanned', aboutMeeting(meeting), { agendaItemId, ...plan.value, at: committee.at.toISOString() }));
    return accepted(row.id);
  }
}
