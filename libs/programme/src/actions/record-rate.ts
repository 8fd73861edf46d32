import { accepted, compareDates, Zones, type Answer, type CivilDate } from '#kernel';
import { allow, answered, answerUnion, CivilDateScalar, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { notFound, rateAlreadyThatDay } from '../domain/refusals.js';
import { recordRate } from '../domain/rate.js';
import { handOf } from '../store/hand.store.js';
import { insertRate } from '../store/rate.store.js';
import { isUuid } from '../store/uuid.js';
import { ExchangeRateType } from '../views/budget.types.js';
import { rateOf } from '../views/budget.reader.js';
import { programmeOf, type Programme } from '../views/programme.reader.js';

@InputType()
export class RecordExchangeRateInput {
  @Field(() => ID) partnershipId: string;
  @Field(() => String, { description: 'ISO 4217 : une unité de cette devise…' }) from: string;
  @Field(() => String, { description: 'ISO 4217 : …vaut tant de celle-ci.' }) to: string;
  @Field(() => String, { description: 'Décimal exact : « 10,8534 ».' }) value: string;
  @Field(() => CivilDateScalar, { description: 'Le jour du cours.' }) day: CivilDate;
  @Field(() => String, { description: 'Où ce cours a été lu.' }) source: string;
}

export const RecordExchangeRateAnswer = answerUnion('RecordExchangeRateAnswer', () => ExchangeRateType);
allow('Mutation.recordExchangeRate', ['COORDINATOR'], { partnershipOf: ({ input }) => (input as RecordExchangeRateInput | undefined)?.partnershipId });

/** Writes down the rate of a day, with its source. It counts from now on for every plan of this partnership that is not frozen. */
@Resolver()
export class RecordRate {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
  ) {}

  @Mutation(() => RecordExchangeRateAnswer)
  async recordExchangeRate(@Args('input') input: RecordExchangeRateInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => rateOf(await request.read(), id));
  }

  run(ctx: Ctx, input: RecordExchangeRateInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const { partnershipId } = input;
      const hand = handOf(ctx, partnershipId);
      const programme = isUuid(partnershipId) && hand.seats.length > 0 ? await programmeOf(tx, partnershipId) : null;
      if (!programme) return notFound();
      const decided = recordRate({ ...input, id: tx.newId(), hand, at: tx.now(), today: this.latestDay(tx.now(), programme) });
      if (decided.refused) return decided;
      const { state, facts } = decided.value;
      if (!(await insertRate(tx, state))) return rateAlreadyThatDay(state.day);
      tx.tell(...facts);
      return accepted(state.id);
    });
  }

  /** The furthest day that any party already lives. */
  private latestDay(now: Date, { parties }: Programme): CivilDate {
    return parties.map(({ territory }) => this.zones.civilAt(now, territory.zone).date).sort(compareDates).at(-1) ?? this.zones.civilAt(now, 'UTC').date;
  }
}
