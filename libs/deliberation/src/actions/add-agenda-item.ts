import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { Decidables } from '../decidables.js';
import { putOnAgenda, type ProposeDecision } from '../domain/decision.js';
import { decisionTextBlank, notFound, subjectAlreadyOnAgenda, subjectNotDecidable, textComesFromSubject } from '../domain/refusals.js';
import { runsMeetings } from '../domain/stewards.js';
import { longest, worded } from '../domain/wording.js';
import { addDecision, isOnLiveAgenda, nextDecisionPlace, textHashOf } from '../store/ballot.store.js';
import type { MeetingRow } from '../store/meeting.entity.js';
import { addAgendaRow, lockMeeting, meetingOf, touchMeeting } from '../store/meeting.store.js';
import { isUuid } from '../store/uuid.js';
import { committeeAt } from '../views/committee.reader.js';
import { MeetingReader } from '../views/meeting.reader.js';
import { MeetingType } from '../views/meeting.types.js';

@InputType()
export class AddAgendaItemInput {
  @Field(() => ID) meetingId: string;
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true, description: 'Ce que le comité est appelé à décider : un plan, un axe…' }) subjectKind?: string | null;
  @Field(() => ID, { nullable: true }) subjectId?: string | null;
  @Field(() => String, { nullable: true, description: 'Le texte d’une décision sans document ; sans texte ni document, le point est une information.' }) text?: string | null;
}

export const AddAgendaItemAnswer = answerUnion('AddAgendaItemAnswer', () => MeetingType);
allow('Mutation.addAgendaItem', ['CO_PRESIDENT', 'COORDINATOR']);

/** The item as it is kept: words cleaned, subject whole or absent. */
interface Item {
  readonly title: string;
  readonly text: string;
  readonly subject: { readonly kind: string; readonly id: string } | null;
}

/** Puts an item on the agenda. With a text or a subject it carries a decision; a subject's text is frozen when its ballot opens. */
@Resolver()
export class AddAgendaItem {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly decidables: Decidables,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => AddAgendaItemAnswer)
  async addAgendaItem(@Args('input') input: AddAgendaItemInput, @Context() request: GraphqlRequest) {
    const answer = await this.run(request.ctx, input);
    return answered(answer, async () => this.reader.present(await request.read(), input.meetingId));
  }

  /** Answers the new item's id, and its decision's. */
  run(ctx: Ctx, input: AddAgendaItemInput): Promise<Answer<{ agendaItemId: string; decisionId: string | null }>> {
    return this.work.run(ctx, (tx) => this.add(tx, input));
  }

  private async add(tx: Tx, input: AddAgendaItemInput): Promise<Answer<{ agendaItemId: string; decisionId: string | null }>> {
    const item = this.itemOf(input);
    if (item.refused) return item;
    const row = await lockMeeting(tx, input.meetingId);
    if (!row) return notFound();
    const { seats, at } = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    const steward = runsMeetings(seats, tx.ctx.actor?.personId ?? null, at);
    if (steward.refused) return steward;
    const { subject, title } = item.value;
    if (subject && (await isOnLiveAgenda(tx, subject))) return subjectAlreadyOnAgenda();
    const decided = this.decide(tx, row, item.value);
    if (decided.refused) return decided;
    const { id: agendaItemId } = await addAgendaRow(tx, row, { title, subjectKind: subject?.kind ?? null, subjectId: subject?.id ?? null });
    await touchMeeting(tx, row);
    if (item.value.text === '') return accepted({ agendaItemId, decisionId: null });
    await addDecision(tx, decided.value.state, { agendaItemId, place: await nextDecisionPlace(tx, row.id), subject: subject !== null });
    tx.tell(...decided.value.facts);
    return accepted({ agendaItemId, decisionId: decided.value.state.id });
  }

  /** The rule is asked of every item, so that an information too needs a title and a meeting that is not over. */
  private decide(tx: Tx, row: MeetingRow, { title, text, subject }: Item): ReturnType<typeof putOnAgenda> {
    const id = tx.newId();
    const words = { title, text: text || title };
    const proposal: ProposeDecision = { id, ...words, textHash: textHashOf(words.text, null), subject: subject ?? { kind: 'decision', id }, correctsDecisionId: null, at: tx.now() };
    return putOnAgenda(meetingOf(row, this.zones), proposal);
  }

  private itemOf(input: AddAgendaItemInput): Answer<Item> {
    const title = worded(input.title, longest.title);
    if (title.refused) return title;
    const text = worded(input.text, longest.text);
    if (text.refused) return text;
    const { subjectKind, subjectId } = input;
    if (!subjectKind && !subjectId) return title.value === '' ? decisionTextBlank() : accepted({ title: title.value, text: text.value, subject: null });
    if (!subjectKind || !this.decidables.of(subjectKind)) return subjectNotDecidable();
    if (!subjectId || !isUuid(subjectId)) return notFound();
    if (text.value !== '') return textComesFromSubject();
    // Until its ballot opens, a subject's decision reads as its title: the text voted is frozen by its own room then.
    return accepted({ title: title.value, text: title.value, subject: { kind: subjectKind, id: subjectId } });
  }
}
