import { accepted, refused, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Context, Field, ID, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { closeFeed } from '../store/feed.store.js';

@ObjectType('CalendarFeedClosed', { description: 'L’adresse ne répond plus.' })
export class CalendarFeedClosedType {
  @Field(() => ID) personId: string;
}

export const CloseCalendarFeedAnswer = answerUnion('CloseCalendarFeedAnswer', () => CalendarFeedClosedType);
allow('Mutation.closeCalendarFeed', 'SIGNED_IN');

/** One's own calendar address answers no more: lost, or shown to somebody. */
@Resolver()
export class CloseCalendarFeed {
  constructor(private readonly work: Work) {}

  @Mutation(() => CloseCalendarFeedAnswer)
  async closeCalendarFeed(@Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx), (personId) => Object.assign(new CalendarFeedClosedType(), { personId }));
  }

  /** @returns refused NOT_FOUND when no address is open */
  run(ctx: Ctx): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const { actor } = ctx;
      if (!actor) return refused('SIGN_IN_REQUIRED');
      if (!(await closeFeed(tx, actor.personId))) return refused('NOT_FOUND');
      tx.tell({ kind: 'CalendarFeedClosed', partnershipId: null, subject: { kind: 'person', id: actor.personId }, data: {} });
      return accepted(actor.personId);
    });
  }
}
