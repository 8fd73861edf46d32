import { accepted, refused, type Answer } from '#kernel';
import { allow, answered, answerUnion, newToken, passkeyQuestion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Context, Mutation, Resolver } from '@nestjs/graphql';
import { challengeCookie } from '../domain/cookies.js';
import { challengeMinutes, challengesPerQuarter } from '../domain/passkey.js';
import { InstanceSecret, originHashOf } from '../store/instance-secret.js';
import { challengesFrom, putChallenge } from '../store/passkey-challenge.store.js';
import { PasskeySite } from '../store/passkey.store.js';
import { PasskeyAsked } from '../views/passkey.types.js';

export const AskPasskeySignInAnswer = answerUnion('AskPasskeySignInAnswer', () => PasskeyAsked);
allow('Mutation.askPasskeySignIn', 'ANYONE');

/** Asks the device for one of its keys of this site; no address is typed, so nothing is said about who is known. */
@Resolver()
export class AskPasskeySignIn {
  constructor(
    private readonly work: Work,
    private readonly site: PasskeySite,
    private readonly secret: InstanceSecret,
  ) {}

  @Mutation(() => AskPasskeySignInAnswer)
  async askPasskeySignIn(@Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx), (options) => Object.assign(new PasskeyAsked(), { options }));
  }

  async run(ctx: Ctx): Promise<Answer<string>> {
    const browserToken = newToken();
    const asked = await this.work.run({ ...ctx, audience: 'INSTANCE', idempotencyKey: null }, (tx) => this.ask(tx, browserToken));
    if (!asked.refused) ctx.cookies?.set(challengeCookie, browserToken, challengeMinutes * 60);
    return asked;
  }

  private async ask(tx: Tx, browserToken: string): Promise<Answer<string>> {
    const originHash = originHashOf(this.secret, tx.ctx);
    if ((await challengesFrom(tx, originHash)) >= challengesPerQuarter) return refused('PASSKEY_TOO_MANY_ASKED');
    const challenge = await putChallenge(tx, { purpose: 'SIGN_IN', browserToken, personId: null, sessionId: null, originHash, statement: null });
    return accepted(await passkeyQuestion(this.site, { challenge }));
  }
}
