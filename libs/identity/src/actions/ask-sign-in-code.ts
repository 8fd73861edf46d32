import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, newToken, parseMailAddress, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { browserCookie } from '../domain/cookies.js';
import { mayAskCode, signInCodeLimits } from '../domain/sign-in-code.js';
import { InstanceSecret, originHashOf } from '../store/instance-secret.js';
import { codesAsked, keepCode } from '../store/sign-in-code.store.js';

@InputType()
export class AskSignInCodeInput {
  @Field(() => String, { nullable: true, description: 'Absente : celle de la personne connectée, qui confirme que c’est elle.' }) mailAddress?: string | null;
}

@ObjectType({ description: 'Un code est parti si cette adresse est connue ; la réponse est la même sinon.' })
export class SignInCodeAsked {
  @Field(() => String) mailAddress: string;
  @Field(() => Number, { description: 'Durée de validité, en minutes.' }) minutes: number;
}

export const AskSignInCodeAnswer = answerUnion('AskSignInCodeAnswer', () => SignInCodeAsked);
allow('Mutation.askSignInCode', 'ANYONE');

/** Same answer and same work for a known and an unknown address: who is registered is nobody's business (ASVS 6.3.8). */
@Resolver()
export class AskSignInCode {
  constructor(
    private readonly work: Work,
    private readonly secret: InstanceSecret,
  ) {}

  @Mutation(() => AskSignInCodeAnswer)
  async askSignInCode(@Args('input') input: AskSignInCodeInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (asked) => asked);
  }

  async run(ctx: Ctx, input: AskSignInCodeInput): Promise<Answer<SignInCodeAsked>> {
    const address = parseMailAddress((input.mailAddress ?? (await this.ownAddress(ctx))).trim());
    if (address.refused) return address;
    const mailAddress = address.value.toLowerCase();
    const browserToken = newToken();
    const originHash = originHashOf(this.secret, ctx);
    const answer = await this.work.run({ ...ctx, audience: 'INSTANCE' }, async (tx) => {
      const asked = mayAskCode(await codesAsked(tx, { mailAddress, originHash }));
      if (asked.refused) return asked;
      const [person] = await tx.query<{ person_id: string }>('select person_id from person_by_mail_address($1)', [mailAddress]);
      const id = tx.newId();
      await keepCode(tx, { id, personId: person?.person_id ?? null, mailAddress, browserToken, originHash });
      tx.tell({ kind: 'SignInCodeAsked', partnershipId: null, subject: { kind: 'signInCode', id }, data: { personId: person?.person_id ?? null } });
      return accepted({ mailAddress, minutes: signInCodeLimits.minutes });
    });
    if (!answer.refused) ctx.cookies?.set(browserCookie, browserToken, signInCodeLimits.minutes * 60);
    return answer;
  }

  /** The signed-in person's address; empty, and so refused, when nobody is. */
  private ownAddress(ctx: Ctx): Promise<string> {
    return this.work.read(ctx, async (tx) => {
      const [own] = await tx.query<{ mail_address: string }>('select mail_address from person where id = $1', [ctx.actor?.personId ?? null]);
      return own?.mail_address ?? '';
    });
  }
}
