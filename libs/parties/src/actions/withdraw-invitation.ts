import { accepted, refused, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { desksOf, mayCompose } from '../domain/desk.js';
import { withdraw } from '../domain/invitation.js';
import { keepInvitation, lockInvitation } from '../store/invitation.store.js';
import { shownInvitation } from '../views/people.reader.js';
import { InvitationType } from '../views/people.types.js';

@InputType()
export class WithdrawInvitationInput {
  @Field(() => ID) invitationId: string;
}

export const WithdrawInvitationAnswer = answerUnion('WithdrawInvitationAnswer', () => InvitationType);
allow('Mutation.withdrawInvitation', ['COORDINATOR']);

/** The coordinator takes her invitation back while the mandate has not begun; the link in the letter then leads nowhere. */
@Resolver()
export class WithdrawInvitation {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
  ) {}

  @Mutation(() => WithdrawInvitationAnswer)
  async withdrawInvitation(@Args('input') input: WithdrawInvitationInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (id) => shownInvitation(request, id, this.zones));
  }

  run(ctx: Ctx, { invitationId }: WithdrawInvitationInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const invitation = await lockInvitation(tx, invitationId);
      if (!invitation || !ctx.actor) return refused('NOT_FOUND');
      const desk = mayCompose(desksOf(ctx.actor, invitation.partnershipId), invitation.partyId);
      if (desk.refused) return desk;
      const judged = withdraw(invitation, tx.now());
      if (judged.refused) return judged;
      await keepInvitation(tx, { ...invitation, ...judged.value });
      tx.tell({ kind: 'InvitationWithdrawn', partnershipId: invitation.partnershipId, subject: { kind: 'invitation', id: invitation.id }, data: { personId: invitation.personId } });
      return accepted(invitation.id);
    });
  }
}
