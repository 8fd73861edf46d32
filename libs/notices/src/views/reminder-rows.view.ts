import { allow, type GraphqlRequest } from '#platform';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { reminderRowsOf } from './reminder-rows.reader.js';
import { ReminderRowType } from './reminder-rows.types.js';

allow('Query.reminderRows', ['COORDINATOR', 'CO_PRESIDENT'], { partnershipOf: (args) => args['partnershipId'] });

/** The calendar of reminders of a partnership, row by row. */
@Resolver()
export class ReminderRowsView {
  @Query(() => [ReminderRowType])
  async reminderRows(@Args('partnershipId', { type: () => ID }) partnershipId: string, @Context() request: GraphqlRequest): Promise<ReminderRowType[]> {
    const { actor } = request.ctx;
    return actor?.partnershipIds.includes(partnershipId) ? reminderRowsOf(await request.read(), partnershipId) : [];
  }
}
