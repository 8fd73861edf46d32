import { accepted, Zones, type Answer } from '#kernel';
import { attachmentAt, mayTakeBack, removeAttachment } from '#parties';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { documentTakenBack, mayJoinToAgenda } from '../domain/agenda-documents.js';
import { notFound } from '../domain/refusals.js';
import { meetingOfItem } from '../store/agenda-item.store.js';
import { lockMeeting, meetingOf, touchMeeting } from '../store/meeting.store.js';
import { atTheAgenda } from '../views/agenda-documents.reader.js';
import { MeetingReader } from '../views/meeting.reader.js';
import { MeetingType } from '../views/meeting.types.js';

@InputType()
export class DetachFromAgendaItemInput {
  @Field(() => ID) attachmentId: string;
}

export const DetachFromAgendaItemAnswer = answerUnion('DetachFromAgendaItemAnswer', () => MeetingType);
allow('Mutation.detachFromAgendaItem', ['COORDINATOR']);

/** Whoever joined a document to the agenda takes it back, until the convocation has shared it. */
@Resolver()
export class DetachFromAgendaItem {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => DetachFromAgendaItemAnswer)
  async detachFromAgendaItem(@Args('input') input: DetachFromAgendaItemInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (meetingId) => this.reader.present(await request.read(), meetingId));
  }

  /** Answers the meeting's id. */
  run(ctx: Ctx, { attachmentId }: DetachFromAgendaItemInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.detach(tx, attachmentId));
  }

  private async detach(tx: Tx, attachmentId: string): Promise<Answer<string>> {
    const found = await attachmentAt(tx, attachmentId);
    const meetingId = found?.subject.kind === 'agendaItem' ? await meetingOfItem(tx, found.subject.id) : null;
    const row = meetingId ? await lockMeeting(tx, meetingId) : null;
    // Asked again under the meeting's lock: of two who remove it, one finds nothing.
    const attachment = row && (await attachmentAt(tx, attachmentId));
    if (!row || !attachment) return notFound();
    const meeting = meetingOf(row, this.zones);
    const joins = mayJoinToAgenda(meeting, await atTheAgenda(tx, row, this.zones));
    if (joins.refused) return joins;
    const may = mayTakeBack(attachment, { personId: tx.ctx.actor?.personId ?? null, sharedAt: meeting.convenedAt });
    if (may.refused) return may;
    await removeAttachment(tx, attachment);
    await touchMeeting(tx, row);
    tx.tell(documentTakenBack(meeting, { ...attachment, agendaItemId: attachment.subject.id }, tx.now()));
    return accepted(row.id);
  }
}
