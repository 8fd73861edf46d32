import type { Answer, CivilDate } from '#kernel';
import { allow, answered, answerUnion, CivilDateScalar, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { signatureOf } from '../domain/life-acts.js';
import { LifeDesk } from '../views/life.desk.js';
import { LifeReader } from '../views/life.reader.js';
import { AgreementLifeType } from '../views/life.types.js';

@InputType()
export class RecordAgreementSignatureInput {
  @Field(() => ID) agreementId: string;
  @Field(() => ID) partyId: string;
  @Field(() => String, { description: 'La qualité de qui signe, telle qu’elle est imprimée.' }) office: string;
  @Field(() => String) place: string;
  @Field(() => CivilDateScalar) signedOn: CivilDate;
  @Field(() => String, { nullable: true, description: 'Pourquoi une valeur déjà connue est corrigée.' }) motive?: string | null;
}

export const RecordAgreementSignatureAnswer = answerUnion('RecordAgreementSignatureAnswer', () => AgreementLifeType);
allow('Mutation.recordAgreementSignature', ['COORDINATOR']);

/** A party’s signature on paper: the office that signed, its own place and day (4-08). */
@Resolver()
export class RecordAgreementSignature {
  constructor(
    private readonly work: Work,
    private readonly desk: LifeDesk,
    private readonly lives: LifeReader,
  ) {}

  @Mutation(() => RecordAgreementSignatureAnswer)
  async recordAgreementSignature(@Args('input') input: RecordAgreementSignatureInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async () => this.lives.one(await request.read(), input.agreementId));
  }

  /** Answers the entry's id. */
  run(ctx: Ctx, input: RecordAgreementSignatureInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const opened = await this.desk.open(tx, input.agreementId, input.partyId);
      if (opened.refused) return opened;
      const draft = signatureOf(input, opened.value.days.latest);
      return draft.refused ? draft : this.desk.write(tx, opened.value, draft.value);
    });
  }
}
