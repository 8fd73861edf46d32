import type { CivilDate, RuleSource } from '#kernel';
import type { ReadTx } from '#platform';

/** A meeting held whose minutes are not final yet (C3: draft at S+2, final at S+15; product default). */
export interface DraftingDebt {
  readonly partnershipId: string;
  readonly meetingId: string;
  /** `null` while nothing is drafted. */
  readonly minutesId: string | null;
  /** Civil day of the meeting, in the host's zone. */
  readonly day: CivilDate;
  readonly isInReview: boolean;
  readonly source: RuleSource;
}

const source: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'C3' };

/** A rectifying PV is drafted beside one that is final: it is no debt of its meeting's. */
const unfinished = `
  select meeting.partnership_id as "partnershipId", meeting.id as "meetingId", meeting.civil_date::text as day,
         (select minutes.id from minutes where minutes.partnership_id = meeting.partnership_id and minutes.meeting_id = meeting.id order by minutes.drafted_at limit 1) as "minutesId",
         exists (select from minutes where minutes.partnership_id = meeting.partnership_id and minutes.meeting_id = meeting.id and minutes.state = 'REVIEW') as "isInReview"
  from meeting
  where meeting.state in ('CLOSED', 'MINUTED') and ($1::uuid is null or meeting.partnership_id = $1)
    and not exists (select from minutes where minutes.partnership_id = meeting.partnership_id and minutes.meeting_id = meeting.id and minutes.state not in ('DRAFT', 'REVIEW'))
  order by meeting.civil_date, meeting.id`;

/** Minutes that wait to be written or made final, in reach or in one partnership. */
export async function draftingDebts(tx: ReadTx, partnershipId: string | null = null): Promise<DraftingDebt[]> {
  return (await tx.query<Omit<DraftingDebt, 'source'>>(unfinished, [partnershipId])).map((line) => ({ ...line, source }));
}
