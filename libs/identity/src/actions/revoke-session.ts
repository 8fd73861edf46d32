import { accepted, refused, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { endSession, endSessionsOf, sessionsOf } from '../store/session.store.js';

@InputType()
export class RevokeSessionInput {
  @Field(() => ID, { nullable: true, description: 'Absente : toutes, sauf celle de cette page.' }) sessionId?: string | null;
}

@ObjectType()
export class SessionsRevoked {
  @Field(() => Int) count: number;
}

export const RevokeSessionAnswer = answerUnion('RevokeSessionAnswer', () => SessionsRevoked);
allow('Mutation.revokeSession', 'SIGNED_IN');

/** Signs another device of one's own out, or all the others (ASVS 5.0, 7.4.3 and 7.5.2). This one leaves by « Se déconnecter ». */
@Resolver()
export class RevokeSession {
  constructor(private readonly work: Work) {}

  @Mutation(() => RevokeSessionAnswer)
  async revokeSession(@Args('input') input: RevokeSessionInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (count) => Object.assign(new SessionsRevoked(), { count }));
  }

  run(ctx: Ctx, { sessionId }: RevokeSessionInput): Promise<Answer<number>> {
    return this.work.run(ctx, async (tx) => {
      const { actor } = ctx;
      if (!actor?.sessionId) return refused('SIGN_IN_REQUIRED');
      const { personId, sessionId: current } = actor;
      const mine = (await sessionsOf(tx, personId)).some(({ id }) => id === sessionId);
      if (sessionId && !mine) return refused('NOT_FOUND');
      if (sessionId) await endSession(tx, sessionId);
      const count = sessionId ? 1 : await endSessionsOf(tx, personId, current);
      tx.tell({ kind: 'SessionsRevoked', partnershipId: null, subject: { kind: 'person', id: personId }, data: { count } });
      return accepted(count);
    });
  }
}
