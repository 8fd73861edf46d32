import { giveFirstAddress, personOfAddress, takeAddressBack } from '#identity';
import { accepted, isLanguage, parsePersonName, refused, resemble, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { coordinationSource, mayNameCoordinator, outOfReach, type CoordinatorHeld } from '../domain/coordination.js';
import { firstSeat } from '../domain/country.js';
import { confirmationSource, invitationSource, withdraw } from '../domain/invitation.js';
import { parseLines } from '../domain/wording.js';
import { founder } from '../store/actor.store.js';
import { lockDesk, type Desk } from '../store/coordination.store.js';
import { coordinatesAnother, keepInvitation, namesOf, openInvitations, personOfParty } from '../store/invitation.store.js';
import { addInvitation } from '../store/new-invitation.store.js';
import { CoordinatorInvitedType, InviteCoordinatorInput } from '../views/coordination.types.js';

interface Named {
  readonly personId: string;
  readonly displayName: string;
  readonly office: string;
  readonly officeAr: string;
}

export const InviteCoordinatorAnswer = answerUnion('InviteCoordinatorAnswer', () => CoordinatorInvitedType);
allow('Mutation.inviteCoordinator', ['INSTANCE_ADMIN'], { source: coordinationSource });

/**
 * Whoever runs the instance invites a coordinator for a side nobody answers for any more: after an archive was imported, or when the last
 * mandate has run out. The same invitation as any other; the other sides' coordinators are told.
 */
@Resolver()
export class InviteCoordinator {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
  ) {}

  @Mutation(() => InviteCoordinatorAnswer)
  async inviteCoordinator(@Args('input') input: InviteCoordinatorInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (id) => Object.assign(new CoordinatorInvitedType(), { id }));
  }

  run(ctx: Ctx, input: InviteCoordinatorInput): Promise<Answer<string>> {
    const { partnershipId, partyId } = input;
    return this.work.run({ ...ctx, actor: founder(ctx.actor, partnershipId), audience: 'INSTANCE' }, async (tx) => {
      if (!ctx.actor?.isAdmin) return refused('NOT_ALLOWED');
      const desk = await lockDesk(tx, { partyId, adminId: ctx.actor.personId }, this.zones);
      if (desk?.partnershipId !== partnershipId) return refused('NOT_FOUND');
      const judged = mayNameCoordinator(desk.held, input.personId ?? null, desk.today);
      if (judged.refused) return judged;
      await this.clear(tx, desk);
      const named = await (judged.value ? this.again(tx, input, judged.value) : this.somebodyNew(tx, input));
      return named.refused ? named : this.write(tx, desk, { ...named.value, seatId: judged.value?.seatId ?? null });
    });
  }

  /**
   * Takes back what waits at this desk: a new word replaces the old one. An address that came with an invitation never taken up goes with
   * it, for the mandate of who came with an archive runs already: a mistyped address must not open it.
   */
  private async clear(tx: Tx, { partnershipId, partyId, held, today }: Desk): Promise<void> {
    for (const waiting of await openInvitations(tx, partnershipId)) {
      if (waiting.partyId !== partyId || waiting.category !== 'COORDINATOR') continue;
      const taken = withdraw(waiting, tx.now());
      if (taken.refused) continue;
      await keepInvitation(tx, { ...waiting, ...taken.value });
      tx.tell({ kind: 'InvitationWithdrawn', partnershipId, subject: { kind: 'invitation', id: waiting.id }, data: { personId: waiting.personId } });
      if (outOfReach(held, today).some(({ personId, seatId }) => personId === waiting.personId && seatId === waiting.seatId)) await takeAddressBack(tx, waiting.personId);
    }
  }

  /** Her mandate runs already: what comes is her address. Who also presides gets hers by the word of both sides. */
  private async again(tx: Tx, { partnershipId, partyId, coordinator }: InviteCoordinatorInput, held: CoordinatorHeld): Promise<Answer<Named>> {
    const { personId, displayName, office, officeAr } = held;
    const known = await personOfParty(tx, { partnershipId, partyId, personId });
    if (known?.presides) return refused('PRESIDENCY_BY_RECOVERY', {}, confirmationSource);
    const given = await giveFirstAddress(tx, personId, coordinator);
    return given.refused ? given : accepted({ personId, displayName, office, officeAr });
  }

  private async somebodyNew(tx: Tx, { partnershipId, partyId, coordinator }: InviteCoordinatorInput): Promise<Answer<Named>> {
    const name = parsePersonName(coordinator.displayName);
    const words = parseLines({ office: coordinator.office, officeAr: coordinator.officeAr });
    if (name.refused || words.refused) return name.refused ? name : (words as Answer<never>);
    const { mailAddress, language } = coordinator;
    const person = await personOfAddress(tx, { displayName: name.value, mailAddress, language: isLanguage(language) ? language : 'fr' });
    if (person.refused) return person;
    const twoSided = await coordinatesAnother(tx, { partnershipId, partyId, personId: person.value });
    return twoSided ? refused('COORDINATES_ANOTHER_PARTY', {}, invitationSource) : accepted({ personId: person.value, displayName: name.value, ...words.value });
  }

  private async write(tx: Tx, { partnershipId, partyId, today }: Desk, who: Named & { seatId: string | null }): Promise<Answer<string>> {
    const namesake = (await namesOf(tx, partnershipId)).find(({ personId, displayName }) => personId !== who.personId && resemble(displayName, who.displayName));
    const offer = { category: firstSeat, from: today, until: null, interimDocument: null, interimDated: null };
    const id = await addInvitation(tx, { ...who, partnershipId, partyId, offer, confirmation: null, resembles: namesake?.displayName ?? null });
    tx.tell({ kind: 'CoordinatorInvited', partnershipId, subject: { kind: 'invitation', id }, data: { personId: who.personId, partyId, at: '1' } });
    return accepted(id);
  }
}
