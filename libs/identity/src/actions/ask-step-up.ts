import { accepted, refused, type Answer } from '#kernel';
import { allow, answered, answerUnion, newToken, passkeyQuestion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { challengeCookie } from '../domain/cookies.js';
import { challengeMinutes, keysThatSign, statementOfAct } from '../domain/passkey.js';
import { putChallenge } from '../store/passkey-challenge.store.js';
import { passkeysOf, PasskeySite } from '../store/passkey.store.js';
import { PasskeyAsked } from '../views/passkey.types.js';

@InputType()
export class AskStepUpInput {
  @Field(() => String, { description: 'L’acte : le nom de sa mutation.' }) kind: string;
  @Field(() => ID, { description: 'Le document sur lequel il porte.' }) subjectId: string;
  @Field(() => Int, { description: 'Sa version.' }) version: number;
  @Field(() => String, { description: 'L’empreinte du texte que l’on a sous les yeux.' }) contentHash: string;
}

export const AskStepUpAnswer = answerUnion('AskStepUpAnswer', () => PasskeyAsked);
allow('Mutation.askStepUp', 'SIGNED_IN');

/** An act is named by its mutation, a text by its hash: nothing else is put into a statement that a key answers for. */
const isAct = ({ kind, contentHash }: AskStepUpInput): boolean => /^[a-z][A-Za-z]{2,60}$/.test(kind) && /^[0-9a-f]{0,64}$/.test(contentHash);

/**
 * Asks the person's own keys to prove one act on one version of one document: the challenge is the hash of exactly that (trust.md, threats E
 * and H). Whether she may do it, the act itself says. Refused: NOT_FOUND (no such act), PASSKEY_NONE, PASSKEY_NOT_YET; a code stays open.
 */
@Resolver()
export class AskStepUp {
  constructor(
    private readonly work: Work,
    private readonly site: PasskeySite,
  ) {}

  @Mutation(() => AskStepUpAnswer)
  async askStepUp(@Args('input') input: AskStepUpInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (options) => Object.assign(new PasskeyAsked(), { options }));
  }

  async run(ctx: Ctx, act: AskStepUpInput): Promise<Answer<string>> {
    if (!isAct(act)) return refused('NOT_FOUND');
    const browserToken = newToken();
    const asked = await this.work.run({ ...ctx, audience: 'INSTANCE', idempotencyKey: null }, (tx) => this.ask(tx, browserToken, act));
    if (!asked.refused) ctx.cookies?.set(challengeCookie, browserToken, challengeMinutes * 60);
    return asked;
  }

  private async ask(tx: Tx, browserToken: string, act: AskStepUpInput): Promise<Answer<string>> {
    const { actor } = tx.ctx;
    if (!actor?.sessionId) return refused('SIGN_IN_REQUIRED');
    const { personId, sessionId } = actor;
    const keys = keysThatSign(await passkeysOf(tx, personId), tx.recordedAt());
    if (keys.refused) return keys;
    const statement = statementOfAct(act, { personId, nonce: newToken() });
    const challenge = await putChallenge(tx, { purpose: 'STEP_UP', browserToken, personId, sessionId, originHash: null, statement });
    return accepted(await passkeyQuestion(this.site, { challenge, known: keys.value.map(({ credentialId }) => credentialId) }));
  }
}
