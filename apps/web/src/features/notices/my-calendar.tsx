import { Moment } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { ActButton } from '../../base/may-button.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Card } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import type { CalendarFeed } from './my-calendar.graphql.ts';
import styles from './reminders.module.css';

interface MyCalendarProps {
  readonly feed: CalendarFeed | null;
  /** Where this instance is found. */
  readonly origin: string;
  readonly pageKey: string;
  readonly done: string | null;
}

/** « Mon agenda »: the secret address that a calendar follows; made, replaced, closed. */
export function MyCalendar({ feed, origin, pageKey, done }: MyCalendarProps) {
  const say = useSay();
  const said = ({ opened: 'webReminders.feed.opened', closed: 'webReminders.feed.closed' } as const)[done ?? ''];
  return (
    <>
      <PageHeader title={say('webReminders.feed.title')} lead={<p>{say('webReminders.feed.lead')}</p>} />
      {said && (
        <Banner tone="good">
          <p role="status">{say(said)}</p>
        </Banner>
      )}
      {feed ? <Address feed={feed} origin={origin} pageKey={pageKey} /> : <ActButton name="openCalendarFeed" label={say('webReminders.feed.open')} pageKey={pageKey} icon="calendar" />}
      <p>{say('webReminders.feed.delay')}</p>
    </>
  );
}

function Address({ feed: { path, since }, origin, pageKey }: { feed: CalendarFeed; origin: string; pageKey: string }) {
  const say = useSay();
  const address = `${origin}${path}`;
  return (
    <Card
      title={say('webReminders.feed.address')}
      actions={
        <>
          <ActButton name="openCalendarFeed" label={say('webReminders.feed.renew')} pageKey={pageKey} kind="secondary" />
          <ActButton name="closeCalendarFeed" label={say('webReminders.feed.close')} pageKey={pageKey} kind="quiet" />
        </>
      }
    >
      <p>
        <code dir="ltr" className={styles.address}>
          {address}
        </code>
      </p>
      <p>
        <a href={address.replace(/^https?:/, 'webcal:')}>
          <Icon name="calendar" /> {say('webReminders.feed.follow')}
        </a>
      </p>
      <p>{say('webReminders.feed.keep')}</p>
      <p className={styles.quiet}>
        {say('webReminders.feed.since')} <Moment at={since} />
      </p>
    </Card>
  );
}
