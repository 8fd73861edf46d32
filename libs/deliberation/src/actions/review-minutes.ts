import { accepted, territoryKept, WorkCalendar, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { submit } from '../domain/drafting.js';
import { observationsUntil } from '../domain/observations.js';
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

/** DRAFT → REVIEW: from here every member of the committee reads the text, and those who were there observe it until the fifth working day. */
@Resolver()
export class ReviewMinutes {
  constructor(
    private readonly work: Work,
    private readonly desk: MinutesDesk,
    private readonly store: MinutesStore,
    private readonly reader: MinutesReader,
    private readonly zones: Zones,
  ) {}

  @Mutation(() => ReviewMinutesAnswer)
  async reviewMinutes(@Args('input') input: ReviewMinutesInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, { minutesId }: ReviewMinutesInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const taken = await this.desk.takeAsKeeper(tx, minutesId);
      if (taken.refused) return taken;
      const { loaded: { row, minutes, sitting }, committee } = taken.value;
      const calendars = committee.shownParties.map(({ territory }) => new WorkCalendar(territoryKept(territory)));
      const until = observationsUntil(this.zones.civilAt(tx.now(), sitting.row.zone).date, calendars);
      const decided = submit(minutes, { until, at: tx.now() });
      if (decided.refused) return decided;
      await this.store.keep(tx, row, decided.value);
      tx.tell(...decided.value.facts);
      return accepted(row.id);
    });
  }
}
