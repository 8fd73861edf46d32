import type { Answer, CivilDate } from '#kernel';
import { allow, answered, answerUnion, CivilDateScalar, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { transmissionOf } from '../domain/life-acts.js';
import { LifeDesk } from '../views/life.desk.js';
import { LifeReader } from '../views/life.reader.js';
import { AgreementLifeType } from '../views/life.types.js';

@InputType()
export class RecordTransmissionInput {
  @Field(() => ID) agreementId: string;
  @Field(() => ID) partyId: string;
  @Field(() => String, { nullable: true, description: '092-219200789-20221215-2022121514-DE' }) actId?: string | null;
  @Field(() => CivilDateScalar, { nullable: true }) sentOn?: CivilDate | null;
  @Field(() => CivilDateScalar, { nullable: true }) receivedOn?: CivilDate | null;
  @Field(() => CivilDateScalar, { nullable: true }) publishedOn?: CivilDate | null;
  @Field(() => String, { nullable: true, description: 'Pourquoi une valeur déjà connue est corrigée.' }) motive?: string | null;
}

export const RecordTransmissionAnswer = answerUnion('RecordTransmissionAnswer', () => AgreementLifeType);
allow('Mutation.recordTransmission', ['COORDINATOR']);

/** What the prefecture’s acknowledgement says (4-06, 0-02). Dates fill in one by one; each stays as it was typed until it is corrected. */
@Resolver()
export class RecordTransmission {
  constructor(
    private readonly work: Work,
    private readonly desk: LifeDesk,
    private readonly lives: LifeReader,
  ) {}

  @Mutation(() => RecordTransmissionAnswer)
  async recordTransmission(@Args('input') input: RecordTransmissionInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async () => this.lives.one(await request.read(), input.agreementId));
  }

  /** Answers the entry's id. */
  run(ctx: Ctx, input: RecordTransmissionInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const opened = await this.desk.open(tx, input.agreementId, input.partyId);
      if (opened.refused) return opened;
      const draft = transmissionOf(input, opened.value.days.latest);
      return draft.refused ? draft : this.desk.write(tx, opened.value, draft.value);
    });
  }
}
