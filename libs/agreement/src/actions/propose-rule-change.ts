import { freshProofOf } from '#identity';
import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { changeOfRules, proposeChange } from '../domain/rule-life.js';
import { motiveOf } from '../domain/rule-source.js';
import { askedOfBook } from '../store/rule-asked.js';
import { addVersion } from '../store/rule-book.store.js';
import { ruleBookView } from '../views/rule-book.reader.js';
import { RuleBookType } from '../views/rule-book.types.js';
import { RuleValueInput } from '../views/rule.input.js';

@InputType()
export class ProposeRuleChangeInput extends RuleValueInput {
  @Field(() => String, { description: 'Pourquoi : lu par le comité avant de décider.' }) motive: string;
}

export const ProposeRuleChangeAnswer = answerUnion('ProposeRuleChangeAnswer', () => RuleBookType);
allow('Mutation.proposeRuleChange', ['COORDINATOR'], { partnershipOf: ({ input }) => (input as ProposeRuleChangeInput | undefined)?.partnershipId, source: changeOfRules });

/** In service, a coordinator proposes another reading to the committee: it takes effect when the minutes of its decision are executory. A step-up is asked. */
@Resolver()
export class ProposeRuleChange {
  constructor(private readonly work: Work) {}

  @Mutation(() => ProposeRuleChangeAnswer)
  async proposeRuleChange(@Args('input') input: ProposeRuleChangeInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async () => ruleBookView(await request.read(), input.partnershipId));
  }

  /** Answers the version's id: the subject of an item of the agenda, of kind `rule`. */
  run(ctx: Ctx, input: ProposeRuleChangeInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const motive = motiveOf(input.motive);
      if (motive.refused) return motive;
      const found = await askedOfBook(tx, input, { source: null, motive: motive.value });
      if (found.refused) return found;
      const { book, asked, world } = found.value;
      const decided = proposeChange(book, asked, world);
      if (decided.refused) return decided;
      const proof = await freshProofOf(tx, 'proposeRuleChange', book.agreementId);
      if (proof.refused) return proof;
      await addVersion(tx, book, decided.value.state);
      tx.tell(...decided.value.facts);
      return accepted(decided.value.state.id);
    });
  }
}
