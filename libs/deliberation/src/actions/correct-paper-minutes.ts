import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { correct, mayChange } from '../domain/paper-minutes.js';
import { paperNumberTaken } from '../domain/refusals.js';
import { MinutesStore } from '../store/minutes.store.js';
import { contentHashOf, isNumberTaken, keepPaper, paperById } from '../store/paper-minutes.store.js';
import { PaperDesk } from '../views/paper-minutes.desk.js';
import { paperViews } from '../views/paper-minutes.reader.js';
import { PaperContentInput, PaperMinutesType } from '../views/paper-minutes.types.js';

@InputType()
export class CorrectPaperMinutesInput {
  @Field(() => ID) id: string;
  @Field(() => PaperContentInput) content: PaperContentInput;
}

export const CorrectPaperMinutesAnswer = answerUnion('CorrectPaperMinutesAnswer', () => PaperMinutesType);
allow('Mutation.correctPaperMinutes', ['COORDINATOR']);

/** Corrects what was typed from a paper, while nobody has confirmed it: its hash changes, and with it what is confirmed. */
@Resolver()
export class CorrectPaperMinutes {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly desk: PaperDesk,
    private readonly minutes: MinutesStore,
  ) {}

  @Mutation(() => CorrectPaperMinutesAnswer)
  async correctPaperMinutes(@Args('input') input: CorrectPaperMinutesInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => {
      const tx = await request.read();
      return (await paperViews(tx, [(await paperById(tx, id))!], this.zones))[0];
    });
  }

  run(ctx: Ctx, input: CorrectPaperMinutesInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const taken = await this.desk.take(tx, input.id);
      if (taken.refused) return taken;
      const { paper, hand, committee } = taken.value;
      const may = mayChange(paper, hand);
      if (may.refused) return may;
      const content = this.desk.read(tx, input.content, committee);
      if (content.refused) return content;
      const { partnershipId, id } = paper;
      await this.minutes.lockNumbers(tx, partnershipId);
      if (await isNumberTaken(tx, { partnershipId, id, number: content.value.number })) return paperNumberTaken(content.value.number);
      const decided = correct(paper, { hand, content: content.value, contentHash: contentHashOf(content.value), at: tx.now() });
      if (decided.refused) return decided;
      await keepPaper(tx, decided.value.state);
      tx.tell(...decided.value.facts);
      return accepted(id);
    });
  }
}
