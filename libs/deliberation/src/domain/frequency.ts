import { civilDate, type CivilDate } from '#kernel';
import type { Frequency } from './rules.js';

const years: Readonly<Record<Frequency, number>> = { ONCE_PER_CIVIL_YEAR: 1, ONCE_PER_TWO_CIVIL_YEARS: 2 };

/**
 * The last day by which the committee meets again (4-43): the end of the civil year, or of the second one, after that of its last meeting.
 * @param since the civil year in which the partnership came here: what was held before is not known, so that year owes nothing yet
 */
export function nextMeetingBy(frequency: Frequency, { heldOn, since }: { heldOn: readonly CivilDate[]; since: number }): CivilDate {
  const last = Math.max(since, ...heldOn.map((day) => Number(day.slice(0, 4))));
  return civilDate(`${String(last + years[frequency]).padStart(4, '0')}-12-31`);
}

/** Does a meeting still have to be planned? In the year that owes it and after, unless one is ahead, in time as long as there is time. */
export function isMeetingOwed(by: CivilDate, { today, ahead }: { today: CivilDate; ahead: readonly CivilDate[] }): boolean {
  if (today.slice(0, 4) < by.slice(0, 4)) return false;
  return !ahead.some((day) => day >= today && (day <= by || today > by));
}
