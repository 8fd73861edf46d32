import { accepted, refused, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { decline } from '../domain/invitation.js';
import { parseLine } from '../domain/wording.js';
import { keepInvitation, lockInvitation, partnershipInvitingTo } from '../store/invitation.store.js';
import { admittedTo } from '../store/actor.store.js';
import { shownInvitation } from '../views/people.reader.js';
import { InvitationType } from '../views/people.types.js';

@InputType()
export class DeclineInvitationInput {
  @Field(() => ID) invitationId: string;
  @Field(() => String, { nullable: true, description: 'Pourquoi, si la personne veut le dire à sa coordination.' }) motive?: string | null;
}

export const DeclineInvitationAnswer = answerUnion('DeclineInvitationAnswer', () => InvitationType);
allow('Mutation.declineInvitation', 'SIGNED_IN');

/** « Je décline »: the invited person's own no, with a motive or without. Her coordinator reads it, and offers the seat to somebody else. */
@Resolver()
export class DeclineInvitation {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
  ) {}

  @Mutation(() => DeclineInvitationAnswer)
  async declineInvitation(@Args('input') input: DeclineInvitationInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (id) => shownInvitation(request, id, this.zones));
  }

  async run(ctx: Ctx, { invitationId, motive }: DeclineInvitationInput): Promise<Answer<string>> {
    const { actor } = ctx;
    if (!actor) return refused('SIGN_IN_REQUIRED');
    const words = motive?.trim() ? parseLine(motive, 'motive') : accepted(null);
    if (words.refused) return words;
    const partnershipId = await this.work.read(ctx, (tx) => partnershipInvitingTo(tx, actor.personId, invitationId));
    if (!partnershipId) return refused('NOT_FOUND');
    return this.work.run({ ...ctx, actor: admittedTo(actor, partnershipId) }, async (tx) => {
      const invitation = await lockInvitation(tx, invitationId);
      if (invitation?.personId !== actor.personId) return refused('NOT_FOUND');
      const judged = decline(invitation, tx.now());
      if (judged.refused) return judged;
      await keepInvitation(tx, { ...invitation, ...judged.value, declinedMotive: words.value });
      tx.tell({ kind: 'InvitationDeclined', partnershipId, subject: { kind: 'invitation', id: invitationId }, data: { personId: actor.personId } });
      return accepted(invitationId);
    });
  }
}
