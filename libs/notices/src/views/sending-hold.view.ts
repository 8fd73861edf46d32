import { allow, partnershipsKept, Work, type GraphqlRequest } from '#platform';
import { Context, Query, Resolver } from '@nestjs/graphql';
import { isAdminOnly, mayResume } from '../domain/hold.js';
import { holdOf, linesHeld } from '../store/hold.store.js';
import { SendingHoldType } from './notices.types.js';

allow('Query.sendingHold', 'SIGNED_IN');

/** Told to every signed-in person, so that a silence is never taken for « nothing to do ». */
@Resolver()
export class SendingHoldView {
  constructor(private readonly work: Work) {}

  @Query(() => SendingHoldType, { nullable: true })
  async sendingHold(@Context() request: GraphqlRequest): Promise<SendingHoldType | null> {
    const tx = await request.read();
    const hold = await holdOf(tx);
    if (!hold) return null;
    const kept = await this.work.read({ ...request.ctx, audience: 'INSTANCE' }, partnershipsKept);
    return { ...hold, held: await linesHeld(tx), mayResume: !mayResume(request.ctx.actor, kept).refused, adminOnly: isAdminOnly(kept) };
  }
}
