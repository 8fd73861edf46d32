import { Link } from 'react-router';
import type { Here } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { useLive } from '../../base/live.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import { entryIcons, MonthCard } from './month-card.tsx';
import styles from './plan-calendar.module.css';
import type { CalendarAction, PlanCalendar } from './plan-calendar.graphql.ts';
import type { ColumnName } from './plan-board.graphql.ts';
import { PlanTabs } from './plan-tabs.tsx';
import { YearBar } from './year-bar.tsx';

const tones: Readonly<Record<ColumnName, Tone>> = { PROPOSED: 'still', EXAMINED: 'waiting', RETAINED: 'underway', VALIDATED: 'done' };
const kinds = ['HOLIDAY', 'MEETING', 'MILESTONE', 'DEADLINE'] as const;

function Action({ action, calendar }: { action: CalendarAction; calendar: PlanCalendar }) {
  return (
    <li className={styles.action}>
      <div className={styles.words}>
        <p dir="auto">
          <Link to={`/sheets/${action.id}`} className={styles.link}>
            {action.title}
          </Link>
        </p>
        <p className={styles.dates}>{action.sentence}</p>
        <Status tone={tones[action.state]}>{action.stateTitle}</Status>
      </div>
      <div className={styles.drawn}>
        <YearBar action={action} year={calendar.year} months={calendar.months} />
        {action.hints.map((hint) => (
          <p key={hint} className={styles.hint}>
            <Icon name="info" /> <span>{hint}</span>
          </p>
        ))}
      </div>
    </li>
  );
}

/** The months over the bars: their numbers, for the eye alone. */
function Scale({ calendar }: { calendar: PlanCalendar }) {
  return (
    <div className={styles.scale} aria-hidden="true">
      {calendar.months.map(({ month }) => (
        <span key={month}>{month}</span>
      ))}
    </div>
  );
}

function Actions({ calendar }: { calendar: PlanCalendar }) {
  const say = useSay();
  const year = String(calendar.year);
  return (
    <section aria-labelledby="actions" className="stack">
      <h2 id="actions">{say('webProgramme.calendar.actions')}</h2>
      {calendar.axes.length === 0 ? (
        <EmptyState title={say('webProgramme.calendar.noActions', { year })}>
          <Link to={`/plans/${year}`}>{say('webProgramme.calendar.toBoard')}</Link>
        </EmptyState>
      ) : (
        <Scale calendar={calendar} />
      )}
      {calendar.axes.map(({ title, actions }) => (
        <section key={title} aria-label={title} className={styles.axis}>
          <h3 dir="auto" className={styles.axisTitle}>
            {title}
          </h3>
          <ul className={styles.actions}>
            {actions.map((action) => (
              <Action key={action.id} action={action} calendar={calendar} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

/** The year of a plan: its actions as bars, then its months with the holidays of each country, the meetings, and what the next plan asks. */
export function PlanCalendarPage({ calendar, where }: { calendar: PlanCalendar; where: Here }) {
  const say = useSay();
  useLive(where.partnershipId, ['programme', 'meetings']);
  const { year, months, notes } = calendar;
  return (
    <>
      <PageHeader title={say('webProgramme.calendar.title', { year: String(year) })} eyebrow={<bdi>{where.partnershipName}</bdi>} lead={<p>{say('webProgramme.calendar.lead')}</p>} />
      <PlanTabs year={year} />
      <Actions calendar={calendar} />
      <section aria-labelledby="months" className="stack">
        <h2 id="months">{say('webProgramme.calendar.months')}</h2>
        <ul className={styles.legend}>
          {kinds.map((kind) => (
            <li key={kind} className={styles[kind]}>
              <Icon name={entryIcons[kind]} /> {say(`webProgramme.calendar.kind.${kind}`)}
            </li>
          ))}
        </ul>
        {notes.map((note) => (
          <p key={note} className={styles.hint}>
            <Icon name="info" /> <span>{note}</span>
          </p>
        ))}
        <div className={styles.months}>
          {months.map((month) => (
            <MonthCard key={month.month} month={month} none={say('webProgramme.calendar.nothing')} />
          ))}
        </div>
      </section>
      <nav aria-label={say('webProgramme.calendar.years')} className="cluster" data-screen-only="">
        {[year - 1, year + 1].map((other) => (
          <Link key={other} to={`/plans/${other}/calendar`} className={styles.link}>
            {say('webProgramme.calendar.title', { year: String(other) })}
          </Link>
        ))}
      </nav>
    </>
  );
}
