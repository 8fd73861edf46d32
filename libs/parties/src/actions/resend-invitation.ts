import { accepted, refused, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { desksOf, mayCompose } from '../domain/desk.js';
import { resend } from '../domain/invitation.js';
import { keepInvitation, lockInvitation } from '../store/invitation.store.js';
import { shownInvitation } from '../views/people.reader.js';
import { InvitationType } from '../views/people.types.js';

@InputType()
export class ResendInvitationInput {
  @Field(() => ID) invitationId: string;
}

export const ResendInvitationAnswer = answerUnion('ResendInvitationAnswer', () => InvitationType);
allow('Mutation.resendInvitation', ['COORDINATOR']);

/** The letter leaves again, for thirty more days: it may have been lost, or left unread. */
@Resolver()
export class ResendInvitation {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
  ) {}

  @Mutation(() => ResendInvitationAnswer)
  async resendInvitation(@Args('input') input: ResendInvitationInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (id) => shownInvitation(request, id, this.zones));
  }

  run(ctx: Ctx, { invitationId }: ResendInvitationInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const invitation = await lockInvitation(tx, invitationId);
      if (!invitation || !ctx.actor) return refused('NOT_FOUND');
      const desk = mayCompose(desksOf(ctx.actor, invitation.partnershipId), invitation.partyId);
      if (desk.refused) return desk;
      const judged = resend(invitation, tx.now());
      if (judged.refused) return judged;
      const sent = invitation.sent + 1;
      await keepInvitation(tx, { ...invitation, ...judged.value, sent });
      const { id, partnershipId, personId, partyId, category } = invitation;
      tx.tell({ kind: 'SeatOffered', partnershipId, subject: { kind: 'invitation', id }, data: { personId, partyId, category, at: String(sent) } });
      return accepted(invitation.id);
    });
  }
}
