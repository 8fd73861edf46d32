import { accepted, refused, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { lettersIn, remindLate, ruleOf } from '../domain/remind-late.js';
import { takeTurn } from '../store/ledger.store.js';
import { lateFacts, timelineStage } from '../views/timeline.stage.js';
import { ReminderWorld } from '../views/reminder-world.js';

@InputType()
export class RemindLateInput {
  @Field(() => ID) partnershipId: string;
}

@ObjectType('LateReminded', { description: 'Des relances partent.' })
export class LateRemindedType {
  @Field(() => Int, { description: 'Personnes à qui une lettre part, une chacune.' }) letters: number;
}

export const RemindLateAnswer = answerUnion('RemindLateAnswer', () => LateRemindedType);
allow('Mutation.remindLate', ['COORDINATOR'], { partnershipOf: (args) => (args['input'] as RemindLateInput | undefined)?.partnershipId });

/** « Relancer les retardataires »: one letter each with all that is late, planned from the fact by whoever sends, and asked once more just before leaving. */
@Resolver()
export class RemindLate {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly world: ReminderWorld,
  ) {}

  @Mutation(() => RemindLateAnswer)
  async remindLate(@Args('input') input: RemindLateInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (letters) => Object.assign(new LateRemindedType(), { letters }));
  }

  /** @returns refused NOBODY_LATE when no letter would leave */
  run(ctx: Ctx, { partnershipId }: RemindLateInput): Promise<Answer<number>> {
    return this.work.run(ctx, async (tx) => {
      const { actor } = ctx;
      if (!actor) return refused('SIGN_IN_REQUIRED');
      await takeTurn(tx, partnershipId);
      const stage = await timelineStage(tx, { partnershipId, actor, zones: this.zones, world: this.world });
      const preview = remindLate(await lateFacts(tx, stage, { partnershipId, actor }));
      const { letters } = preview;
      if (letters.length === 0) return refused('NOBODY_LATE', {}, { kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, jamais deux demandes en 48 heures' });
      const lines = letters.map((late) => ({ personId: late.personId, rule: ruleOf(late), objectKind: late.debt.objectKind, objectId: late.debt.objectId, period: late.debt.period }));
      tx.tell({ kind: 'LateReminded', partnershipId, subject: { kind: 'partnership', id: partnershipId }, data: { lines, on: stage.today, at: tx.now().toISOString() } });
      return accepted(lettersIn(preview));
    });
  }
}
