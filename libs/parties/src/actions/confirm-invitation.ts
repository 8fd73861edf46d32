import { freshProofOf } from '#identity';
import { accepted, refused, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { desksOf, mayConfirm } from '../domain/desk.js';
import { confirmationSource, isComplete, mandateOf } from '../domain/invitation.js';
import { keepInvitation, lockInvitation, type KnownInvitation } from '../store/invitation.store.js';
import { beginMandate, holdsAlready, unlessTaken } from '../store/mandate.store.js';
import { shownInvitation } from '../views/people.reader.js';
import { InvitationType } from '../views/people.types.js';

@InputType()
export class ConfirmInvitationInput {
  @Field(() => ID) invitationId: string;
}

export const ConfirmInvitationAnswer = answerUnion('ConfirmInvitationAnswer', () => InvitationType);
allow('Mutation.confirmInvitation', ['COORDINATOR'], { source: confirmationSource });

/** « No self-appointed mayor »: a coordinator of another party says that this person is who the inviting party says. A step-up is asked. */
@Resolver()
export class ConfirmInvitation {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
  ) {}

  @Mutation(() => ConfirmInvitationAnswer)
  async confirmInvitation(@Args('input') input: ConfirmInvitationInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (id) => shownInvitation(request, id, this.zones));
  }

  run(ctx: Ctx, { invitationId }: ConfirmInvitationInput): Promise<Answer<string>> {
    return unlessTaken(() =>
      this.work.run(ctx, async (tx) => {
        const invitation = await lockInvitation(tx, invitationId);
        if (!invitation || !ctx.actor) return refused('NOT_FOUND');
        const judged = mayConfirm(invitation, desksOf(ctx.actor, invitation.partnershipId), tx.now());
        if (judged.refused) return judged;
        const proof = await freshProofOf(tx, 'confirmInvitation', invitationId);
        return proof.refused ? proof : this.keep(tx, { ...invitation, ...judged.value }, { personId: ctx.actor.personId, method: proof.value.method });
      }),
    );
  }

  private async keep(tx: Tx, invitation: KnownInvitation, by: { personId: string; method: string }): Promise<Answer<string>> {
    const { id, partnershipId, personId, category } = invitation;
    tx.tell({ kind: 'InvitationConfirmed', partnershipId, subject: { kind: 'invitation', id }, data: { personId, method: by.method } });
    const begins = isComplete(invitation);
    await keepInvitation(tx, { ...invitation, begunAt: begins ? tx.now() : null }, by.personId);
    if (!begins || (await holdsAlready(tx, invitation))) return accepted(id);
    const dates = mandateOf(invitation, this.zones.civilAt(tx.now(), invitation.zone).date);
    if (dates.refused) return dates;
    const mandateId = await beginMandate(tx, invitation, dates.value);
    tx.tell({ kind: 'MandateBegan', partnershipId, subject: { kind: 'mandate', id: mandateId }, data: { personId, category, from: dates.value.from } });
    return accepted(id);
  }
}
