import { accepted, refused, type Answer, type RuleSource } from '#kernel';
import { allow, answered, answerUnion, parseMailAddress, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { isStepUpFresh, signInCodeLimits } from '../domain/sign-in-code.js';
import { changesInLastQuarter, keepChange } from '../store/address-change.store.js';

@InputType()
export class AskAddressChangeInput {
  @Field(() => String) mailAddress: string;
}

@ObjectType({ description: 'Un code est parti vers la nouvelle adresse ; l’ancienne sert jusqu’à ce qu’il soit saisi.' })
export class AddressChangeAsked {
  @Field(() => String) mailAddress: string;
  @Field(() => Number, { description: 'Durée de validité, en minutes.' }) minutes: number;
}

export const AskAddressChangeAnswer = answerUnion('AskAddressChangeAnswer', () => AddressChangeAsked);
allow('Mutation.askAddressChange', 'SIGNED_IN');

const source: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'ASVS 5.0 6.5.5' };

/**
 * The first step of changing one's own address (RGPD, art. 16). Asks a proof younger than five minutes: whoever finds an open session must
 * not take the account with it. An address that somebody else has gets the same answer, and no letter.
 */
@Resolver()
export class AskAddressChange {
  constructor(private readonly work: Work) {}

  @Mutation(() => AskAddressChangeAnswer)
  async askAddressChange(@Args('input') input: AskAddressChangeInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (asked) => asked);
  }

  run(ctx: Ctx, input: AskAddressChangeInput): Promise<Answer<AddressChangeAsked>> {
    const { actor } = ctx;
    return this.work.run({ ...ctx, audience: 'INSTANCE' }, async (tx) => {
      if (!actor) return refused('SIGN_IN_REQUIRED');
      if (!isStepUpFresh(actor.stepUpAt, tx.recordedAt())) return refused('STEP_UP_REQUIRED');
      const address = parseMailAddress(input.mailAddress.trim());
      if (address.refused) return address;
      const mailAddress = address.value.toLowerCase();
      if ((await changesInLastQuarter(tx, actor.personId)) >= signInCodeLimits.askedPerQuarter) return refused('SIGN_IN_CODE_TOO_MANY_ASKED', {}, source);
      const id = await keepChange(tx, actor.personId, mailAddress);
      const [holder] = await tx.query<{ person_id: string }>('select person_id from person_by_mail_address($1)', [mailAddress]);
      tx.tell({ kind: 'AddressChangeAsked', partnershipId: null, subject: { kind: 'addressChange', id }, data: { personId: holder ? null : actor.personId } });
      return accepted({ mailAddress, minutes: signInCodeLimits.minutes });
    });
  }
}
