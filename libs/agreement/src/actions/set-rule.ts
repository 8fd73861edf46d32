import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { changeOfRules, setRule } from '../domain/rule-life.js';
import { askedOfBook } from '../store/rule-asked.js';
import { addVersion } from '../store/rule-book.store.js';
import { ruleBookView } from '../views/rule-book.reader.js';
import { RuleBookType } from '../views/rule-book.types.js';
import { RuleSourceInput, RuleValueInput } from '../views/rule.input.js';

@InputType()
export class SetRuleInput extends RuleValueInput {
  @Field(() => RuleSourceInput) source: RuleSourceInput;
}

export const SetRuleAnswer = answerUnion('SetRuleAnswer', () => RuleBookType);
allow('Mutation.setRule', ['COORDINATOR'], { partnershipOf: ({ input }) => (input as SetRuleInput | undefined)?.partnershipId, source: changeOfRules });

/** During the set-up, a coordinator of any party says what a rule is and where it comes from. Refused: RULES_IN_SERVICE, RULE_VALUE_UNFIT, RULE_QUOTE_NOT_IN_ARTICLE … */
@Resolver()
export class SetRule {
  constructor(private readonly work: Work) {}

  @Mutation(() => SetRuleAnswer)
  async setRule(@Args('input') input: SetRuleInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async () => ruleBookView(await request.read(), input.partnershipId));
  }

  /** Answers the version's id. */
  run(ctx: Ctx, input: SetRuleInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const found = await askedOfBook(tx, input, { source: input.source, motive: null });
      if (found.refused) return found;
      const { book, asked, world } = found.value;
      const decided = setRule(book, asked, world);
      if (decided.refused) return decided;
      await addVersion(tx, book, decided.value.state);
      tx.tell(...decided.value.facts);
      return accepted(decided.value.state.id);
    });
  }
}
