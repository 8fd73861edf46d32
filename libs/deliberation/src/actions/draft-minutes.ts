import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { draft } from '../domain/minutes.js';
import { meetingNotClosed, notFound } from '../domain/refusals.js';
import { holdsSitting } from '../domain/stewards.js';
import { lockMeeting } from '../store/meeting.store.js';
import { MinutesStore } from '../store/minutes.store.js';
import { committeeAt } from '../views/committee.reader.js';
import { MinutesArchive } from '../views/minutes.archive.js';
import { MinutesReader } from '../views/minutes.reader.js';
import { MinutesType } from '../views/minutes.types.js';

@InputType()
export class DraftMinutesInput {
  @Field(() => ID) meetingId: string;
}

export const DraftMinutesAnswer = answerUnion('DraftMinutesAnswer', () => MinutesType);
allow('Mutation.draftMinutes', ['COORDINATOR', 'CO_PRESIDENT', 'SESSION_SECRETARY']);

/** Draws the minutes of a closed meeting from its own facts; one meeting has one PV (C5 Q13). */
@Resolver()
export class DraftMinutes {
  constructor(
    private readonly work: Work,
    private readonly store: MinutesStore,
    private readonly archive: MinutesArchive,
    private readonly reader: MinutesReader,
    private readonly zones: Zones,
  ) {}

  @Mutation(() => DraftMinutesAnswer)
  async draftMinutes(@Args('input') input: DraftMinutesInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, { meetingId }: DraftMinutesInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.draw(tx, meetingId));
  }

  private async draw(tx: Tx, meetingId: string): Promise<Answer<string>> {
    const row = await lockMeeting(tx, meetingId);
    if (!row) return notFound();
    const committee = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    const steward = holdsSitting(committee.seats, tx.ctx.actor?.personId ?? null, committee.at);
    if (steward.refused) return steward;
    const sitting = await this.archive.sitting(tx, row.id);
    if (!sitting || (await this.store.ofMeeting(tx, row.id))) return meetingNotClosed();
    const drawn = draft(sitting.meeting, { id: tx.newId(), facts: sitting.facts, prose: {}, rectifiesMinutesId: null, at: tx.now() });
    if (drawn.refused) return drawn;
    await this.store.add(tx, drawn.value.state);
    tx.tell(...drawn.value.facts);
    return accepted(drawn.value.state.id);
  }
}
