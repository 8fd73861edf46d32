import { accepted, refused, Zones, type Answer, type CivilDate } from '#kernel';
import { allow, answered, answerUnion, CivilDateScalar, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { silence } from '../domain/silence.js';
import { takeTurn } from '../store/ledger.store.js';
import { ownMatter } from '../views/own-matter.js';
import { ReminderWorld } from '../views/reminder-world.js';

@InputType()
export class SilenceRemindersInput {
  @Field(() => ID, { description: 'Un des courriels de cette affaire.' }) reminderId: string;
  @Field(() => CivilDateScalar, { description: 'Les rappels reprennent ce jour-là.' }) until: CivilDate;
}

@ObjectType('RemindersSilenced', { description: 'Un silence demandé par la personne qui doit.' })
export class RemindersSilencedType {
  @Field(() => CivilDateScalar) until: string;
}

export const SilenceRemindersAnswer = answerUnion('SilenceRemindersAnswer', () => RemindersSilencedType);
allow('Mutation.silenceReminders', 'SIGNED_IN');

/** « Silence jusqu’au … », by whom a reminder is for: written in the journal; others go on being told, and no legal deadline is passed in silence. */
@Resolver()
export class SilenceReminders {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly world: ReminderWorld,
  ) {}

  @Mutation(() => SilenceRemindersAnswer)
  async silenceReminders(@Args('input') input: SilenceRemindersInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (until) => Object.assign(new RemindersSilencedType(), { until }));
  }

  /** @returns refused NOT_FOUND for somebody else’s letter or a thing no longer owed; as `silence` */
  run(ctx: Ctx, { reminderId, until }: SilenceRemindersInput): Promise<Answer<CivilDate>> {
    return this.work.run(ctx, async (tx) => {
      const seen = await ownMatter(tx, this.world, { reminderId, zones: this.zones });
      if (!seen?.debt) return refused('NOT_FOUND');
      const { debt, today, line } = seen;
      await takeTurn(tx, debt.partnershipId);
      const decided = silence(debt, until, today);
      if (decided.refused) return decided;
      const { objectKind, objectId, period, partnershipId } = debt;
      tx.tell({ kind: 'RemindersSilenced', partnershipId, subject: { kind: objectKind, id: objectId }, data: { personId: line.personId, period, until, at: tx.now().toISOString() } });
      return accepted(decided.value);
    });
  }
}
