import styles from './year-bar.module.css';
import type { CalendarAction, CalendarMonth } from './plan-calendar.graphql.ts';

/** A year is drawn 1200 wide: a month, 100. */
const width = 1200;

/** Where a civil date falls in that year; before it, at its beginning, after it, at its end. `end`: its evening. */
function placeOf(date: string, year: number, { months, end }: { months: readonly CalendarMonth[]; end: boolean }): number {
  const [of = 0, month = 1, day = 1] = date.split('-').map(Number);
  if (of !== year) return of < year ? 0 : width;
  return (month - 1) * 100 + ((day - (end ? 0 : 1)) / (months[month - 1]?.days ?? 31)) * 100;
}

/** One action as a bar over twelve months. A drawing: its dates stand beside it in words. It is mirrored where writing goes from right to left. */
export function YearBar({ action: { startsOn, endsOn, state }, year, months }: { action: CalendarAction; year: number; months: readonly CalendarMonth[] }) {
  const from = placeOf(startsOn ?? endsOn ?? `${year}-01-01`, year, { months, end: !startsOn });
  const to = placeOf(endsOn ?? startsOn ?? `${year}-01-01`, year, { months, end: Boolean(endsOn) });
  return (
    <svg className={styles.bar} viewBox={`0 0 ${width} 20`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {months.map(({ month }) => (
        <rect key={month} x={(month - 1) * 100 + 2} y="0" width="96" height="20" className={styles.month} />
      ))}
      {(startsOn ?? endsOn) && <rect x={from} y="4" width={Math.max(to - from, 8)} height="12" className={styles[state]} />}
    </svg>
  );
}
