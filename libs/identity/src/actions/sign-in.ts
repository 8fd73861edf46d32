import { accepted, refused, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { browserCookie, sessionCookie } from '../domain/cookies.js';
import { deviceOf } from '../domain/device.js';
import { SessionLimits } from '../domain/session.js';
import { signInCodeLimits, tryCode } from '../domain/sign-in-code.js';
import { InstanceSecret } from '../store/instance-secret.js';
import { endSession, openSession, sessionSeconds, stepUpSession } from '../store/session.store.js';
import { countTry, lockCodeOf, sameDigits, sixDigits, useCode } from '../store/sign-in-code.store.js';
import { SignedIn } from '../views/signed-in.type.js';

@InputType()
export class SignInInput {
  @Field(() => String, { description: 'Les six chiffres reçus par courriel.' }) code: string;
}

export const SignInAnswer = answerUnion('SignInAnswer', () => SignedIn);
allow('Mutation.signIn', 'ANYONE');

/**
 * The code signs in, or, when its person is signed in already, renews the step-up of that session. Either way the browser gets a new token,
 * and a session it held for somebody else ends. A wrong try is counted even though the answer is a refusal: the count commits first.
 */
@Resolver()
export class SignIn {
  constructor(
    private readonly work: Work,
    private readonly secret: InstanceSecret,
    private readonly limits: SessionLimits,
  ) {}

  @Mutation(() => SignInAnswer)
  async signIn(@Args('input') input: SignInInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (personId) => Object.assign(new SignedIn(), { personId }));
  }

  async run(ctx: Ctx, input: SignInInput): Promise<Answer<string>> {
    const browserToken = ctx.cookies?.get(browserCookie) ?? null;
    if (!browserToken) return refused('SIGN_IN_CODE_OTHER_BROWSER');
    // The answer holds the token: it is kept under no idempotency key. The code itself serves once.
    const tried = await this.work.run({ ...ctx, audience: 'INSTANCE', idempotencyKey: null }, async (tx) => accepted(await this.judge(tx, browserToken, input.code)));
    if (tried.refused || tried.value.refused) return tried.refused ? tried : (tried.value as Answer<never>);
    const { personId, token } = tried.value.value;
    ctx.cookies?.set(browserCookie, '', 0);
    ctx.cookies?.set(sessionCookie, token, sessionSeconds(this.limits));
    return accepted(personId);
  }

  private async judge(tx: Tx, browserToken: string, typed: string): Promise<Answer<{ personId: string; token: string }>> {
    const asked = await lockCodeOf(tx, browserToken);
    const matches = asked !== null && sameDigits(typed, sixDigits(this.secret.value, asked.id)) && asked.personId !== null;
    const judged = tryCode(asked, matches, tx.recordedAt());
    if (asked && asked.tries < signInCodeLimits.tries) await countTry(tx, asked.id);
    if (judged.refused || !asked?.personId) return judged.refused ? judged : refused('SIGN_IN_CODE_EXPIRED', { minutes: signInCodeLimits.minutes });
    await useCode(tx, asked.id);
    return accepted({ personId: asked.personId, token: await this.open(tx, asked.personId) });
  }

  private async open(tx: Tx, personId: string): Promise<string> {
    const { actor, visitor } = tx.ctx;
    if (actor?.personId === personId && actor.sessionId) return stepUpSession(tx, actor.sessionId);
    if (actor?.sessionId) await endSession(tx, actor.sessionId);
    const token = await openSession(tx, { personId, method: 'MAIL_CODE', device: deviceOf(visitor?.userAgent) }, this.limits);
    tx.tell({ kind: 'PersonSignedIn', partnershipId: null, subject: { kind: 'person', id: personId }, data: { method: 'MAIL_CODE' } });
    return token;
  }
}
