import type { Answer } from '#kernel';
import { allow, answered, answerUnion, partnershipsKept, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Context, Mutation, Resolver } from '@nestjs/graphql';
import { mayResume } from '../domain/hold.js';
import { resumeSending, type Hold } from '../store/hold.store.js';
import { SendingHoldType } from '../views/notices.types.js';

export const ResumeSendingAnswer = answerUnion('ResumeSendingAnswer', () => SendingHoldType);
allow('Mutation.resumeSending', ['COORDINATOR', 'INSTANCE_ADMIN']);

/** After a restore, the instance's administrator agrees that mails leave again; a coordinator too where there is one partnership only. */
@Resolver()
export class ResumeSending {
  constructor(private readonly work: Work) {}

  @Mutation(() => ResumeSendingAnswer)
  async resumeSending(@Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx), (hold) => Object.assign(new SendingHoldType(), { ...hold, held: 0, mayResume: false, adminOnly: false }));
  }

  run(ctx: Ctx): Promise<Answer<Hold>> {
    return this.work.run({ ...ctx, audience: 'INSTANCE' }, async (tx) => {
      const allowed = mayResume(ctx.actor, await partnershipsKept(tx));
      return allowed.refused ? allowed : resumeSending(tx, ctx.actor?.personId ?? null);
    });
  }
}
