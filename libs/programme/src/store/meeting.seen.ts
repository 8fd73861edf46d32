import type { CivilDate } from '#kernel';
import type { ReadTx } from '#platform';
import type { MeetingSeen } from '../domain/back-plan.js';

/** A meeting of the committee, as far as a plan's preparation or its calendar shows it. */
export interface MeetingLine extends MeetingSeen {
  readonly kind: string;
}

const lines = `
  select meeting.id, meeting.kind, meeting.civil_date::text as day, meeting.host_party_id as "hostPartyId",
    case when meeting.state = 'SCHEDULED' then 'SCHEDULED' when meeting.state in ('CONVENED', 'OPEN') then 'CONVENED' else 'HELD' end as standing
  from meeting
  cross join lateral (select exists (select from agenda_item item where item.partnership_id = meeting.partnership_id and item.meeting_id = meeting.id
                                     and item.subject_kind = 'actionPlan' and item.subject_id = $2) as carries) agenda
  where meeting.partnership_id = $1 and meeting.state not in ('CANCELLED', 'POSTPONED', 'NO_QUORUM')`;

/** The meeting that is to decide on the plan: the one whose agenda holds it, else the next one until that day. One statement. */
export async function meetingOfPlan(tx: ReadTx, at: { readonly partnershipId: string; readonly planId: string | null; readonly from: CivilDate; readonly until: CivilDate }): Promise<MeetingSeen | null> {
  const [line] = await tx.query<MeetingLine>(
    `${lines} and (agenda.carries or (meeting.state in ('SCHEDULED', 'CONVENED', 'OPEN') and meeting.civil_date between $3 and $4))
     order by agenda.carries desc, meeting.state in ('SCHEDULED', 'CONVENED', 'OPEN') desc, meeting.civil_date, meeting.id limit 1`,
    [at.partnershipId, at.planId, at.from, at.until],
  );
  return line ?? null;
}

/** The meetings of a civil year, those that were called off left out. One statement. */
export const meetingsOfYear = (tx: ReadTx, partnershipId: string, year: number): Promise<MeetingLine[]> =>
  tx.query<MeetingLine>(`${lines} and meeting.civil_date between $3 and $4 order by meeting.civil_date, meeting.id`, [partnershipId, null, `${year}-01-01`, `${year}-12-31`]);
