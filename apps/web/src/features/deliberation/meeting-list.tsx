import { CivilDate } from '../../base/dates.tsx';
import type { Here } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { useLive } from '../../base/live.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Source } from '../../ui/source.tsx';
import { MeetingStatus } from './meeting-state.tsx';
import type { MeetingLine, MeetingState } from './meeting.graphql.ts';
import styles from './meeting-list.module.css';
import type { NextHost } from './meetings.graphql.ts';
import { ScheduleMeeting } from './schedule-meeting.tsx';

interface MeetingListProps {
  readonly meetings: readonly MeetingLine[];
  readonly nextHost: NextHost | null;
  readonly where: Here;
  readonly pageKey: string;
}

const ahead: readonly MeetingState[] = ['SCHEDULED', 'CONVENED', 'OPEN', 'POSTPONED', 'NO_QUORUM'];

function MeetingCard({ meeting }: { meeting: MeetingLine }) {
  const say = useSay();
  return (
    <Card
      level={3}
      title={
        <>
          <CivilDate on={meeting.civilDate} length="long" /> {say('webMeetings.facts.time', { time: meeting.time })}
        </>
      }
      status={<MeetingStatus state={meeting.state} />}
      mine={meeting.state === 'OPEN'}
      actions={
        <LinkButton icon="arrow" kind={meeting.state === 'OPEN' ? 'primary' : 'secondary'} to={`/meetings/${meeting.id}`}>
          {say(meeting.state === 'OPEN' ? 'webMeetings.list.enter' : 'webMeetings.list.open')}
          <span className="unseen">
            {' '}
            <CivilDate on={meeting.civilDate} />
          </span>
        </LinkButton>
      }
    >
      <p>
        <span dir="auto">{meeting.place}</span> · {say(`webMeetings.kind.${meeting.kind}`)} · {say(`webMeetings.mode.${meeting.mode}`)}
      </p>
    </Card>
  );
}

function Group({ title, meetings }: { title: string; meetings: readonly MeetingLine[] }) {
  if (meetings.length === 0) return null;
  return (
    <section className="stack">
      <h2>{title}</h2>
      <div className={styles.cards}>
        {meetings.map((meeting) => (
          <MeetingCard key={meeting.id} meeting={meeting} />
        ))}
      </div>
    </section>
  );
}

/** The meetings ahead, those behind, and whose turn it is to host. */
export function MeetingList({ meetings, nextHost, where, pageKey }: MeetingListProps) {
  const say = useSay();
  useLive(where.partnershipId, ['meetings']);
  return (
    <>
      <PageHeader title={say('webMeetings.list.title')} eyebrow={<bdi>{where.partnershipName}</bdi>} />
      {meetings.length === 0 && <EmptyState icon="calendar" title={say('webMeetings.list.none')} />}
      <Group title={say('webMeetings.list.ahead')} meetings={meetings.filter(({ state }) => ahead.includes(state))} />
      {nextHost && (
        <section aria-labelledby="turn" className={styles.turn}>
          <h2 id="turn">{say('webMeetings.list.turn', { host: nextHost.party.shortName })}</h2>
          <p>{nextHost.sentence}</p>
          <Source source={nextHost.source} />
          {nextHost.due && (
            <>
              <p>{nextHost.due.sentence}</p>
              <Source source={nextHost.due.source} />
            </>
          )}
          {nextHost.viewerMaySchedule.allowed && <ScheduleMeeting nextHost={nextHost} where={where} pageKey={pageKey} />}
        </section>
      )}
      <Group title={say('webMeetings.list.behind')} meetings={meetings.filter(({ state }) => !ahead.includes(state)).toReversed()} />
    </>
  );
}
