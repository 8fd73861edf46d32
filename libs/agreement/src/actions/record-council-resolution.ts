import type { Answer, CivilDate } from '#kernel';
import { allow, answered, answerUnion, CivilDateScalar, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { resolutionOf } from '../domain/life-acts.js';
import { LifeDesk } from '../views/life.desk.js';
import { LifeReader } from '../views/life.reader.js';
import { AgreementLifeType } from '../views/life.types.js';

@InputType()
export class RecordCouncilResolutionInput {
  @Field(() => ID) agreementId: string;
  @Field(() => ID) partyId: string;
  @Field(() => String, { description: 'Le conseil qui a délibéré.' }) body: string;
  @Field(() => CivilDateScalar) decidedOn: CivilDate;
  @Field(() => String, { nullable: true }) number?: string | null;
  @Field(() => String, { nullable: true, description: 'Pourquoi une valeur déjà connue est corrigée.' }) motive?: string | null;
}

export const RecordCouncilResolutionAnswer = answerUnion('RecordCouncilResolutionAnswer', () => AgreementLifeType);
allow('Mutation.recordCouncilResolution', ['COORDINATOR']);

/** The resolution by which a party’s council lets it sign (4-03); written again, it is filled in or corrected. */
@Resolver()
export class RecordCouncilResolution {
  constructor(
    private readonly work: Work,
    private readonly desk: LifeDesk,
    private readonly lives: LifeReader,
  ) {}

  @Mutation(() => RecordCouncilResolutionAnswer)
  async recordCouncilResolution(@Args('input') input: RecordCouncilResolutionInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async () => this.lives.one(await request.read(), input.agreementId));
  }

  /** Answers the entry's id. */
  run(ctx: Ctx, input: RecordCouncilResolutionInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const opened = await this.desk.open(tx, input.agreementId, input.partyId);
      if (opened.refused) return opened;
      const draft = resolutionOf(input, opened.value.days.latest);
      return draft.refused ? draft : this.desk.write(tx, opened.value, draft.value);
    });
  }
}
