import { addDays, civilDate, type CivilDate } from './civil-date.js';
import type { Zones } from './zone.js';

/** The settings of « avant le 31 décembre » (design C5 Q8). */
export interface PlanDeadlineRule {
  /** Year n of the plan; the deadline day falls in n-1. */
  readonly year: number;
  /** 'MM-DD' of the year n-1; the convention says 12-31. */
  readonly day: string;
  /** false, « avant le 31 »: the 30th is the last day. true, « au plus tard le 31 ». */
  readonly inclusive: boolean;
  /** What must have happened by then: the committee's vote, or its minutes becoming executory. */
  readonly event: 'ADOPTION' | 'EXECUTORY';
  /** Whose midnight closes when the parties live in several zones. */
  readonly zoneRule: 'EARLIEST' | 'LATEST';
}

/** A deadline worked out for given parties: what to show, what to compare with, what it was computed from. */
export interface PlanDeadline {
  readonly rule: PlanDeadlineRule;
  /** D: the day the text names. */
  readonly day: CivilDate;
  /** The last civil day on which the event is on time, in `decisiveZone`. */
  readonly lastValidDay: CivilDate;
  /** The first instant that is too late. */
  readonly closesAt: Date;
  /** The party's zone whose midnight closes. */
  readonly decisiveZone: string;
  /** IANA release `closesAt` was computed with: to be computed again when it changes. */
  readonly dataVersion: string;
}

/**
 * When the plan of year n must be adopted at the latest: the earliest (or latest) of the parties' own midnights (design C1.1).
 * @throws RangeError when no zone is given, a zone is unknown or the day does not exist in the year n-1.
 */
export const planDeadline = (rule: PlanDeadlineRule, zonesOfParties: readonly string[], zones: Zones): PlanDeadline => {
  const day = civilDate(`${String(rule.year - 1).padStart(4, '0')}-${rule.day}`);
  const lastValidDay = rule.inclusive ? day : addDays(day, -1);
  const midnights = zonesOfParties
    .map((zone) => ({ zone, at: zones.instantOf(addDays(lastValidDay, 1), '00:00', zone) }))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const closing = rule.zoneRule === 'EARLIEST' ? midnights[0] : midnights.at(-1);
  if (!closing) throw new RangeError('a deadline needs the zone of at least one party');
  return { rule, day, lastValidDay, closesAt: closing.at, decisiveZone: closing.zone, dataVersion: zones.dataVersion };
};

/** Was the event (adoption, or executory: `deadline.rule.event` says which instant to pass) before the closing instant? */
export const isOnTime = (event: Date, deadline: PlanDeadline): boolean => {
  if (Number.isNaN(event.getTime())) throw new RangeError('invalid instant');
  return event.getTime() < deadline.closesAt.getTime();
};

/** J-n of a deadline day. */
export interface BackPlanDay {
  /** Calendar days before the deadline; negative after it (J+7 is -7). */
  readonly offset: number;
  readonly date: CivilDate;
}

/** The civil dates of J-n, in the order of the offsets given: calendar days, before any working-day shift (`sendingInstant` shifts). */
export const backPlan = (deadlineDate: CivilDate, offsets: readonly number[]): readonly BackPlanDay[] =>
  offsets.map((offset) => ({ offset, date: addDays(deadlineDate, -offset) }));
