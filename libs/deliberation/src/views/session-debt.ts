import type { CivilDate, RuleSource, Zones } from '#kernel';
import type { ReadTx } from '#platform';
import { meetingDueOf } from './meeting-due.js';

/** A year that owes a meeting, and none is on the calendar (4-43). */
export interface SessionDebt {
  readonly partnershipId: string;
  /** The last day on which it may be held. */
  readonly by: CivilDate;
  readonly source: RuleSource;
}

/** At most one: the meeting that the partnership's own frequency asks for next. */
export async function sessionDebt(tx: ReadTx, partnershipId: string, zones: Zones): Promise<SessionDebt[]> {
  const due = await meetingDueOf(tx, partnershipId, zones);
  return due?.owed ? [{ partnershipId, by: due.by, source: due.rule.source }] : [];
}
