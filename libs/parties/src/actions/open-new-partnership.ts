import { personOfAddress } from '#identity';
import { accepted, Ids, isLanguage, parsePersonName, refused, resemble, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { firstSeat } from '../domain/country.js';
import { mayOpen, placeOf } from '../domain/opening.js';
import { readOrganisation, readTerritory } from '../domain/organisation.js';
import { parseLines } from '../domain/wording.js';
import { founder } from '../store/actor.store.js';
import { namesOf } from '../store/invitation.store.js';
import { addInvitation } from '../store/new-invitation.store.js';
import { addParty, addPartnership } from '../store/partnership.store.js';
import { NewPartnershipInput, PartnershipOpenedType, type NewPartyInput } from '../views/opening.types.js';

export const OpenPartnershipAnswer = answerUnion('OpenPartnershipAnswer', () => PartnershipOpenedType);
allow('Mutation.openPartnership', ['INSTANCE_ADMIN']);

/** Whoever runs the instance opens a partnership: its parties, and for each of them one first coordinator, invited like anybody else. */
@Resolver()
export class OpenNewPartnership {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly ids: Ids,
  ) {}

  @Mutation(() => OpenPartnershipAnswer)
  async openPartnership(@Args('input') input: NewPartnershipInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (opened) => Object.assign(new PartnershipOpenedType(), opened));
  }

  async run(ctx: Ctx, input: NewPartnershipInput): Promise<Answer<{ id: string; name: string }>> {
    const id = this.ids.next();
    return this.work.run({ ...ctx, actor: founder(ctx.actor, id), audience: 'INSTANCE' }, async (tx) => {
      if (!ctx.actor?.isAdmin) return refused('NOT_ALLOWED');
      const words = parseLines({ name: input.name });
      const judged = mayOpen(input.parties.map(({ shortName, coordinator }) => ({ shortName, address: coordinator.mailAddress })));
      if (words.refused || judged.refused) return words.refused ? words : (judged as Answer<never>);
      await addPartnership(tx, { id, name: words.value.name });
      const partyIds: string[] = [];
      for (const [index, party] of input.parties.entries()) {
        const added = await this.addParty(tx, party, { partnershipId: id, place: index + 1 });
        if (added.refused) return added;
        partyIds.push(added.value);
      }
      tx.tell({ kind: 'PartnershipOpened', partnershipId: id, subject: { kind: 'partnership', id }, data: { name: words.value.name, parties: partyIds } });
      return accepted({ id, name: words.value.name });
    });
  }

  private async addParty(tx: Tx, party: NewPartyInput, at: { partnershipId: string; place: number }): Promise<Answer<string>> {
    const place = placeOf(party, (zone) => this.zones.isKnown(zone));
    if (place.refused) return place;
    const { organisation, shortName, presidentTitle, presidentTitleAr } = party;
    const words = parseLines({ organisation, shortName, presidentTitle, presidentTitleAr });
    if (words.refused) return words;
    const { organisation: name, ...titles } = words.value;
    const facts = readOrganisation(party);
    const placed = readTerritory(party);
    if (facts.refused || placed.refused) return facts.refused ? facts : (placed as Answer<never>);
    const territory = { name: titles.shortName, hierarchy: party.hierarchy?.trim() ?? '', ...place.value, ...placed.value };
    const added = await addParty(tx, { territory, organisation: { name, kind: party.kind, ...facts.value }, ...titles }, at);
    return added.refused ? added : this.invite(tx, party, { partnershipId: at.partnershipId, partyId: added.value, zone: place.value.zone });
  }

  private async invite(tx: Tx, { coordinator }: NewPartyInput, at: { partnershipId: string; partyId: string; zone: string }): Promise<Answer<string>> {
    const { displayName, mailAddress, language, office, officeAr } = coordinator;
    const name = parsePersonName(displayName);
    const words = parseLines({ office, officeAr });
    if (name.refused || words.refused) return name.refused ? name : (words as Answer<never>);
    const person = await personOfAddress(tx, { displayName: name.value, mailAddress, language: isLanguage(language) ? language : 'fr' });
    if (person.refused) return person;
    const namesake = (await namesOf(tx, at.partnershipId)).find((one) => one.personId !== person.value && resemble(one.displayName, name.value));
    const from = this.zones.civilAt(tx.now(), at.zone).date;
    await addInvitation(tx, {
      partnershipId: at.partnershipId, partyId: at.partyId, seatId: null, personId: person.value, displayName: name.value, ...words.value,
      offer: { category: firstSeat, from, until: null, interimDocument: null, interimDated: null },
      confirmation: null, resembles: namesake?.displayName ?? null,
    });
    return accepted(at.partyId);
  }
}
