import { addDays, nextWorkingDay, weekdayOf, type CivilDate, type PlannedSending, type WorkCalendar } from '#kernel';

/** As `#identity` keeps it: a rule imports no room. */
type Rhythm = 'IMMEDIATE' | 'DAILY' | 'WEEKLY';

/** The first day worked of the ISO week that holds a day. */
const openingOf = (date: CivilDate, calendar: WorkCalendar): CivilDate => nextWorkingDay(addDays(date, 1 - weekdayOf(date)), calendar);

/**
 * The day on which a reminder planned for `date` comes, in this rhythm. A week's mail leaves on its first day worked, with the deadlines of that very week:
 * earlier than planned, never later, nor before what it follows. News waits for the next one.
 */
export function dayInRhythm(rhythm: Rhythm, { date, kind, after }: PlannedSending, calendar: WorkCalendar): CivilDate {
  if (rhythm !== 'WEEKLY') return date;
  const opening = openingOf(date, calendar);
  if (opening >= date) return kind === 'DEADLINE' ? date : opening;
  if (kind === 'DEADLINE' && after !== undefined && opening <= after) return date;
  return kind === 'DEADLINE' ? opening : openingOf(addDays(date, 7), calendar);
}
