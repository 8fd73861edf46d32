import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { takeBackMovement } from '../domain/movement.js';
import { notFound } from '../domain/refusals.js';
import { holdsSitting } from '../domain/stewards.js';
import { attendanceOf, keepSheet, meetingOf, touchMeeting } from '../store/meeting.store.js';
import { keepMovement, lockMovement, movementsOf } from '../store/movement.store.js';
import { committeeAt } from '../views/committee.reader.js';
import { MeetingReader } from '../views/meeting.reader.js';
import { MeetingType } from '../views/meeting.types.js';

@InputType()
export class TakeBackMovementInput {
  @Field(() => ID) movementId: string;
}

export const TakeBackMovementAnswer = answerUnion('TakeBackMovementAnswer', () => MeetingType);
allow('Mutation.takeBackMovement', ['CO_PRESIDENT', 'COORDINATOR', 'SESSION_SECRETARY']);

/** Takes back a member's last arrival or departure, noted by mistake, while the meeting is open. */
@Resolver()
export class TakeBackMovement {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => TakeBackMovementAnswer)
  async takeBackMovement(@Args('input') input: TakeBackMovementInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: TakeBackMovementInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.takeBack(tx, input.movementId));
  }

  private async takeBack(tx: Tx, movementId: string): Promise<Answer<string>> {
    const locked = await lockMovement(tx, movementId);
    if (!locked) return notFound();
    const { row, movement } = locked;
    const { seats, at } = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    const steward = holdsSitting(seats, tx.ctx.actor?.personId ?? null, at);
    if (steward.refused) return steward;
    const attendance = await attendanceOf(tx, row.id);
    const isLast = (await movementsOf(tx, row.id)).findLast(({ seatId }) => seatId === movement.seatId)?.id === movement.id;
    const decided = takeBackMovement({ meeting: meetingOf(row, this.zones), attendance }, { movement, isLast, at });
    if (decided.refused) return decided;
    await keepMovement(tx, row, decided.value.movement);
    await keepSheet(tx, row, { before: attendance, after: decided.value.attendance });
    await touchMeeting(tx, row);
    tx.tell(...decided.value.facts);
    return accepted(row.id);
  }
}
