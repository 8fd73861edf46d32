import { addDays, type CivilDate, type Zones } from '#kernel';
import { seatsAt } from '#parties';
import type { ReadTx } from '#platform';

/** A meeting on the calendar that nobody has convened yet, and who must: the host's co-president today (Art. 5). */
export interface ConvocationDebt {
  readonly partnershipId: string;
  readonly meetingId: string;
  /** Civil day of the meeting, in the host's zone. */
  readonly day: CivilDate;
  readonly hostShortName: string;
  readonly hostPartyId: string;
  readonly debtorIds: readonly string[];
  /** Nothing else stands on the calendar before it: what the committee must decide next waits for this convocation. */
  readonly isNext: boolean;
  /** Its convocation is not due yet: its agenda is still being made. */
  readonly takesProposals: boolean;
  /** Élus of every side but those who preside: whoever would propose a point and is led to it by nothing else. */
  readonly electedIds: readonly string[];
}

/** Days before a meeting when its convocation is due (C3, S-30). */
const convokedBefore = 30;

interface ScheduledLine {
  partnership_id: string;
  id: string;
  civil_date: CivilDate;
  host_party_id: string;
  host: string;
  is_next: boolean;
}

const scheduled = `
  select meeting.partnership_id, meeting.id, meeting.civil_date::text, meeting.host_party_id, party.short_name as host,
         not exists (select from meeting other where other.partnership_id = meeting.partnership_id and other.state in ('SCHEDULED', 'CONVENED', 'OPEN')
                     and other.civil_date >= $2::date and (other.civil_date, other.id) < (meeting.civil_date, meeting.id)) as is_next
  from meeting join party on party.partnership_id = meeting.partnership_id and party.id = meeting.host_party_id
  where meeting.state = 'SCHEDULED' and ($1::uuid is null or meeting.partnership_id = $1)
  order by meeting.civil_date, meeting.id`;

/** Every meeting to convene in reach, or those of one partnership; one whose day has passed at its host's is owed no more. */
export async function convocationDebts(tx: ReadTx, zones: Zones, partnershipId: string | null = null): Promise<ConvocationDebt[]> {
  const debts: ConvocationDebt[] = [];
  for (const line of await tx.query<ScheduledLine>(scheduled, [partnershipId, zones.civilAt(tx.now(), 'UTC').date])) {
    const all = await seatsAt(tx, line.partnership_id, { instant: tx.now(), zones });
    const seats = all.filter(({ partyId }) => partyId === line.host_party_id);
    const zone = seats[0]?.zone;
    const today = zone && zones.civilAt(tx.now(), zone).date;
    if (!today || today > line.civil_date) continue;
    const electedIds = all.flatMap(({ category, holder }) => (category === 'ELECTED_MEMBER' && holder ? [holder.personId] : []));
    const takesProposals = today < addDays(line.civil_date, -convokedBefore);
    const debtorIds = seats.flatMap(({ category, holder }) => (category === 'CO_PRESIDENT' && holder ? [holder.personId] : []));
    debts.push({ partnershipId: line.partnership_id, meetingId: line.id, day: line.civil_date, hostShortName: line.host, hostPartyId: line.host_party_id, debtorIds, isNext: line.is_next, takesProposals, electedIds });
  }
  return debts;
}
