import { CivilDate } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Source } from '../../ui/source.tsx';
import { Status } from '../../ui/status.tsx';
import { Table } from '../../ui/table.tsx';
import styles from './reminders.module.css';
import { monthsOf, playedYearPath, type Pace, type PlayedMail, type PlayedPerson, type PlayedYear } from './played-year.graphql.ts';

/** « Une année de rappels »: who would get what, and how many. Nothing leaves. */
export function PlayedYearPage({ played, asked }: { played: PlayedYear | null; asked: { year: number | null; pace: Pace } }) {
  const say = useSay();
  return (
    <>
      <PageHeader title={say('webReminders.year.title')} lead={<p>{say('webReminders.year.lead')}</p>} actions={<LinkButton to="/reminders" icon="clock">{say('webReminders.title')}</LinkButton>} />
      <form method="get" action={playedYearPath} className={styles.ask}>
        <Field label={say('webReminders.year.which')} name="year" type="number" inputMode="numeric" min={2024} max={2060} required defaultValue={played?.year ?? asked.year ?? undefined} />
        <Select label={say('webReminders.year.pace')} name="pace" required defaultValue={asked.pace}>
          <option value="ON_TIME">{say('webReminders.year.ON_TIME')}</option>
          <option value="LATE">{say('webReminders.year.LATE')}</option>
        </Select>
        <Button kind="secondary">{say('webReminders.year.play')}</Button>
      </form>
      {played === null || played.people.length === 0 ? <EmptyState title={say('webReminders.year.none')}>{say('webReminders.year.noneLead')}</EmptyState> : <Played played={played} />}
    </>
  );
}

function Played({ played: { year, mails, people } }: { played: PlayedYear }) {
  const say = useSay();
  const names = new Map(people.map((person) => [person.personId, person]));
  return (
    <>
      <Table
        caption={say('webReminders.year.perPerson', { year: String(year) })}
        rows={people}
        keyOf={({ personId }) => personId}
        columns={[
          { head: say('webReminders.year.person'), cell: (person) => <Person person={person} /> },
          { head: say('webReminders.year.count'), figures: true, cell: ({ count }) => count },
          { head: say('webReminders.year.enough'), cell: (person) => <Enough person={person} /> },
        ]}
      />
      <p>{say('webReminders.year.codes')}</p>
      <h2>{say('webReminders.year.calendar', { year: String(year) })}</h2>
      {monthsOf(mails).map(({ month, letters, count }, place) => (
        <Disclosure key={month} label={say('webReminders.year.month', { month, count })} open={place === 0}>
          <Table
            caption={month}
            rows={letters}
            keyOf={({ id }) => id}
            columns={[
              { head: say('webReminders.day'), cell: ({ mail: { day } }) => <CivilDate on={day} length="short" /> },
              { head: say('webReminders.what'), cell: ({ mail }) => <What mail={mail} /> },
              { head: say('webReminders.year.to'), cell: ({ personIds }) => <Persons people={personIds.map((id) => names.get(id))} /> },
            ]}
          />
        </Disclosure>
      ))}
    </>
  );
}

function Person({ person }: { person: PlayedPerson | undefined }) {
  return (
    <span className={styles.person}>
      <bdi>{person?.displayName}</bdi>
      <span className={styles.quiet}>
        {person?.office !== person?.displayName && <><bdi>{person?.office}</bdi> · </>}<bdi>{person?.party}</bdi>
      </span>
    </span>
  );
}

function Persons({ people }: { people: readonly (PlayedPerson | undefined)[] }) {
  return (
    <ul className={styles.names}>
      {people.map((person) => (
        <li key={person?.personId}>
          <bdi>{person?.displayName}</bdi>
        </li>
      ))}
    </ul>
  );
}

function Enough({ person: { count, ceiling } }: { person: PlayedPerson }) {
  const say = useSay();
  if (ceiling === null) return <span>{say('webReminders.year.noCeiling')}</span>;
  return <Status tone={count <= ceiling ? 'done' : 'waiting'}>{say('webReminders.year.atMost', { ceiling })}</Status>;
}

function What({ mail: { matter, row, source } }: { mail: PlayedMail }) {
  const say = useSay();
  return (
    <span className={styles.person}>
      <bdi>{matter}</bdi>
      <span className={styles.quiet}>{row === null ? say('webReminders.atOnce') : <bdi dir="ltr">{row}</bdi>}</span>
      {source && <Source source={{ ...source, quote: null }} />}
    </span>
  );
}
