import { freshProofOf } from '#identity';
import { accepted, refused, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { agreeCorrection, changeOfRules } from '../domain/rule-life.js';
import { deskOf, keepVersion, lockVersion } from '../store/rule-book.store.js';
import { ruleBookView } from '../views/rule-book.reader.js';
import { RuleBookType } from '../views/rule-book.types.js';

@InputType()
export class AgreeRuleCorrectionInput {
  @Field(() => ID) versionId: string;
}

export const AgreeRuleCorrectionAnswer = answerUnion('AgreeRuleCorrectionAnswer', () => RuleBookType);
allow('Mutation.agreeRuleCorrection', ['COORDINATOR'], { source: changeOfRules });

/** A coordinator of another party agrees that it was a typing error: the rule is right from now on, and past decisions keep theirs. A step-up is asked. */
@Resolver()
export class AgreeRuleCorrection {
  constructor(private readonly work: Work) {}

  @Mutation(() => AgreeRuleCorrectionAnswer)
  async agreeRuleCorrection(@Args('input') input: AgreeRuleCorrectionInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (partnershipId) => ruleBookView(await request.read(), partnershipId));
  }

  /** Answers the partnership's id. */
  run(ctx: Ctx, input: AgreeRuleCorrectionInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const held = await lockVersion(tx, input.versionId);
      if (!held) return refused('NOT_FOUND');
      const { book, version } = held;
      const decided = agreeCorrection(book, version, { desk: deskOf(ctx, book.partnershipId), at: tx.now() });
      if (decided.refused) return decided;
      const proof = await freshProofOf(tx, 'agreeRuleCorrection', version.id);
      if (proof.refused) return proof;
      await keepVersion(tx, book, decided.value.state);
      tx.tell(...decided.value.facts);
      return accepted(book.partnershipId);
    });
  }
}
