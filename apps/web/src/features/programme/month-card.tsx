import { Link } from 'react-router';
import { CivilDate } from '../../base/dates.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import styles from './month-card.module.css';
import type { CalendarEntry, CalendarMonth, EntryKind } from './plan-calendar.graphql.ts';

export const entryIcons: Readonly<Record<EntryKind, IconName>> = { HOLIDAY: 'home', MEETING: 'people', MILESTONE: 'clock', DEADLINE: 'alert', START: 'arrow', END: 'check' };
/** What a day shows when several things fall on it. */
const strongest: readonly EntryKind[] = ['DEADLINE', 'MEETING', 'MILESTONE', 'HOLIDAY'];

/** The month at a glance. A drawing: every day it marks stands in words below. */
function Days({ month: { days, firstWeekday, daysOff, entries } }: { month: CalendarMonth }) {
  const kindOf = (day: number): EntryKind | undefined => strongest.find((kind) => entries.some((entry) => entry.kind === kind && Number(entry.day.slice(8)) === day));
  return (
    <div className={styles.days} aria-hidden="true">
      {Array.from({ length: firstWeekday - 1 }, (_, blank) => (
        <span key={`blank-${blank}`} />
      ))}
      {Array.from({ length: days }, (_, index) => {
        const kind = kindOf(index + 1);
        return (
          <span key={index} className={[styles.day, daysOff.includes(index + 1) && styles.off, kind && styles[kind]].filter(Boolean).join(' ')}>
            {index + 1}
          </span>
        );
      })}
    </div>
  );
}

function Entry({ entry: { day, kind, sentence, warning, href } }: { entry: CalendarEntry }) {
  return (
    <li className={styles.entry}>
      <span className={`${styles.mark} ${styles[`is${kind}`]}`}>
        <Icon name={entryIcons[kind]} />
      </span>
      <div>
        <p className={styles.date}>
          <CivilDate on={day} length="short" />
        </p>
        <p dir="auto">
          {href ? <Link to={href}>{sentence}</Link> : sentence} {warning && <em className={styles.warning}>{warning}</em>}
        </p>
      </div>
    </li>
  );
}

/** A month: its days at a glance on a wide screen, and everywhere what falls on them. */
export function MonthCard({ month, none }: { month: CalendarMonth; none: string }) {
  const id = `month-${month.month}`;
  return (
    <article className={styles.card} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {month.title}
      </h3>
      <Days month={month} />
      {month.entries.length === 0 && <p className={styles.none}>{none}</p>}
      <ul className={styles.entries}>
        {month.entries.map((entry) => (
          <Entry key={`${entry.day} ${entry.kind} ${entry.sentence}`} entry={entry} />
        ))}
      </ul>
    </article>
  );
}
