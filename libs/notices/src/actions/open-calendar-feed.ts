import { InstanceSecret } from '#identity';
import { accepted, refused, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Context, Mutation, Resolver } from '@nestjs/graphql';
import { feedToken, openFeed } from '../store/feed.store.js';
import { feedPath } from '../views/calendar-feed.view.js';
import { CalendarFeedType } from '../views/feed.types.js';

export const OpenCalendarFeedAnswer = answerUnion('OpenCalendarFeedAnswer', () => CalendarFeedType);
allow('Mutation.openCalendarFeed', 'SIGNED_IN');

/** Gives a person her calendar address; the one she had answers no more. */
@Resolver()
export class OpenCalendarFeed {
  constructor(
    private readonly work: Work,
    private readonly secret: InstanceSecret,
  ) {}

  @Mutation(() => OpenCalendarFeedAnswer)
  async openCalendarFeed(@Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx), ({ id, since }) => Object.assign(new CalendarFeedType(), { path: feedPath(feedToken(this.secret.value, id)), since: new Date(since) }));
  }

  run(ctx: Ctx): Promise<Answer<{ id: string; since: string }>> {
    return this.work.run(ctx, async (tx) => {
      const { actor } = ctx;
      if (!actor) return refused('SIGN_IN_REQUIRED');
      await tx.query('select id from person where id = $1 for update', [actor.personId]);
      const id = await openFeed(tx, actor.personId);
      tx.tell({ kind: 'CalendarFeedOpened', partnershipId: null, subject: { kind: 'person', id: actor.personId }, data: {} });
      return accepted({ id, since: tx.recordedAt().toISOString() });
    });
  }
}
