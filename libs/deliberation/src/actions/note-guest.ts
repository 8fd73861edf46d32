import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { noteGuest } from '../domain/guest.js';
import { notFound } from '../domain/refusals.js';
import { holdsSitting } from '../domain/stewards.js';
import { longest, worded } from '../domain/wording.js';
import { addGuest, guestsOf } from '../store/guest.store.js';
import { lockMeeting, meetingOf, touchMeeting } from '../store/meeting.store.js';
import { committeeAt } from '../views/committee.reader.js';
import { MeetingReader } from '../views/meeting.reader.js';
import { MeetingType } from '../views/meeting.types.js';

@InputType()
export class NoteGuestInput {
  @Field(() => ID) meetingId: string;
  @Field(() => String, { description: 'Une personne, ou un organisme.' }) name: string;
  @Field(() => String, { nullable: true, description: 'À quel titre.' }) capacity?: string | null;
}

export const NoteGuestAnswer = answerUnion('NoteGuestAnswer', () => MeetingType);
allow('Mutation.noteGuest', ['CO_PRESIDENT', 'COORDINATOR', 'SESSION_SECRETARY']);

/** Writes a guest on the sheet: a person or an organisation the committee hears, without a voice (Art. 5). */
@Resolver()
export class NoteGuest {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => NoteGuestAnswer)
  async noteGuest(@Args('input') input: NoteGuestInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: NoteGuestInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.note(tx, input));
  }

  private async note(tx: Tx, input: NoteGuestInput): Promise<Answer<string>> {
    const name = worded(input.name, longest.title);
    if (name.refused) return name;
    const capacity = worded(input.capacity, longest.title);
    if (capacity.refused) return capacity;
    const row = await lockMeeting(tx, input.meetingId);
    if (!row) return notFound();
    const { seats, at } = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    const steward = holdsSitting(seats, tx.ctx.actor?.personId ?? null, at);
    if (steward.refused) return steward;
    const already = (await guestsOf(tx, row.id)).length;
    const decided = noteGuest(meetingOf(row, this.zones), { id: tx.newId(), name: name.value, capacity: capacity.value, already, at });
    if (decided.refused) return decided;
    await addGuest(tx, row, decided.value.state);
    await touchMeeting(tx, row);
    tx.tell(...decided.value.facts);
    return accepted(row.id);
  }
}
