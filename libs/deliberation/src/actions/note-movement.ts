import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { noteMovement, type MovementKind } from '../domain/movement.js';
import { notFound } from '../domain/refusals.js';
import { holdsSitting } from '../domain/stewards.js';
import { agendaOfMeeting } from '../store/agenda-item.store.js';
import { attendanceOf, keepSheet, lockMeeting, meetingOf, touchMeeting } from '../store/meeting.store.js';
import { addMovement } from '../store/movement.store.js';
import { committeeAt } from '../views/committee.reader.js';
import { MovementKindEnum } from '../views/deliberation.enums.js';
import { MeetingReader } from '../views/meeting.reader.js';
import { MeetingType } from '../views/meeting.types.js';

@InputType()
export class NoteMovementInput {
  @Field(() => ID) meetingId: string;
  @Field(() => ID) seatId: string;
  @Field(() => MovementKindEnum) kind: MovementKind;
  @Field(() => ID, { nullable: true, description: 'À quel point de l’ordre du jour.' }) agendaItemId?: string | null;
}

export const NoteMovementAnswer = answerUnion('NoteMovementAnswer', () => MeetingType);
allow('Mutation.noteMovement', ['CO_PRESIDENT', 'COORDINATOR', 'SESSION_SECRETARY']);

/** Notes who comes or leaves while the meeting is open, at a point of its agenda (F22). A ballot already open keeps its roll. */
@Resolver()
export class NoteMovement {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => NoteMovementAnswer)
  async noteMovement(@Args('input') input: NoteMovementInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: NoteMovementInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.note(tx, input));
  }

  private async note(tx: Tx, { meetingId, seatId, kind, agendaItemId = null }: NoteMovementInput): Promise<Answer<string>> {
    const row = await lockMeeting(tx, meetingId);
    if (!row) return notFound();
    const { seats, at } = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    const steward = holdsSitting(seats, tx.ctx.actor?.personId ?? null, at);
    if (steward.refused) return steward;
    const seat = seats.find(({ id }) => id === seatId);
    const onAgenda = agendaItemId === null || (await agendaOfMeeting(tx, row.id)).some(({ id }) => id === agendaItemId);
    if (!seat || !onAgenda) return notFound();
    const attendance = await attendanceOf(tx, row.id);
    const decided = noteMovement({ meeting: meetingOf(row, this.zones), attendance }, { id: tx.newId(), kind, agendaItemId, seat, at });
    if (decided.refused) return decided;
    await addMovement(tx, row, decided.value.movement);
    await keepSheet(tx, row, { before: attendance, after: decided.value.attendance });
    await touchMeeting(tx, row);
    tx.tell(...decided.value.facts);
    return accepted(row.id);
  }
}
