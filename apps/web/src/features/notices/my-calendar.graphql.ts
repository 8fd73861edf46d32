import type { Deeds } from '../../base/act-among.ts';
import type { Deed } from '../../base/act.ts';

/** One's own calendar address, as the API tells it. */
export interface CalendarFeed {
  /** After this instance's own address. */
  readonly path: string;
  readonly since: string;
}

export const myCalendarDocument = 'query MyCalendar { myCalendarFeed { path since } }';
export const myCalendarPath = '/my-calendar';

const openCalendarFeed: Deed<CalendarFeed> = {
  document: 'mutation OpenCalendarFeed { openCalendarFeed { ... on CalendarFeed { path } ...refused } }',
  variables: () => ({}),
  done: () => `${myCalendarPath}?done=opened`,
};
const closeCalendarFeed: Deed<{ personId: string }> = {
  document: 'mutation CloseCalendarFeed { closeCalendarFeed { ... on CalendarFeedClosed { personId } ...refused } }',
  variables: () => ({}),
  done: () => `${myCalendarPath}?done=closed`,
};

/** What « Mon agenda » can do. */
export const myCalendarDeeds: Deeds = { openCalendarFeed, closeCalendarFeed };
