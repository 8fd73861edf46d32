import { accepted, refused, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { mayWriteFacts } from '../domain/desk.js';
import { changesOf, freeSiren, readFacts, stillAt, type PartyFactsWish } from '../domain/party-facts.js';
import { isSirenTaken, keepFacts, lockParty } from '../store/party-facts.store.js';
import { PartyFactsType } from '../views/party-facts.types.js';
import { partyFactsOf } from '../views/party-facts.view.js';

@InputType()
export class UpdatePartyFactsInput implements PartyFactsWish {
  @Field(() => ID) partyId: string;
  @Field(() => Int, { description: 'La version lue : une autre entre-temps est refusée, rien n’est écrasé.' }) expectedVersion: number;
  @Field(() => String) presidentTitle: string;
  @Field(() => String) presidentTitleAr: string;
  @Field(() => String, { description: 'ISO 4217.' }) currency: string;
  @Field(() => String, { nullable: true }) hierarchy?: string | null;
  @Field(() => [Int], { nullable: true, description: 'Jours travaillés, 1 (lundi) à 7 ; la semaine usuelle du pays sinon.' }) workWeek?: number[] | null;
  @Field(() => [String], { nullable: true, description: 'Jours fermés en plus du calendrier du pays, AAAA-MM-JJ ; cent au plus.' }) closedDays?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Jours fériés du pays où l’on travaille, AAAA-MM-JJ ; cent au plus.' }) workedDays?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Où joindre son service ; jamais l’adresse d’une personne.' }) contact?: string | null;
  @Field(() => String, { nullable: true, description: 'D’une organisation française : neuf chiffres, clé vérifiée.' }) siren?: string | null;
  @Field(() => [String], { nullable: true }) networks?: string[] | null;
  @Field(() => String, { nullable: true }) authorityNote?: string | null;
  @Field(() => String, { nullable: true, description: 'D’où vient cette note ; obligatoire avec elle.' }) authoritySource?: string | null;
  @Field(() => String, { nullable: true }) supervision?: string | null;
  @Field(() => Int, { nullable: true }) population?: number | null;
  @Field(() => Int, { nullable: true, description: 'Année du compte des habitants.' }) populationYear?: number | null;
  @Field(() => Boolean, { nullable: true }) populationApproximate?: boolean | null;
}

export const UpdatePartyFactsAnswer = answerUnion('UpdatePartyFactsAnswer', () => PartyFactsType);
allow('Mutation.updatePartyFacts', ['COORDINATOR']);

/** A coordinator keeps her own party's facts up to date. What was signed, decided or late stays as it was: no day of law follows from them. */
@Resolver()
export class UpdatePartyFacts {
  constructor(private readonly work: Work) {}

  @Mutation(() => UpdatePartyFactsAnswer)
  async updatePartyFacts(@Args('input') input: UpdatePartyFactsInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => (await partyFactsOf(request, id)) as PartyFactsType);
  }

  /** The organisation's row is the instance's: it may be a party elsewhere too. Answers the party's id. */
  run(ctx: Ctx, { partyId, expectedVersion, ...wish }: UpdatePartyFactsInput): Promise<Answer<string>> {
    return this.work.run({ ...ctx, audience: 'INSTANCE' }, async (tx) => {
      const party = await lockParty(tx, partyId);
      const desk = mayWriteFacts(ctx.actor, party);
      if (desk.refused || !party) return desk.refused ? desk : refused('NOT_FOUND');
      const [facts, current] = [readFacts(wish, party.country), stillAt(party.version, expectedVersion)];
      if (current.refused) return current;
      if (facts.refused) return facts;
      const siren = freeSiren(await isSirenTaken(tx, party, facts.value.siren));
      if (siren.refused) return siren;
      const changes = changesOf(party.facts, facts.value);
      if (changes.length === 0) return accepted(partyId);
      const version = await keepFacts(tx, party, { facts: facts.value, changes });
      const { partnershipId } = party;
      tx.tell({ kind: 'PartyFactsChanged', partnershipId, subject: { kind: 'party', id: partyId }, data: { version } });
      return accepted(partyId);
    });
  }
}
