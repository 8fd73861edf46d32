import { endSessions, freshProofOf } from '#identity';
import { accepted, refused, Zones, type Answer, type CivilDate } from '#kernel';
import { allow, answered, answerUnion, CivilDateScalar, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { desksOf, mayCompose } from '../domain/desk.js';
import { end, type Mandate } from '../domain/mandate.js';
import { parseLine } from '../domain/wording.js';
import { hasMandateFrom, keepEnd, lockMandate, otherCoordinators } from '../store/mandate.store.js';

@InputType()
export class EndMandateInput {
  @Field(() => ID) mandateId: string;
  @Field(() => CivilDateScalar, { description: 'Dernier jour du mandat ; hier au plus tôt, et l’accès s’arrête alors tout de suite.' }) lastDay: CivilDate;
  @Field(() => String) motive: string;
}

@ObjectType('MandateEnded')
export class MandateEndedType {
  @Field(() => ID) id: string;
  @Field(() => ID) seatId: string;
  @Field(() => CivilDateScalar) lastDay: CivilDate;
}

export const EndMandateAnswer = answerUnion('EndMandateAnswer', () => MandateEndedType);
allow('Mutation.endMandate', ['COORDINATOR']);

/** A mandate ends on a day that has not gone by: what was done before was done in office. With the last mandate, every session of the person ends. A step-up is asked. */
@Resolver()
export class EndMandate {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
  ) {}

  @Mutation(() => EndMandateAnswer)
  async endMandate(@Args('input') input: EndMandateInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), ({ id, seatId }) => Object.assign(new MandateEndedType(), { id, seatId, lastDay: input.lastDay }));
  }

  run(ctx: Ctx, input: EndMandateInput): Promise<Answer<Mandate>> {
    return this.work.run({ ...ctx, audience: 'INSTANCE' }, async (tx) => {
      const mandate = await lockMandate(tx, input.mandateId);
      if (!mandate || !ctx.actor) return refused('NOT_FOUND');
      const desk = mayCompose(desksOf(ctx.actor, mandate.partnershipId), mandate.partyId);
      if (desk.refused) return desk;
      const motive = parseLine(input.motive, 'motive');
      if (motive.refused) return motive;
      const today = this.zones.civilAt(tx.now(), mandate.zone).date;
      const judged = end(mandate, { lastDay: input.lastDay, today }, { coordinators: await otherCoordinators(tx, mandate, input.lastDay > today ? input.lastDay : today) });
      if (judged.refused) return judged;
      const proof = await freshProofOf(tx, 'endMandate', mandate.id);
      if (proof.refused) return proof;
      await keepEnd(tx, judged.value, motive.value);
      await this.tell(tx, { ...judged.value, partnershipId: mandate.partnershipId, method: proof.value.method }, today);
      return accepted(judged.value);
    });
  }

  private async tell(tx: Tx, mandate: Mandate & { partnershipId: string; method: string }, today: CivilDate): Promise<void> {
    const { id, partnershipId, personId, category, until, method } = mandate;
    tx.tell({ kind: 'MandateEnded', partnershipId, subject: { kind: 'mandate', id }, data: { personId, category, until, method } });
    if (!(await hasMandateFrom(tx, personId, today))) await endSessions(tx, personId);
  }
}
