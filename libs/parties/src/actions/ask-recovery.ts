import { freeAddress } from '#identity';
import { accepted, refused, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { desksOf, mayAskRecovery } from '../domain/desk.js';
import { recoverySource } from '../domain/recovery.js';
import { parseLine } from '../domain/wording.js';
import { addRecovery, sitsElsewhere } from '../store/recovery.store.js';
import { seatsAt } from '../store/seat.store.js';
import { shownRecovery } from '../views/people.reader.js';
import { RecoveryType } from '../views/people.types.js';

@InputType()
export class AskRecoveryInput {
  @Field(() => ID) partnershipId: string;
  @Field(() => ID) personId: string;
  @Field(() => String, { nullable: true, description: 'La nouvelle adresse ; absente quand seule la clé est perdue.' }) mailAddress?: string | null;
  @Field(() => String) reason: string;
}

export const AskRecoveryAnswer = answerUnion('AskRecoveryAnswer', () => RecoveryType);
allow('Mutation.askRecovery', ['COORDINATOR'], { partnershipOf: ({ input }) => (input as AskRecoveryInput).partnershipId, source: recoverySource });

/** The first of two coordinators: somebody has lost her address or her key. Nothing changes until the other side agrees and 72 hours have passed. */
@Resolver()
export class AskRecovery {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
  ) {}

  @Mutation(() => AskRecoveryAnswer)
  async askRecovery(@Args('input') input: AskRecoveryInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (id) => shownRecovery(request, id));
  }

  run(ctx: Ctx, input: AskRecoveryInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const { partnershipId, personId } = input;
      const seats = await seatsAt(tx, partnershipId, { instant: tx.now(), zones: this.zones });
      const seatedHere = seats.some(({ holder }) => holder?.personId === personId);
      const seatedElsewhere = seatedHere && (await sitsElsewhere(tx, personId, { partnershipId, today: this.zones.civilAt(tx.now(), 'UTC').date }));
      const desk = mayAskRecovery(ctx.actor ? desksOf(ctx.actor, partnershipId) : [], personId, { seatedHere, seatedElsewhere });
      if (desk.refused) return desk;
      const reason = parseLine(input.reason, 'reason');
      if (reason.refused) return reason;
      const address = input.mailAddress ? await freeAddress(tx, input.mailAddress) : accepted(null);
      if (address.refused) return address;
      const id = await addRecovery(tx, { partnershipId, personId, mailAddress: address.value, reason: reason.value, askedBy: desk.value.personId, askedParty: desk.value.partyId });
      if (id === null) return refused('RECOVERY_UNDER_WAY', {}, recoverySource);
      tx.tell({ kind: 'RecoveryAsked', partnershipId, subject: { kind: 'recovery', id }, data: { personId, at: '1' } });
      return accepted(id);
    });
  }
}
