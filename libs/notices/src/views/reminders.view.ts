import { Zones } from '#kernel';
import { seatsAt } from '#parties';
import { allow, type GraphqlRequest } from '#platform';
import { Args, Context, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { linesOfPartnership } from '../store/record.store.js';
import { ReminderType } from './notices.types.js';

allow('Query.reminders', ['COORDINATOR', 'CO_PRESIDENT'], { partnershipOf: (args) => args['partnershipId'] });

/** « Qui a été prévenu, quand »: the ledger of one partnership, for those who coordinate it. A name is the one the letter was sent to. */
@Resolver()
export class RemindersView {
  constructor(private readonly zones: Zones) {}

  @Query(() => [ReminderType])
  async reminders(
    @Args('partnershipId', { type: () => ID }) partnershipId: string,
    @Args('first', { type: () => Int, defaultValue: 200 }) first: number,
    @Context() request: GraphqlRequest,
  ): Promise<ReminderType[]> {
    const tx = await request.read();
    const seats = await seatsAt(tx, partnershipId, { instant: tx.now(), zones: this.zones });
    const names = new Map(seats.flatMap(({ holder }) => (holder ? [[holder.personId, holder.displayName] as const] : [])));
    const lines = await linesOfPartnership(tx, partnershipId, Math.min(Math.max(first, 0), 500));
    return lines.map(({ personId, recipientName, ...line }) => {
      const displayName = recipientName ?? names.get(personId) ?? null;
      return { ...line, recipient: displayName === null ? null : { id: personId, displayName } };
    });
  }
}
