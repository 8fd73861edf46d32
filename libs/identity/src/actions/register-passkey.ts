import { accepted, refused, type Answer } from '#kernel';
import { allow, answered, answerUnion, judgeCreation, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { challengeCookie } from '../domain/cookies.js';
import { deviceOf } from '../domain/device.js';
import { challengeExpired, passkeyRefused } from '../domain/passkey.js';
import { takeChallenge } from '../store/passkey-challenge.store.js';
import { keepPasskey, PasskeySite } from '../store/passkey.store.js';

@InputType()
export class RegisterPasskeyInput {
  @Field(() => String, { description: 'La réponse de navigator.credentials.create(), en JSON.' }) response: string;
}

@ObjectType()
export class PasskeyAdded {
  @Field(() => String) passkeyId: string;
}

export const RegisterPasskeyAnswer = answerUnion('RegisterPasskeyAnswer', () => PasskeyAdded);
allow('Mutation.registerPasskey', 'SIGNED_IN');

/** Keeps the public half of a key this device made for the question put a moment ago. Refused: PASSKEY_EXPIRED, PASSKEY_REFUSED, PASSKEY_KNOWN. */
@Resolver()
export class RegisterPasskey {
  constructor(
    private readonly work: Work,
    private readonly site: PasskeySite,
  ) {}

  @Mutation(() => RegisterPasskeyAnswer)
  async registerPasskey(@Args('input') input: RegisterPasskeyInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (passkeyId) => Object.assign(new PasskeyAdded(), { passkeyId }));
  }

  async run(ctx: Ctx, { response }: RegisterPasskeyInput): Promise<Answer<string>> {
    const browserToken = ctx.cookies?.get(challengeCookie) ?? null;
    if (!browserToken) return challengeExpired();
    ctx.cookies?.set(challengeCookie, '', 0);
    // The question is spent whatever its answer is worth: that is committed, and the refusal told afterwards.
    const judged = await this.work.run({ ...ctx, audience: 'INSTANCE', idempotencyKey: null }, async (tx) => accepted(await this.judge(tx, browserToken, response)));
    return judged.refused ? judged : judged.value;
  }

  private async judge(tx: Tx, browserToken: string, response: string): Promise<Answer<string>> {
    const { actor, visitor } = tx.ctx;
    if (!actor?.sessionId) return refused('SIGN_IN_REQUIRED');
    const { personId, sessionId } = actor;
    const asked = await takeChallenge(tx, browserToken, { purpose: 'REGISTER', personId, sessionId });
    if (!asked) return challengeExpired();
    const made = await judgeCreation(this.site, { response, challenge: asked.challenge });
    if (!made) return passkeyRefused();
    const id = await keepPasskey(tx, { personId, made, how: 'SESSION', device: deviceOf(visitor?.userAgent) });
    if (!id) return refused('PASSKEY_KNOWN');
    tx.tell({ kind: 'PasskeyAdded', partnershipId: null, subject: { kind: 'person', id: personId }, data: { personId, passkeyId: id, how: 'SESSION' } });
    return accepted(id);
  }
}
