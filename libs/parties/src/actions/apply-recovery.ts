import { endSessions, freeAddress, freshProofOf, markRecovered } from '#identity';
import { accepted, refused, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { desksOf, mayApplyRecovery } from '../domain/desk.js';
import { recoverySource } from '../domain/recovery.js';
import { lockRecovery, markApplied } from '../store/recovery.store.js';
import { shownRecovery } from '../views/people.reader.js';
import { RecoveryType } from '../views/people.types.js';

@InputType()
export class ApplyRecoveryInput {
  @Field(() => ID) recoveryId: string;
}

export const ApplyRecoveryAnswer = answerUnion('ApplyRecoveryAnswer', () => RecoveryType);
allow('Mutation.applyRecovery', ['COORDINATOR'], { source: recoverySource });

/** After the 72 hours: the new address stands, open sessions end, and a key added from now on signs 72 hours later. A step-up is asked. */
@Resolver()
export class ApplyRecovery {
  constructor(private readonly work: Work) {}

  @Mutation(() => ApplyRecoveryAnswer)
  async applyRecovery(@Args('input') input: ApplyRecoveryInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (id) => shownRecovery(request, id));
  }

  run(ctx: Ctx, { recoveryId }: ApplyRecoveryInput): Promise<Answer<string>> {
    return this.work.run({ ...ctx, audience: 'INSTANCE' }, async (tx) => {
      const recovery = await lockRecovery(tx, recoveryId);
      if (!recovery || !ctx.actor) return refused('NOT_FOUND');
      const judged = mayApplyRecovery(recovery, desksOf(ctx.actor, recovery.partnershipId), tx.now());
      if (judged.refused) return judged;
      const { id, partnershipId, personId, mailAddress } = recovery;
      const address = mailAddress === null ? accepted(null) : await freeAddress(tx, mailAddress);
      if (address.refused) return address;
      const proof = await freshProofOf(tx, 'applyRecovery', id);
      if (proof.refused) return proof;
      await markRecovered(tx, personId, address.value);
      await endSessions(tx, personId);
      await markApplied(tx, id);
      tx.tell({ kind: 'RecoveryApplied', partnershipId, subject: { kind: 'recovery', id }, data: { personId, method: proof.value.method, at: '1' } });
      return accepted(id);
    });
  }
}
