import { accepted, refused, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { moveRow } from '../domain/row-days.js';
import { takeTurn } from '../store/ledger.store.js';
import { keepRowMove, lastRowMoves, rowDaysIn } from '../store/row-move.store.js';
import { ReminderRowType } from '../views/reminder-rows.types.js';
import { reminderRowsOf } from '../views/reminder-rows.reader.js';

@InputType()
export class MoveReminderRowInput {
  @Field(() => ID) partnershipId: string;
  @Field(() => String, { description: 'PLAN_J-60, MINUTES_P+7…' }) rule: string;
  @Field(() => Int, { nullable: true, description: 'Jours après le jour compté, négatifs avant lui ; nul : notre valeur par défaut.' }) days?: number | null;
}

export const MoveReminderRowAnswer = answerUnion('MoveReminderRowAnswer', () => ReminderRowType);
allow('Mutation.moveReminderRow', ['COORDINATOR'], { partnershipOf: ({ input }) => (input as MoveReminderRowInput | undefined)?.partnershipId });

/** Gives another day to a row of the calendar of reminders: either coordination does, and every coordination is told. What a text names stays. */
@Resolver()
export class MoveReminderRow {
  constructor(private readonly work: Work) {}

  @Mutation(() => MoveReminderRowAnswer)
  async moveReminderRow(@Args('input') input: MoveReminderRowInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (rule) => {
      const rows = await reminderRowsOf(await request.read(), input.partnershipId);
      return rows.find((row) => row.rule === rule)!;
    });
  }

  /** @returns refused as `moveRow` */
  run(ctx: Ctx, { partnershipId, rule, days = null }: MoveReminderRowInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const { actor } = ctx;
      const seat = actor?.seats.find((one) => one.partnershipId === partnershipId && one.persona === 'COORDINATOR');
      if (!seat) return refused('NOT_FOUND');
      await takeTurn(tx, partnershipId);
      const decided = moveRow(rule, days, rowDaysIn(await lastRowMoves(tx, partnershipId)));
      if (decided.refused) return decided;
      await keepRowMove(tx, { partnershipId, rule, days: decided.value, partyId: seat.partyId });
      tx.tell({ kind: 'ReminderRowMoved', partnershipId, subject: { kind: 'partnership', id: partnershipId }, data: { rule, days: decided.value, partyId: seat.partyId, at: tx.now().toISOString() } });
      return accepted(rule);
    });
  }
}
