import { accepted, refused, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { recoverySource, stopRecovery } from '../domain/recovery.js';
import { lockRecovery, markStopped } from '../store/recovery.store.js';
import { shownRecovery } from '../views/people.reader.js';
import { RecoveryType } from '../views/people.types.js';

@InputType()
export class StopRecoveryInput {
  @Field(() => ID) recoveryId: string;
}

export const StopRecoveryAnswer = answerUnion('StopRecoveryAnswer', () => RecoveryType);
allow('Mutation.stopRecovery', 'SIGNED_IN', { source: recoverySource });

/** The person herself, a co-president or a coordinator: this is not right, it stops at once. */
@Resolver()
export class StopRecovery {
  constructor(private readonly work: Work) {}

  @Mutation(() => StopRecoveryAnswer)
  async stopRecovery(@Args('input') input: StopRecoveryInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (id) => shownRecovery(request, id));
  }

  run(ctx: Ctx, { recoveryId }: StopRecoveryInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const recovery = await lockRecovery(tx, recoveryId);
      if (!recovery || !ctx.actor) return refused('NOT_FOUND');
      const judged = stopRecovery(recovery, ctx.actor, tx.now());
      if (judged.refused) return judged;
      await markStopped(tx, recovery.id);
      tx.tell({ kind: 'RecoveryStopped', partnershipId: recovery.partnershipId, subject: { kind: 'recovery', id: recovery.id }, data: { personId: recovery.personId, at: '1' } });
      return accepted(recovery.id);
    });
  }
}
