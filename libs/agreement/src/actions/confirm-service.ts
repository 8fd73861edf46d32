import { freshProofOf } from '#identity';
import { accepted, refused, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { changeOfRules, confirmService } from '../domain/rule-life.js';
import { deskOf, keepService, lockBook } from '../store/rule-book.store.js';
import { ruleBookView } from '../views/rule-book.reader.js';
import { RuleBookType } from '../views/rule-book.types.js';

@InputType()
export class ConfirmServiceInput {
  @Field(() => ID) partnershipId: string;
  @Field(() => Int, { description: 'L’édition des règles qui a été lue : une règle fixée depuis demande une nouvelle lecture.' }) edition: number;
}

export const ConfirmServiceAnswer = answerUnion('ConfirmServiceAnswer', () => RuleBookType);
allow('Mutation.confirmService', ['COORDINATOR'], { partnershipOf: ({ input }) => (input as ConfirmServiceInput | undefined)?.partnershipId, source: changeOfRules });

/** « Mise en service »: a party's coordinator confirms the rules she read. With the last party the set-up is over (Q25). A step-up is asked. */
@Resolver()
export class ConfirmService {
  constructor(private readonly work: Work) {}

  @Mutation(() => ConfirmServiceAnswer)
  async confirmService(@Args('input') input: ConfirmServiceInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async () => ruleBookView(await request.read(), input.partnershipId));
  }

  /** Answers whether the rules are in service now. */
  run(ctx: Ctx, input: ConfirmServiceInput): Promise<Answer<boolean>> {
    return this.work.run(ctx, async (tx) => {
      const book = await lockBook(tx, input.partnershipId);
      if (!book) return refused('NOT_FOUND');
      const desk = deskOf(ctx, book.partnershipId);
      const decided = confirmService(book, { desk, edition: input.edition, at: tx.now() });
      if (decided.refused) return decided;
      const proof = await freshProofOf(tx, 'confirmService', book.agreementId);
      if (proof.refused) return proof;
      const { state, facts } = decided.value;
      await keepService(tx, book, { state, personId: desk?.personId ?? '' });
      tx.tell(...facts);
      return accepted(state.inServiceAt !== null);
    });
  }
}
