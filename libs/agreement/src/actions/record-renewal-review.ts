import { refused, type Answer, type CivilDate } from '#kernel';
import { allow, answered, answerUnion, CivilDateScalar, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { reviewOf } from '../domain/life-acts.js';
import { entriesOf } from '../domain/register.js';
import { LifeDesk } from '../views/life.desk.js';
import { LifeReader } from '../views/life.reader.js';
import { AgreementLifeType, ReviewOutcomeEnum } from '../views/life.types.js';

@InputType()
export class RecordRenewalReviewInput {
  @Field(() => ID) agreementId: string;
  @Field(() => Int, { description: 'La période, à partir de 1.' }) ordinal: number;
  @Field(() => CivilDateScalar) reviewedOn: CivilDate;
  @Field(() => ReviewOutcomeEnum) outcome: keyof typeof ReviewOutcomeEnum;
  @Field(() => String, { nullable: true, description: 'Pourquoi une valeur déjà connue est corrigée.' }) motive?: string | null;
}

export const RecordRenewalReviewAnswer = answerUnion('RecordRenewalReviewAnswer', () => AgreementLifeType);
allow('Mutation.recordRenewalReview', ['COORDINATOR']);

/** What the parties chose for the end of a period (C5 Q17): the review that the tacit renewal asks for. */
@Resolver()
export class RecordRenewalReview {
  constructor(
    private readonly work: Work,
    private readonly desk: LifeDesk,
    private readonly lives: LifeReader,
  ) {}

  @Mutation(() => RecordRenewalReviewAnswer)
  async recordRenewalReview(@Args('input') input: RecordRenewalReviewInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async () => this.lives.one(await request.read(), input.agreementId));
  }

  /** Answers the entry's id. */
  run(ctx: Ctx, input: RecordRenewalReviewInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const opened = await this.desk.open(tx, input.agreementId, null);
      if (opened.refused) return opened;
      const { facts, days } = opened.value;
      if (!facts.rules.term) return refused('NO_TERM', {}, { kind: 'PRODUCT_DEFAULT', reference: 'C5 Q17' });
      const draft = reviewOf(input, days.latest);
      if (draft.refused) return draft;
      const known = entriesOf(facts.entries, 'REVIEW').find(({ content }) => content.ordinal === input.ordinal) ?? null;
      return this.desk.write(tx, opened.value, { ...draft.value, over: known });
    });
  }
}
