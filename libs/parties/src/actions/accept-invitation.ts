import { accepted, refused, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { accept, isComplete, mandateOf } from '../domain/invitation.js';
import { admittedTo } from '../store/actor.store.js';
import { keepInvitation, lockInvitation, partnershipInvitingTo, type KnownInvitation } from '../store/invitation.store.js';
import { beginMandate, holdsAlready, tellAwaiting, unlessTaken } from '../store/mandate.store.js';
import { shownInvitation } from '../views/people.reader.js';
import { InvitationType } from '../views/people.types.js';

@InputType()
export class AcceptInvitationInput {
  @Field(() => ID) invitationId: string;
}

export const AcceptInvitationAnswer = answerUnion('AcceptInvitationAnswer', () => InvitationType);
allow('Mutation.acceptInvitation', 'SIGNED_IN');

/** « J’accepte »: the invited person's own yes, signed in; nobody else can give it. */
@Resolver()
export class AcceptInvitation {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
  ) {}

  @Mutation(() => AcceptInvitationAnswer)
  async acceptInvitation(@Args('input') input: AcceptInvitationInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (id) => shownInvitation(request, id, this.zones));
  }

  async run(ctx: Ctx, { invitationId }: AcceptInvitationInput): Promise<Answer<string>> {
    const { actor } = ctx;
    if (!actor) return refused('SIGN_IN_REQUIRED');
    const partnershipId = await this.work.read(ctx, (tx) => partnershipInvitingTo(tx, actor.personId, invitationId));
    if (!partnershipId) return refused('NOT_FOUND');
    return unlessTaken(() =>
      this.work.run({ ...ctx, actor: admittedTo(actor, partnershipId) }, async (tx) => {
        const invitation = await lockInvitation(tx, invitationId);
        if (invitation?.personId !== actor.personId) return refused('NOT_FOUND');
        const judged = accept(invitation, tx.now());
        return judged.refused ? judged : this.keep(tx, { ...invitation, ...judged.value });
      }),
    );
  }

  private async keep(tx: Tx, invitation: KnownInvitation): Promise<Answer<string>> {
    const { id, partnershipId, personId, category } = invitation;
    const subject = { kind: 'invitation', id };
    tx.tell({ kind: 'InvitationAccepted', partnershipId, subject, data: { personId } });
    const begins = isComplete(invitation);
    await keepInvitation(tx, { ...invitation, begunAt: begins ? tx.now() : null });
    if (!begins || (await holdsAlready(tx, invitation))) return accepted(id);
    const dates = mandateOf(invitation, this.zones.civilAt(tx.now(), invitation.zone).date);
    if (dates.refused) return dates;
    const mandateId = await beginMandate(tx, invitation, dates.value);
    tx.tell({ kind: 'MandateBegan', partnershipId, subject: { kind: 'mandate', id: mandateId }, data: { personId, category, from: dates.value.from } });
    if (category === 'COORDINATOR') await tellAwaiting(tx, invitation);
    return accepted(id);
  }
}
