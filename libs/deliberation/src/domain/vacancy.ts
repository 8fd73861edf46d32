import type { CivilDate } from '#kernel';

/** An office held over [from, until), in civil days of its own territory. */
export interface Term {
  readonly from: CivilDate;
  readonly until: CivilDate | null;
}

const isOver = (until: CivilDate | null, today: CivilDate): until is CivilDate => until !== null && until <= today;

/** The first day on which nobody held it any more, of an office that nobody holds today; `null` when nobody ever did. */
export const vacantSince = (terms: readonly Term[], today: CivilDate): CivilDate | null =>
  terms.reduce<CivilDate | null>((last, { until }) => (isOver(until, today) && (last === null || until > last) ? until : last), null);

/** Is it written down who takes it up on a later day? Then somebody is waited for, and nothing is left to do. */
export const isFollowed = (terms: readonly Term[], today: CivilDate): boolean => terms.some(({ from }) => from > today);

/** The day on which a chain stopped: its step had come, and the office was empty. `null` when neither day is known. */
export const stoppedOn = (step: CivilDate | null, vacant: CivilDate | null): CivilDate | null => (step !== null && vacant !== null ? (step > vacant ? step : vacant) : (step ?? vacant));
