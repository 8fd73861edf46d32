import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { told } from '../domain/facts.js';
import { mayWithdrawImport } from '../domain/past-import.js';
import { notFound } from '../domain/refusals.js';
import { handOf } from '../store/hand.store.js';
import { keepWithdrawal, lockPastImport } from '../store/joining.store.js';

@InputType()
export class WithdrawPastImportInput {
  @Field(() => ID) importId: string;
}

@ObjectType('PastImportWithdrawn')
export class PastImportWithdrawn {
  @Field(() => ID) id: string;
}

export const WithdrawPastImportAnswer = answerUnion('WithdrawPastImportAnswer', () => PastImportWithdrawn);
allow('Mutation.withdrawPastImport', ['COORDINATOR']);

/** Takes a whole table of past projects back: nothing hangs on them, and nothing of them is shown or found any more. */
@Resolver()
export class WithdrawPastImport {
  constructor(private readonly work: Work) {}

  @Mutation(() => WithdrawPastImportAnswer)
  async withdrawPastImport(@Args('input') input: WithdrawPastImportInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (id): PastImportWithdrawn => Object.assign(new PastImportWithdrawn(), { id }));
  }

  run(ctx: Ctx, { importId }: WithdrawPastImportInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const line = await lockPastImport(tx, importId);
      if (!line) return notFound();
      const may = mayWithdrawImport(line, handOf(ctx, line.partnershipId));
      if (may.refused) return may;
      await keepWithdrawal(tx, line);
      const { partnershipId, id, count } = line;
      tx.tell(told('PastProjectsWithdrawn', { partnershipId, subject: { kind: 'pastImport', id } }, { count }));
      return accepted(id);
    });
  }
}
