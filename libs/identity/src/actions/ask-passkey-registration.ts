import { accepted, refused, type Answer } from '#kernel';
import { allow, answered, answerUnion, newToken, passkeyCreation, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Context, Mutation, Resolver } from '@nestjs/graphql';
import { challengeCookie } from '../domain/cookies.js';
import { challengeMinutes, stepUpRequired } from '../domain/passkey.js';
import { isStepUpFresh, stepUpMinutes } from '../domain/sign-in-code.js';
import { putChallenge } from '../store/passkey-challenge.store.js';
import { passkeysOf, PasskeySite } from '../store/passkey.store.js';
import { sessionProof } from '../store/session.store.js';
import { PasskeyAsked } from '../views/passkey.types.js';

export const AskPasskeyRegistrationAnswer = answerUnion('AskPasskeyRegistrationAnswer', () => PasskeyAsked);
allow('Mutation.askPasskeyRegistration', 'SIGNED_IN');

/** « Se connecter plus vite la prochaine fois »: asks this device for a key. The code just typed is the proof; a stale one asks for another. */
@Resolver()
export class AskPasskeyRegistration {
  constructor(
    private readonly work: Work,
    private readonly site: PasskeySite,
  ) {}

  @Mutation(() => AskPasskeyRegistrationAnswer)
  async askPasskeyRegistration(@Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx), (options) => Object.assign(new PasskeyAsked(), { options }));
  }

  async run(ctx: Ctx): Promise<Answer<string>> {
    const browserToken = newToken();
    const asked = await this.work.run({ ...ctx, audience: 'INSTANCE', idempotencyKey: null }, (tx) => this.ask(tx, browserToken));
    if (!asked.refused) ctx.cookies?.set(challengeCookie, browserToken, challengeMinutes * 60);
    return asked;
  }

  private async ask(tx: Tx, browserToken: string): Promise<Answer<string>> {
    const { actor } = tx.ctx;
    if (!actor?.sessionId) return refused('SIGN_IN_REQUIRED');
    const { personId, sessionId } = actor;
    if (!isStepUpFresh((await sessionProof(tx, sessionId)).at, tx.recordedAt())) return stepUpRequired(stepUpMinutes);
    const [person] = await tx.query<{ mail_address: string }>('select mail_address from person where id = $1', [personId]);
    const challenge = await putChallenge(tx, { purpose: 'REGISTER', browserToken, personId, sessionId, originHash: null, statement: null });
    const known = (await passkeysOf(tx, personId)).map(({ credentialId }) => credentialId);
    return accepted(await passkeyCreation(this.site, { personId, name: person?.mail_address ?? '', challenge, known }));
  }
}
