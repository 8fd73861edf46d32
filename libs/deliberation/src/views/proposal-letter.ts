import type { ReadTx } from '#platform';

/** What became of the points a member proposed for a meeting: all of hers, so that the last letter says what an overtaken one would have. */
export interface ProposalLetter {
  /** Civil day of the meeting, at its host's. */
  readonly day: string;
  readonly points: readonly { readonly title: string; readonly takenUp: boolean; readonly reason: string | null }[];
}

/** `null` when none of hers is settled, or the meeting is out of reach. */
export async function proposalLetter(tx: ReadTx, { meetingId, personId }: { readonly meetingId: string; readonly personId: string }): Promise<ProposalLetter | null> {
  const points = await tx.query<ProposalLetter['points'][number] & { day: string }>(
    `select meeting.civil_date::text as day, proposal.title, proposal.state = 'TAKEN_UP' as "takenUp", proposal.reason
     from agenda_proposal proposal join meeting on meeting.partnership_id = proposal.partnership_id and meeting.id = proposal.meeting_id
     where proposal.meeting_id = $1 and proposal.person_id = $2 and proposal.state <> 'PROPOSED' order by proposal.settled_at, proposal.id`,
    [meetingId, personId],
  );
  const [first] = points;
  return first ? { day: first.day, points: points.map(({ title, takenUp, reason }) => ({ title, takenUp, reason })) } : null;
}
