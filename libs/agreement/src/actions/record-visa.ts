import type { Answer, CivilDate } from '#kernel';
import { allow, answered, answerUnion, CivilDateScalar, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { visaOf } from '../domain/life-acts.js';
import { LifeDesk } from '../views/life.desk.js';
import { LifeReader } from '../views/life.reader.js';
import { AgreementLifeType, VisaDecisionEnum } from '../views/life.types.js';

@InputType()
export class RecordVisaInput {
  @Field(() => ID) agreementId: string;
  @Field(() => ID) partyId: string;
  @Field(() => String) authority: string;
  @Field(() => String, { nullable: true }) reference?: string | null;
  @Field(() => CivilDateScalar, { nullable: true }) submittedOn?: CivilDate | null;
  @Field(() => VisaDecisionEnum, { nullable: true }) decision?: keyof typeof VisaDecisionEnum | null;
  @Field(() => CivilDateScalar, { nullable: true }) decidedOn?: CivilDate | null;
  @Field(() => String, { nullable: true, description: 'Pourquoi une valeur déjà connue est corrigée.' }) motive?: string | null;
}

export const RecordVisaAnswer = answerUnion('RecordVisaAnswer', () => AgreementLifeType);
allow('Mutation.recordVisa', ['COORDINATOR']);

/** A State’s visa (4-51): asked of an authority, then granted or refused. */
@Resolver()
export class RecordVisa {
  constructor(
    private readonly work: Work,
    private readonly desk: LifeDesk,
    private readonly lives: LifeReader,
  ) {}

  @Mutation(() => RecordVisaAnswer)
  async recordVisa(@Args('input') input: RecordVisaInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async () => this.lives.one(await request.read(), input.agreementId));
  }

  /** Answers the entry's id. */
  run(ctx: Ctx, input: RecordVisaInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const opened = await this.desk.open(tx, input.agreementId, input.partyId);
      if (opened.refused) return opened;
      const draft = visaOf(input, opened.value.days.latest);
      return draft.refused ? draft : this.desk.write(tx, opened.value, draft.value);
    });
  }
}
