import { giveFirstAddress, personOfAddress } from '#identity';
import { accepted, addDays, isLanguage, parsePersonName, refused, resemble, Zones, type Answer, type CivilDate } from '#kernel';
import { allow, answered, answerUnion, CivilDateScalar, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { desksOf, mayCompose } from '../domain/desk.js';
import { confirmationSource, invitationSource, offer, type Confirmation, type Offer } from '../domain/invitation.js';
import type { SeatCategory } from '../domain/seat.js';
import { parseLine, parseLines } from '../domain/wording.js';
import { coordinatesAnother, namesOf, openInvitations, personOfParty, seatToTakeOver } from '../store/invitation.store.js';
import { addInvitation } from '../store/new-invitation.store.js';
import { seatsAt } from '../store/seat.store.js';
import { SeatCategoryEnum } from '../views/parties.types.js';
import { shownInvitation } from '../views/people.reader.js';
import { InvitationType } from '../views/people.types.js';

@InputType()
export class InviteToSeatInput {
  @Field(() => ID) partnershipId: string;
  @Field(() => ID, { description: 'La partie du coordinateur, et aucune autre.' }) partyId: string;
  @Field(() => SeatCategoryEnum) category: SeatCategory;
  @Field(() => ID, { nullable: true, description: 'Le siège à reprendre (succession, intérim) ; un nouveau sinon. Une présidence est toujours le même.' }) seatId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Une personne de cette partie déjà connue, que personne ne peut joindre (archive importée) : elle garde son nom, son siège et son mandat ; l’adresse devient la sienne.' }) personId?: string | null;
  @Field(() => String, { description: 'La fonction, en français.' }) office: string;
  @Field(() => String, { description: 'La fonction, en arabe.' }) officeAr: string;
  @Field(() => String) displayName: string;
  @Field(() => String) mailAddress: string;
  @Field(() => String, { description: 'La langue dans laquelle on lui écrit : fr ou ar.' }) language: string;
  @Field(() => CivilDateScalar, { description: 'Premier jour du mandat ; au plus tôt le jour où tout est accepté.' }) from: CivilDate;
  @Field(() => CivilDateScalar, { nullable: true, description: 'Dernier jour ; obligatoire pour un invité.' }) lastDay?: CivilDate | null;
  @Field(() => Boolean, { nullable: true, description: 'Un intérim : il lui faut la référence de l’acte.' }) isInterim?: boolean | null;
  @Field(() => String, { nullable: true }) interimDocument?: string | null;
  @Field(() => CivilDateScalar, { nullable: true, description: 'La date de cet acte.' }) interimDated?: CivilDate | null;
}

interface Offered {
  readonly offer: Offer;
  readonly seatId: string | null;
  readonly office: string;
  readonly officeAr: string;
}

interface Invited {
  readonly personId: string;
  readonly displayName: string;
}

export const InviteToSeatAnswer = answerUnion('InviteToSeatAnswer', () => InvitationType);
allow('Mutation.inviteToSeat', ['COORDINATOR'], { partnershipOf: ({ input }) => (input as InviteToSeatInput).partnershipId });

/** A coordinator offers a seat of her own party. The person is known from now on; her mandate begins when she has accepted, and a co-president's when another party has confirmed. */
@Resolver()
export class InviteToSeat {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
  ) {}

  @Mutation(() => InviteToSeatAnswer)
  async inviteToSeat(@Args('input') input: InviteToSeatInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (id) => shownInvitation(request, id, this.zones));
  }

  run(ctx: Ctx, input: InviteToSeatInput): Promise<Answer<string>> {
    return this.work.run({ ...ctx, audience: 'INSTANCE' }, async (tx) => {
      const desk = mayCompose(ctx.actor ? desksOf(ctx.actor, input.partnershipId) : [], input.partyId);
      if (desk.refused) return desk;
      const offered = await this.offered(tx, input);
      if (offered.refused) return offered;
      const person = await (input.personId ? this.again(tx, input, input.personId) : this.person(tx, input));
      return person.refused ? person : this.write(tx, input, { ...offered.value, ...person.value });
    });
  }

  private async person(tx: Tx, { displayName, mailAddress, language }: InviteToSeatInput): Promise<Answer<Invited>> {
    const name = parsePersonName(displayName);
    if (name.refused) return name;
    const person = await personOfAddress(tx, { displayName: name.value, mailAddress, language: isLanguage(language) ? language : 'fr' });
    return person.refused ? person : accepted({ personId: person.value, displayName: name.value });
  }

  /** Somebody of the party without an address. Who presides gets hers by the word of both sides, since her mandate already runs. */
  private async again(tx: Tx, { partnershipId, partyId, mailAddress, language }: InviteToSeatInput, personId: string): Promise<Answer<Invited>> {
    const known = await personOfParty(tx, { partnershipId, partyId, personId });
    if (!known) return refused('NOT_FOUND');
    if (known.presides) return refused('PRESIDENCY_BY_RECOVERY', {}, confirmationSource);
    const given = await giveFirstAddress(tx, personId, { mailAddress, language });
    return given.refused ? given : accepted({ personId, displayName: known.displayName });
  }

  /** The offer and its words; a seat taken over keeps the office it has. */
  private async offered(tx: Tx, input: InviteToSeatInput): Promise<Answer<Offered>> {
    const known = await seatToTakeOver(tx, { partyId: input.partyId, category: input.category, seatId: input.seatId ?? null, personId: input.personId ?? null });
    if (input.seatId && !known) return refused('NOT_FOUND');
    const { office, officeAr } = known?.seat ?? input;
    const words = parseLines({ office, officeAr });
    if (words.refused) return words;
    const act = input.isInterim && input.interimDocument?.trim() ? parseLine(input.interimDocument, 'interimDocument') : accepted(null);
    if (act.refused) return act;
    const wish = {
      category: input.category,
      from: input.from,
      until: input.lastDay ? addDays(input.lastDay, 1) : null,
      isInterim: input.isInterim ?? false,
      interimDocument: act.value,
      interimDated: act.value === null ? null : (input.interimDated ?? null),
    };
    const judged = offer(wish, known?.holding ?? null);
    return judged.refused ? judged : accepted({ offer: judged.value, seatId: known?.seat.id ?? null, office: words.value.office, officeAr: words.value.officeAr });
  }

  private async write(tx: Tx, input: InviteToSeatInput, who: Offered & Invited): Promise<Answer<string>> {
    const { partnershipId, partyId, category } = input;
    if (category === 'COORDINATOR' && (await coordinatesAnother(tx, { partnershipId, partyId, personId: who.personId }))) return refused('COORDINATES_ANOTHER_PARTY', {}, invitationSource);
    const twice = (await openInvitations(tx, partnershipId)).some((one) => one.personId === who.personId && one.partyId === partyId && one.category === category && one.declinedAt === null && one.expiresAt > tx.now());
    if (twice) return refused('INVITED_ALREADY', {}, invitationSource);
    const namesakes = (await namesOf(tx, partnershipId)).filter(({ personId, displayName }) => personId !== who.personId && resemble(displayName, who.displayName));
    const resembles = namesakes[0]?.displayName ?? null;
    const confirmation: Confirmation | null = category === 'CO_PRESIDENT' ? 'PRESIDENCY' : resembles === null ? null : 'NAME_CLASH';
    const { isInterim: _said, ...kept } = who.offer;
    const id = await addInvitation(tx, { ...who, partnershipId, partyId, offer: kept, confirmation, resembles });
    if (confirmation) await this.askOthers(tx, { partnershipId, partyId, id });
    return accepted(id);
  }

  /** Each coordinator of another party is asked, in a letter of her own. */
  private async askOthers(tx: Tx, invitation: { partnershipId: string; partyId: string; id: string }): Promise<void> {
    const { partnershipId, partyId, id } = invitation;
    for (const seat of await seatsAt(tx, partnershipId, { instant: tx.now(), zones: this.zones })) {
      if (seat.category !== 'COORDINATOR' || !seat.holder || seat.partyId === partyId) continue;
      tx.tell({ kind: 'ConfirmationAsked', partnershipId, subject: { kind: 'invitation', id }, data: { personId: seat.holder.personId, at: '1' } });
    }
  }
}
