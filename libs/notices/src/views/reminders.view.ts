import { allow, type GraphqlRequest } from '#platform';
import { Args, Context, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { ReminderType } from './notices.types.js';

allow('Query.reminders', ['COORDINATOR', 'CO_PRESIDENT'], { partnershipOf: (args) => args['partnershipId'] });

interface ReminderLine {
  id: string;
  rule: string;
  person_id: string;
  display_name: string | null;
  period: string;
  occurrence: number;
  due_on: string;
  send_at: Date;
  state: string;
  sent_at: Date | null;
  last_problem: string | null;
}

/** « Qui a été prévenu, quand »: the ledger of one partnership, for those who coordinate it. */
@Resolver()
export class RemindersView {
  @Query(() => [ReminderType])
  async reminders(
    @Args('partnershipId', { type: () => ID }) partnershipId: string,
    @Args('first', { type: () => Int, defaultValue: 200 }) first: number,
    @Context() request: GraphqlRequest,
  ): Promise<ReminderType[]> {
    const tx = await request.read();
    const lines = await tx.query<ReminderLine>(
      `select reminder.id, reminder.rule, reminder.person_id, person.display_name, reminder.period, reminder.occurrence, reminder.due_on::text, reminder.send_at,
              reminder.state, reminder.sent_at, reminder.last_problem
       from reminder left join person on person.id = reminder.person_id
       where reminder.partnership_id = $1 order by reminder.send_at desc, reminder.id limit $2`,
      [partnershipId, Math.min(Math.max(first, 0), 500)],
    );
    return lines.map((line) => ({
      id: line.id,
      rule: line.rule,
      recipient: line.display_name === null ? null : { id: line.person_id, displayName: line.display_name },
      period: line.period,
      occurrence: line.occurrence,
      dueOn: line.due_on,
      sendAt: line.send_at,
      state: line.state,
      sentAt: line.sent_at,
      lastProblem: line.last_problem,
    }));
  }
}
