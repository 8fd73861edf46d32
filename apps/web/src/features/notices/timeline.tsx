import { CivilDate, dateInWords } from '../../base/dates.tsx';
import { useSay, useVoice } from '../../base/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Source } from '../../ui/source.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import { playedYearPath } from './played-year.graphql.ts';
import { rowsPath } from './reminder-rows.graphql.ts';
import styles from './reminders.module.css';
import { remindersPath, type Timeline, type TimelineMatter } from './timeline.graphql.ts';
import { ToldPeople } from './told-people.tsx';

const groups = ['LATE', 'OPEN', 'DONE'] as const;
const tones: Readonly<Record<TimelineMatter['state'], Tone>> = { LATE: 'stopped', OPEN: 'waiting', DONE: 'done' };

interface TimelinePageProps {
  readonly timeline: Timeline;
  /** May the reader remind? A coordination does. */
  readonly mayRemind: boolean;
  readonly done: string | null;
}

/** « Échéances et rappels »: the quarter around today, the late first. */
export function TimelinePage({ timeline: { matters, until }, mayRemind, done }: TimelinePageProps) {
  const say = useSay();
  const { language } = useVoice();
  return (
    <>
      <PageHeader
        title={say('webReminders.title')}
        lead={<p>{say('webReminders.lead', { day: dateInWords(language, until) })}</p>}
        actions={
          <>
            {mayRemind && (
              <LinkButton to={`${remindersPath}/late`} kind="primary" icon="mail">
                {say('webReminders.late.open')}
              </LinkButton>
            )}
            <LinkButton to={rowsPath}>
              {say('webReminders.rows.title')}
            </LinkButton>
            <LinkButton to={playedYearPath} icon="calendar">
              {say('webReminders.year.open')}
            </LinkButton>
          </>
        }
      />
      {done === 'late' && (
        <Banner tone="good">
          <p role="status">{say('webReminders.late.done')}</p>
        </Banner>
      )}
      {matters.length === 0 && (
        <EmptyState title={say('webReminders.none')}>
          <p>{say('webReminders.noneLead')}</p>
        </EmptyState>
      )}
      {groups.map((group) => (
        <Group key={group} group={group} matters={matters.filter(({ state }) => state === group)} />
      ))}
    </>
  );
}

function Group({ group, matters }: { group: TimelineMatter['state']; matters: readonly TimelineMatter[] }) {
  const say = useSay();
  if (matters.length === 0) return null;
  return (
    <section className="stack" aria-labelledby={`reminders-${group}`}>
      <h2 id={`reminders-${group}`}>{say(`webReminders.group.${group}`)}</h2>
      <div className={styles.cards}>
        {matters.map((matter) => (
          <Matter key={matter.id} matter={matter} />
        ))}
      </div>
    </section>
  );
}

function Matter({ matter }: { matter: TimelineMatter }) {
  const say = useSay();
  const { title, state, source, href, people } = matter;
  return (
    <Card
      level={3}
      title={title}
      status={<Status tone={tones[state]}>{say(`webReminders.state.${state}`)}</Status>}
      actions={
        <LinkButton to={href}>
          {say('webReminders.open')} <span className="unseen">{title}</span>
        </LinkButton>
      }
    >
      {state !== 'DONE' && <When matter={matter} />}
      {source && state !== 'DONE' && <Source source={source} />}
      <Disclosure label={say('webReminders.told', { count: people.length })} open={state === 'LATE'}>
        <ToldPeople people={people} />
      </Disclosure>
    </Card>
  );
}

function When({ matter: { dueOn, lateSince, daysLeft } }: { matter: TimelineMatter }) {
  const say = useSay();
  if (lateSince !== null) {
    return (
      <p>
        {say('webReminders.late.since')} <CivilDate on={lateSince} length="long" />
      </p>
    );
  }
  if (dueOn === null) return <p>{say('webReminders.undated')}</p>;
  return (
    <p>
      {say('webReminders.until')} <CivilDate on={dueOn} length="long" />
      {daysLeft !== null && <> ({say(daysLeft < 0 ? 'webReminders.over' : 'webReminders.left', { days: Math.abs(daysLeft) })})</>}
    </p>
  );
}
