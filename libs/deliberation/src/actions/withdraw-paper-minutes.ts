import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { withdraw } from '../domain/paper-minutes.js';
import { longest, worded } from '../domain/wording.js';
import { keepPaper, paperById } from '../store/paper-minutes.store.js';
import { PaperDesk } from '../views/paper-minutes.desk.js';
import { paperViews } from '../views/paper-minutes.reader.js';
import { PaperMinutesType } from '../views/paper-minutes.types.js';

@InputType()
export class WithdrawPaperMinutesInput {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'Pourquoi : l’autre partie le lira.' }) reason: string;
}

export const WithdrawPaperMinutesAnswer = answerUnion('WithdrawPaperMinutesAnswer', () => PaperMinutesType);
allow('Mutation.withdrawPaperMinutes', ['COORDINATOR']);

/** Takes a paper back before it was confirmed. */
@Resolver()
export class WithdrawPaperMinutes {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly desk: PaperDesk,
  ) {}

  @Mutation(() => WithdrawPaperMinutesAnswer)
  async withdrawPaperMinutes(@Args('input') input: WithdrawPaperMinutesInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => {
      const tx = await request.read();
      return (await paperViews(tx, [(await paperById(tx, id))!], this.zones))[0];
    });
  }

  run(ctx: Ctx, input: WithdrawPaperMinutesInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const reason = worded(input.reason, longest.reason);
      if (reason.refused) return reason;
      const taken = await this.desk.take(tx, input.id);
      if (taken.refused) return taken;
      const { paper, hand } = taken.value;
      const decided = withdraw(paper, { hand, reason: reason.value, at: tx.now() });
      if (decided.refused) return decided;
      await keepPaper(tx, decided.value.state, { withdrawReason: reason.value });
      tx.tell(...decided.value.facts);
      return accepted(paper.id);
    });
  }
}
