import { allow, denial, policyRows, type GraphqlRequest } from '#platform';
import { Context, Query, Resolver } from '@nestjs/graphql';
import { holdOf, linesHeld } from '../store/hold.store.js';
import { SendingHoldType } from './notices.types.js';

allow('Query.sendingHold', 'SIGNED_IN');

/** Told to every signed-in person, so that a silence is never taken for « nothing to do ». */
@Resolver()
export class SendingHoldView {
  @Query(() => SendingHoldType, { nullable: true })
  async sendingHold(@Context() request: GraphqlRequest): Promise<SendingHoldType | null> {
    const tx = await request.read();
    const hold = await holdOf(tx);
    if (!hold) return null;
    const row = policyRows().find(({ operation }) => operation === 'Mutation.resumeSending');
    return { ...hold, held: await linesHeld(tx), mayResume: denial(row, request.ctx, {}) === null };
  }
}
