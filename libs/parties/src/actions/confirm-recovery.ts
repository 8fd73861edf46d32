import { freshProofOf } from '#identity';
import { accepted, refused, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { desksOf, mayConfirmRecovery } from '../domain/desk.js';
import { recoverySource } from '../domain/recovery.js';
import { lockRecovery, markConfirmed } from '../store/recovery.store.js';
import { shownRecovery } from '../views/people.reader.js';
import { RecoveryType } from '../views/people.types.js';

@InputType()
export class ConfirmRecoveryInput {
  @Field(() => ID) recoveryId: string;
}

export const ConfirmRecoveryAnswer = answerUnion('ConfirmRecoveryAnswer', () => RecoveryType);
allow('Mutation.confirmRecovery', ['COORDINATOR'], { source: recoverySource });

/** The second coordinator, of another party: from now on 72 hours run, and everybody seated is told. A step-up is asked. */
@Resolver()
export class ConfirmRecovery {
  constructor(private readonly work: Work) {}

  @Mutation(() => ConfirmRecoveryAnswer)
  async confirmRecovery(@Args('input') input: ConfirmRecoveryInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (id) => shownRecovery(request, id));
  }

  run(ctx: Ctx, { recoveryId }: ConfirmRecoveryInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const recovery = await lockRecovery(tx, recoveryId);
      if (!recovery || !ctx.actor) return refused('NOT_FOUND');
      const desk = mayConfirmRecovery(recovery, desksOf(ctx.actor, recovery.partnershipId), tx.now());
      if (desk.refused) return desk;
      const proof = await freshProofOf(tx, 'confirmRecovery', recovery.id);
      if (proof.refused) return proof;
      await markConfirmed(tx, recovery.id, desk.value);
      const data = { personId: recovery.personId, method: proof.value.method, at: '1' };
      tx.tell({ kind: 'RecoveryConfirmed', partnershipId: recovery.partnershipId, subject: { kind: 'recovery', id: recovery.id }, data });
      return accepted(recovery.id);
    });
  }
}
