import { freshProofOf } from '#identity';
import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { askCorrection, changeOfRules } from '../domain/rule-life.js';
import { motiveOf } from '../domain/rule-source.js';
import { askedOfBook } from '../store/rule-asked.js';
import { addVersion } from '../store/rule-book.store.js';
import { ruleBookView } from '../views/rule-book.reader.js';
import { RuleBookType } from '../views/rule-book.types.js';
import { RuleSourceInput, RuleValueInput } from '../views/rule.input.js';

@InputType()
export class CorrectRuleInput extends RuleValueInput {
  @Field(() => RuleSourceInput) source: RuleSourceInput;
  @Field(() => String, { description: 'En quoi la saisie était fausse.' }) motive: string;
}

export const CorrectRuleAnswer = answerUnion('CorrectRuleAnswer', () => RuleBookType);
allow('Mutation.correctRule', ['COORDINATOR'], { partnershipOf: ({ input }) => (input as CorrectRuleInput | undefined)?.partnershipId, source: changeOfRules });

/** « Erreur matérielle »: a coordinator asks that a typing error be put right; another party agrees, or nothing changes. A step-up is asked. */
@Resolver()
export class CorrectRule {
  constructor(private readonly work: Work) {}

  @Mutation(() => CorrectRuleAnswer)
  async correctRule(@Args('input') input: CorrectRuleInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async () => ruleBookView(await request.read(), input.partnershipId));
  }

  /** Answers the version's id. */
  run(ctx: Ctx, input: CorrectRuleInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const motive = motiveOf(input.motive);
      if (motive.refused) return motive;
      const found = await askedOfBook(tx, input, { source: input.source, motive: motive.value });
      if (found.refused) return found;
      const { book, asked, world } = found.value;
      const decided = askCorrection(book, asked, world);
      if (decided.refused) return decided;
      const proof = await freshProofOf(tx, 'correctRule', book.agreementId);
      if (proof.refused) return proof;
      await addVersion(tx, book, decided.value.state);
      tx.tell(...decided.value.facts);
      return accepted(decided.value.state.id);
    });
  }
}
