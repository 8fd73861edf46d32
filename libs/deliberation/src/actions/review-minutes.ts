import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { submit } from '../domain/drafting.js';
import { MinutesStore } from '../store/minutes.store.js';
import { MinutesDesk } from '../views/minutes.desk.js';
import { MinutesReader } from '../views/minutes.reader.js';
import { MinutesType } from '../views/minutes.types.js';

@InputType()
export class ReviewMinutesInput {
  @Field(() => ID) minutesId: string;
}

export const ReviewMinutesAnswer = answerUnion('ReviewMinutesAnswer', () => MinutesType);
allow('Mutation.reviewMinutes', ['COORDINATOR', 'CO_PRESIDENT', 'SESSION_SECRETARY']);

/** DRAFT → REVIEW: from here every member of the committee reads the text. */
@Resolver()
export class ReviewMinutes {
  constructor(
    private readonly work: Work,
    private readonly desk: MinutesDesk,
    private readonly store: MinutesStore,
    private readonly reader: MinutesReader,
  ) {}

  @Mutation(() => ReviewMinutesAnswer)
  async reviewMinutes(@Args('input') input: ReviewMinutesInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, { minutesId }: ReviewMinutesInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const taken = await this.desk.takeAsKeeper(tx, minutesId);
      if (taken.refused) return taken;
      const { row, minutes } = taken.value.loaded;
      const decided = submit(minutes, { at: tx.now() });
      if (decided.refused) return decided;
      await this.store.keep(tx, row, decided.value);
      tx.tell(...decided.value.facts);
      return accepted(row.id);
    });
  }
}
