import { accepted, refused, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { signInCodeLimits, tryCode } from '../domain/sign-in-code.js';
import { applyChange, countChangeTry, lockChangeOf } from '../store/address-change.store.js';
import { InstanceSecret } from '../store/instance-secret.js';
import { sameDigits, sixDigits } from '../store/sign-in-code.store.js';

@InputType()
export class ConfirmAddressChangeInput {
  @Field(() => String, { description: 'Les six chiffres reçus à la nouvelle adresse.' }) code: string;
}

@ObjectType()
export class AddressChanged {
  @Field(() => String) mailAddress: string;
}

export const ConfirmAddressChangeAnswer = answerUnion('ConfirmAddressChangeAnswer', () => AddressChanged);
allow('Mutation.confirmAddressChange', 'SIGNED_IN');

/** The new address counts once its code is typed in the session that asked; the old one is told at once. A wrong try is counted. */
@Resolver()
export class ConfirmAddressChange {
  constructor(
    private readonly work: Work,
    private readonly secret: InstanceSecret,
  ) {}

  @Mutation(() => ConfirmAddressChangeAnswer)
  async confirmAddressChange(@Args('input') input: ConfirmAddressChangeInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (mailAddress) => Object.assign(new AddressChanged(), { mailAddress }));
  }

  async run(ctx: Ctx, input: ConfirmAddressChangeInput): Promise<Answer<string>> {
    const personId = ctx.actor?.personId;
    if (!personId) return refused('SIGN_IN_REQUIRED');
    const tried = await this.work.run({ ...ctx, audience: 'INSTANCE' }, async (tx) => accepted(await this.judge(tx, personId, input.code)));
    return tried.refused ? tried : (tried.value as Answer<string>);
  }

  private async judge(tx: Tx, personId: string, typed: string): Promise<Answer<string>> {
    const change = await lockChangeOf(tx, personId);
    const judged = tryCode(change && { ...change, usedAt: change.confirmedAt }, change !== null && sameDigits(typed, sixDigits(this.secret.value, change.id)), tx.recordedAt());
    if (change && change.tries < signInCodeLimits.tries) await countChangeTry(tx, change.id);
    if (judged.refused || !change) return judged.refused ? judged : refused('SIGN_IN_CODE_EXPIRED', { minutes: signInCodeLimits.minutes });
    const [holder] = await tx.query<{ person_id: string }>('select person_id from person_by_mail_address($1)', [change.newAddress]);
    if (holder) return refused('MAIL_ADDRESS_TAKEN');
    await applyChange(tx, change);
    tx.tell({ kind: 'AddressChanged', partnershipId: null, subject: { kind: 'addressChange', id: change.id }, data: { personId } });
    return accepted(change.newAddress);
  }
}
