import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { entersFor, note } from '../domain/paper-minutes.js';
import { longest, worded } from '../domain/wording.js';
import { keepPaper, paperById, type PaperNote } from '../store/paper-minutes.store.js';
import { PaperDesk } from '../views/paper-minutes.desk.js';
import { paperViews } from '../views/paper-minutes.reader.js';
import { PaperMinutesType } from '../views/paper-minutes.types.js';

@InputType()
export class NotePaperMinutesInput {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'Ce qui fut mal saisi, et ce que dit le papier.' }) words: string;
}

export const NotePaperMinutesAnswer = answerUnion('NotePaperMinutesAnswer', () => PaperMinutesType);
allow('Mutation.notePaperMinutes', ['COORDINATOR']);

/** A note of rectification beside a confirmed paper: nothing of what was confirmed changes. */
@Resolver()
export class NotePaperMinutes {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly desk: PaperDesk,
  ) {}

  @Mutation(() => NotePaperMinutesAnswer)
  async notePaperMinutes(@Args('input') input: NotePaperMinutesInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => {
      const tx = await request.read();
      return (await paperViews(tx, [(await paperById(tx, id))!], this.zones))[0];
    });
  }

  run(ctx: Ctx, input: NotePaperMinutesInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const words = worded(input.words, longest.reason);
      if (words.refused) return words;
      const taken = await this.desk.take(tx, input.id);
      if (taken.refused) return taken;
      const { row, paper, hand } = taken.value;
      const party = entersFor(hand);
      if (party.refused) return party;
      const decided = note(paper, { hand, words: words.value, at: tx.now() });
      if (decided.refused) return decided;
      const added: PaperNote = { partyId: party.value, words: words.value, at: tx.now().toISOString() };
      await keepPaper(tx, decided.value.state, { notes: [...(row.notes as PaperNote[]), added] });
      tx.tell(...decided.value.facts);
      return accepted(paper.id);
    });
  }
}
