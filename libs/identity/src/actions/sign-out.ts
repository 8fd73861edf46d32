import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { sessionCookie } from '../domain/cookies.js';
import { endSession } from '../store/session.store.js';

@ObjectType()
export class SignedOut {
  @Field(() => Boolean) done: boolean;
}

export const SignOutAnswer = answerUnion('SignOutAnswer', () => SignedOut);
allow('Mutation.signOut', 'SIGNED_IN');

@Resolver()
export class SignOut {
  constructor(private readonly work: Work) {}

  @Mutation(() => SignOutAnswer)
  async signOut(@Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx), () => Object.assign(new SignedOut(), { done: true }));
  }

  async run(ctx: Ctx): Promise<Answer<true>> {
    const sessionId = ctx.actor?.sessionId ?? null;
    const answer = await this.work.run(ctx, async (tx) => {
      if (sessionId) await endSession(tx, sessionId);
      return accepted(true as const);
    });
    ctx.cookies?.set(sessionCookie, '', 0);
    return answer;
  }
}
