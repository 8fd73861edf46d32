import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, claimedCredential, judgeAssertion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { challengeCookie, sessionCookie } from '../domain/cookies.js';
import { deviceOf } from '../domain/device.js';
import { challengeExpired, passkeyRefused } from '../domain/passkey.js';
import { SessionLimits } from '../domain/session.js';
import { takeChallenge } from '../store/passkey-challenge.store.js';
import { countAssertion, lockPasskey, PasskeySite } from '../store/passkey.store.js';
import { endSession, openSession, sessionSeconds } from '../store/session.store.js';
import { SignedIn } from '../views/signed-in.type.js';

@InputType()
export class SignInWithPasskeyInput {
  @Field(() => String, { description: 'La réponse de navigator.credentials.get(), en JSON.' }) response: string;
}

export const SignInWithPasskeyAnswer = answerUnion('SignInWithPasskeyAnswer', () => SignedIn);
allow('Mutation.signInWithPasskey', 'ANYONE');

/**
 * A key of this site opens a session for reading and voting; signing asks the key again, bound to the document. The browser gets a new token
 * and the session it held ends. Refused alike whatever is wrong: PASSKEY_EXPIRED, PASSKEY_REFUSED.
 */
@Resolver()
export class SignInWithPasskey {
  constructor(
    private readonly work: Work,
    private readonly site: PasskeySite,
    private readonly limits: SessionLimits,
  ) {}

  @Mutation(() => SignInWithPasskeyAnswer)
  async signInWithPasskey(@Args('input') input: SignInWithPasskeyInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (personId) => Object.assign(new SignedIn(), { personId }));
  }

  async run(ctx: Ctx, { response }: SignInWithPasskeyInput): Promise<Answer<string>> {
    const browserToken = ctx.cookies?.get(challengeCookie) ?? null;
    if (!browserToken) return challengeExpired();
    ctx.cookies?.set(challengeCookie, '', 0);
    const judged = await this.work.run({ ...ctx, audience: 'INSTANCE', idempotencyKey: null }, async (tx) => accepted(await this.judge(tx, browserToken, response)));
    if (judged.refused || judged.value.refused) return judged.refused ? judged : (judged.value as Answer<never>);
    const { personId, token } = judged.value.value;
    ctx.cookies?.set(sessionCookie, token, sessionSeconds(this.limits));
    return accepted(personId);
  }

  private async judge(tx: Tx, browserToken: string, response: string): Promise<Answer<{ personId: string; token: string }>> {
    const asked = await takeChallenge(tx, browserToken, { purpose: 'SIGN_IN', personId: null, sessionId: null });
    if (!asked) return challengeExpired();
    const passkey = await lockPasskey(tx, claimedCredential(response) ?? '');
    if (!passkey) return passkeyRefused();
    const { personId } = passkey;
    const counter = await judgeAssertion(this.site, { response, challenge: asked.challenge, passkey, personId });
    if (counter === null) return passkeyRefused();
    await countAssertion(tx, passkey.id, counter);
    const { actor, visitor } = tx.ctx;
    if (actor?.sessionId) await endSession(tx, actor.sessionId);
    const token = await openSession(tx, { personId, method: 'PASSKEY', device: deviceOf(visitor?.userAgent) }, this.limits);
    tx.tell({ kind: 'PersonSignedIn', partnershipId: null, subject: { kind: 'person', id: personId }, data: { method: 'PASSKEY' } });
    return accepted({ personId, token });
  }
}
