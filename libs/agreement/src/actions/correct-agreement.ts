import { accepted, refused, type Answer, type CivilDate } from '#kernel';
import { allow, answered, answerUnion, CivilDateScalar, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import type { AgreementKind } from '../domain/capabilities.js';
import { changeOfRules } from '../domain/rule-life.js';
import { correctAgreement } from '../domain/set-up.js';
import { RestingOnAgreement } from '../store/resting.js';
import { deskOf, lockBook } from '../store/rule-book.store.js';
import { agreementAt, keepAgreement, keepTextEdition } from '../store/set-up.store.js';
import { setUpView } from '../views/set-up.reader.js';
import { AgreementKindEnum, SetUpType } from '../views/set-up.types.js';

@InputType()
export class CorrectAgreementInput {
  @Field(() => ID) partnershipId: string;
  @Field(() => AgreementKindEnum) kind: AgreementKind;
  @Field(() => String) displayName: string;
  @Field(() => CivilDateScalar, { nullable: true }) effectiveOn?: CivilDate | null;
  @Field(() => String, { nullable: true, description: 'L’année, quand le texte ne dit pas le jour.' }) since?: string | null;
  @Field(() => Int, { description: 'L’édition du texte qui a été lue.' }) textEdition: number;
}

export const CorrectAgreementAnswer = answerUnion('CorrectAgreementAnswer', () => SetUpType);
allow('Mutation.correctAgreement', ['COORDINATOR'], { partnershipOf: ({ input }) => (input as CorrectAgreementInput | undefined)?.partnershipId, source: changeOfRules });

/** Before « mise en service », a coordinator of either side puts right what the agreement is, while nothing rests on it. */
@Resolver()
export class CorrectAgreement {
  constructor(
    private readonly work: Work,
    private readonly resting: RestingOnAgreement,
  ) {}

  @Mutation(() => CorrectAgreementAnswer)
  async correctAgreement(@Args('input') input: CorrectAgreementInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async () => {
      const tx = await request.read();
      return setUpView(tx, input.partnershipId, await this.resting.on(tx, input.partnershipId));
    });
  }

  run(ctx: Ctx, { partnershipId, kind, displayName, effectiveOn = null, since = null, textEdition: expected }: CorrectAgreementInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const book = await lockBook(tx, partnershipId);
      if (!book) return refused('NOT_FOUND');
      const world = { desk: deskOf(ctx, partnershipId), resting: await this.resting.on(tx, partnershipId) };
      const decided = correctAgreement(book, { before: await agreementAt(tx, book), asked: { kind, displayName, effectiveOn, since }, expected }, world);
      if (decided.refused) return decided;
      const { state, facts } = decided.value;
      if (facts.length > 0) {
        await keepAgreement(tx, book, state.agreement);
        await keepTextEdition(tx, state.book);
        tx.tell(...facts);
      }
      return accepted(book.agreementId);
    });
  }
}
