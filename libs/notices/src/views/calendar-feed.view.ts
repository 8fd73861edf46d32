import { InstanceSecret } from '#identity';
import { allow, type GraphqlRequest, type ReadTx } from '#platform';
import { Context, Query, Resolver } from '@nestjs/graphql';
import { feedToken, openFeedOf } from '../store/feed.store.js';
import { CalendarFeedType } from './feed.types.js';

allow('Query.myCalendarFeed', 'SIGNED_IN');

/** Where calendars ask for it. */
export const feedPath = (token: string): string => `/calendar/${token}.ics`;

/** The reader's own address; `null` when she has none. */
export async function feedShown(tx: ReadTx, secret: string): Promise<CalendarFeedType | null> {
  const { actor } = tx.ctx;
  const feed = actor && (await openFeedOf(tx, actor.personId));
  return feed ? Object.assign(new CalendarFeedType(), { path: feedPath(feedToken(secret, feed.id)), since: feed.openedAt }) : null;
}

/** « Mon agenda »: one's own calendar address, for nobody else. */
@Resolver()
export class CalendarFeedView {
  constructor(private readonly secret: InstanceSecret) {}

  @Query(() => CalendarFeedType, { nullable: true })
  async myCalendarFeed(@Context() request: GraphqlRequest): Promise<CalendarFeedType | null> {
    return feedShown(await request.read(), this.secret.value);
  }
}
