import { accepted, refused, type Answer } from '#kernel';
import { allow, answered, answerUnion, claimedCredential, judgeAssertion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { challengeCookie } from '../domain/cookies.js';
import { challengeExpired, keysThatSign, passkeyRefused } from '../domain/passkey.js';
import { stepUpMinutes } from '../domain/sign-in-code.js';
import { takeChallenge } from '../store/passkey-challenge.store.js';
import { countAssertion, lockPasskey, PasskeySite } from '../store/passkey.store.js';
import { keepStepUp } from '../store/step-up.store.js';

@InputType()
export class ProveStepUpInput {
  @Field(() => String, { description: 'La réponse de navigator.credentials.get(), en JSON.' }) response: string;
}

@ObjectType({ description: 'La clé a répondu de cet acte, et de nul autre : il reste à l’accomplir.' })
export class StepUpProved {
  @Field(() => Number, { description: 'Pendant combien de minutes.' }) minutes: number;
}

export const ProveStepUpAnswer = answerUnion('ProveStepUpAnswer', () => StepUpProved);
allow('Mutation.proveStepUp', 'SIGNED_IN');

/** Keeps a key's word on the act it was asked about. Refused: PASSKEY_EXPIRED, PASSKEY_NOT_YET, PASSKEY_REFUSED. */
@Resolver()
export class ProveStepUp {
  constructor(
    private readonly work: Work,
    private readonly site: PasskeySite,
  ) {}

  @Mutation(() => ProveStepUpAnswer)
  async proveStepUp(@Args('input') input: ProveStepUpInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), () => Object.assign(new StepUpProved(), { minutes: stepUpMinutes }));
  }

  async run(ctx: Ctx, { response }: ProveStepUpInput): Promise<Answer<true>> {
    const browserToken = ctx.cookies?.get(challengeCookie) ?? null;
    if (!browserToken) return challengeExpired();
    ctx.cookies?.set(challengeCookie, '', 0);
    const judged = await this.work.run({ ...ctx, audience: 'INSTANCE', idempotencyKey: null }, async (tx) => accepted(await this.judge(tx, browserToken, response)));
    return judged.refused ? judged : judged.value;
  }

  private async judge(tx: Tx, browserToken: string, response: string): Promise<Answer<true>> {
    const { actor } = tx.ctx;
    if (!actor?.sessionId) return refused('SIGN_IN_REQUIRED');
    const { personId, sessionId } = actor;
    const asked = await takeChallenge(tx, browserToken, { purpose: 'STEP_UP', personId, sessionId });
    const { statement } = asked ?? {};
    if (!asked || !statement) return challengeExpired();
    const passkey = await lockPasskey(tx, claimedCredential(response) ?? '');
    if (!passkey || passkey.personId !== personId || statement.personId !== personId) return passkeyRefused();
    const ready = keysThatSign([passkey], tx.recordedAt());
    if (ready.refused) return ready;
    const counter = await judgeAssertion(this.site, { response, challenge: asked.challenge, passkey, personId });
    if (counter === null) return passkeyRefused();
    await countAssertion(tx, passkey.id, counter);
    await keepStepUp(tx, { challenge: { ...asked, statement }, sessionId, passkeyId: passkey.id, assertion: JSON.parse(response) as object });
    return accepted(true);
  }
}
