import { accepted, refused, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { stepUpRequired } from '../domain/passkey.js';
import { isStepUpFresh, stepUpMinutes } from '../domain/sign-in-code.js';
import { revokePasskey } from '../store/passkey.store.js';
import { sessionProof } from '../store/session.store.js';

@InputType()
export class RemovePasskeyInput {
  @Field(() => ID) passkeyId: string;
}

@ObjectType()
export class PasskeyRemoved {
  @Field(() => ID) passkeyId: string;
}

export const RemovePasskeyAnswer = answerUnion('RemovePasskeyAnswer', () => PasskeyRemoved);
allow('Mutation.removePasskey', 'SIGNED_IN');

/** A key of one's own opens and proves nothing any more. A fresh code is asked: an unlocked screen must not undo a mayor's key. */
@Resolver()
export class RemovePasskey {
  constructor(private readonly work: Work) {}

  @Mutation(() => RemovePasskeyAnswer)
  async removePasskey(@Args('input') input: RemovePasskeyInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (passkeyId) => Object.assign(new PasskeyRemoved(), { passkeyId }));
  }

  run(ctx: Ctx, { passkeyId }: RemovePasskeyInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const { actor } = ctx;
      if (!actor?.sessionId) return refused('SIGN_IN_REQUIRED');
      if (!isStepUpFresh((await sessionProof(tx, actor.sessionId)).at, tx.recordedAt())) return stepUpRequired(stepUpMinutes);
      if (!(await revokePasskey(tx, actor.personId, passkeyId))) return refused('NOT_FOUND');
      tx.tell({ kind: 'PasskeyRemoved', partnershipId: null, subject: { kind: 'person', id: actor.personId }, data: { personId: actor.personId, passkeyId } });
      return accepted(passkeyId);
    });
  }
}
