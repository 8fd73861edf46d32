import { accepted, Zones, type Answer } from '#kernel';
import { agreementIdOf, whyLacking } from '#agreement';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { enter, entersFor } from '../domain/paper-minutes.js';
import { noAgreement, notFound, paperNumberTaken } from '../domain/refusals.js';
import { MinutesStore } from '../store/minutes.store.js';
import { addPaper, contentHashOf, isNumberTaken, paperById } from '../store/paper-minutes.store.js';
import { isUuid } from '../store/uuid.js';
import { committeeAt } from '../views/committee.reader.js';
import { PaperDesk } from '../views/paper-minutes.desk.js';
import { paperHandOf, paperViews } from '../views/paper-minutes.reader.js';
import { PaperContentInput, PaperMinutesType } from '../views/paper-minutes.types.js';

@InputType()
export class EnterPaperMinutesInput {
  @Field(() => ID) partnershipId: string;
  @Field(() => PaperContentInput) content: PaperContentInput;
}

export const EnterPaperMinutesAnswer = answerUnion('EnterPaperMinutesAnswer', () => PaperMinutesType);
allow('Mutation.enterPaperMinutes', ['COORDINATOR'], { partnershipOf: ({ input }) => (input as EnterPaperMinutesInput | undefined)?.partnershipId });

/** Enters a PV signed on paper before Passerelle. It counts nowhere until another party has confirmed it. */
@Resolver()
export class EnterPaperMinutes {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly desk: PaperDesk,
    private readonly minutes: MinutesStore,
  ) {}

  @Mutation(() => EnterPaperMinutesAnswer)
  async enterPaperMinutes(@Args('input') input: EnterPaperMinutesInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => {
      const tx = await request.read();
      return (await paperViews(tx, [(await paperById(tx, id))!], this.zones))[0];
    });
  }

  /** Answers the paper's id. */
  run(ctx: Ctx, input: EnterPaperMinutesInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.enter(tx, input));
  }

  private async enter(tx: Tx, { partnershipId, content: given }: EnterPaperMinutesInput): Promise<Answer<string>> {
    if (!isUuid(partnershipId)) return notFound();
    const committee = await committeeAt(tx, partnershipId, { instant: tx.now(), zones: this.zones });
    if (committee.parties.length === 0) return notFound();
    const hand = paperHandOf(tx, partnershipId);
    const party = entersFor(hand);
    if (party.refused) return party;
    const agreementId = await agreementIdOf(tx, partnershipId);
    if (!agreementId) return noAgreement();
    const lacking = await whyLacking(tx, partnershipId, 'COMMITTEE');
    if (lacking) return lacking;
    const content = this.desk.read(tx, given, committee);
    if (content.refused) return content;
    const id = tx.newId();
    await this.minutes.lockNumbers(tx, partnershipId);
    if (await isNumberTaken(tx, { partnershipId, id, number: content.value.number })) return paperNumberTaken(content.value.number);
    const decided = enter({ ...content.value, id, partnershipId, contentHash: contentHashOf(content.value) }, { hand, at: tx.now() });
    if (decided.refused) return decided;
    await addPaper(tx, decided.value.state, agreementId);
    tx.tell(...decided.value.facts);
    return accepted(id);
  }
}
