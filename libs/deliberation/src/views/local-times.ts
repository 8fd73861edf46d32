import type { CivilDate, Zones } from '#kernel';
import type { Committee } from './committee.reader.js';
import type { LocalTimeType } from './meeting.types.js';

/** One instant as each party's wall showed it. */
export const localTimesOf = (instant: Date, { shownParties }: Pick<Committee, 'shownParties'>, zones: Zones): LocalTimeType[] =>
  shownParties.map((party) => {
    const { date: civilDate, time } = zones.civilAt(instant, party.territory.zone);
    return { party, civilDate: civilDate as CivilDate, time, zone: party.territory.zone };
  });
