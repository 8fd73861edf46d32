import { accepted, refused, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { changeOfRules, close } from '../domain/rule-life.js';
import { deskOf, keepVersion, lockVersion } from '../store/rule-book.store.js';
import { ruleBookView } from '../views/rule-book.reader.js';
import { RuleBookType } from '../views/rule-book.types.js';

@InputType()
export class CloseRuleAskingInput {
  @Field(() => ID) versionId: string;
}

export const CloseRuleAskingAnswer = answerUnion('CloseRuleAskingAnswer', () => RuleBookType);
allow('Mutation.closeRuleAsking', ['COORDINATOR'], { source: changeOfRules });

/** A proposal or a correction that nobody wants any more: withdrawn by its party, or declined by another. The rule stays as it is. */
@Resolver()
export class CloseRuleAsking {
  constructor(private readonly work: Work) {}

  @Mutation(() => CloseRuleAskingAnswer)
  async closeRuleAsking(@Args('input') input: CloseRuleAskingInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (partnershipId) => ruleBookView(await request.read(), partnershipId));
  }

  /** Answers the partnership's id. */
  run(ctx: Ctx, input: CloseRuleAskingInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const held = await lockVersion(tx, input.versionId);
      if (!held) return refused('NOT_FOUND');
      const { book, version } = held;
      const decided = close(book, version, { desk: deskOf(ctx, book.partnershipId), at: tx.now() });
      if (decided.refused) return decided;
      await keepVersion(tx, book, decided.value.state);
      tx.tell(...decided.value.facts);
      return accepted(book.partnershipId);
    });
  }
}
