import type { Actor, ReadTx } from '#platform';
import type { PersonalDuty } from './personal-duty.js';

/** Votes that another coordination noted by show of hands, in a meeting still open: the other party's confirms them (product default). */
export async function toConfirmHands(tx: ReadTx, actor: Actor): Promise<PersonalDuty[]> {
  const desks = actor.seats.filter(({ persona }) => persona === 'COORDINATOR');
  if (desks.length === 0) return [];
  const lines = await tx.query<{ partnership_id: string; id: string; meeting_id: string; day: string; entered_party: string }>(
    `select hands.partnership_id, hands.id, hands.meeting_id, meeting.civil_date::text as day, hands.entered_party
     from hands join meeting on meeting.partnership_id = hands.partnership_id and meeting.id = hands.meeting_id
     where hands.state = 'ENTERED' and hands.partnership_id = any ($1::uuid[]) and hands.entered_by <> $2`,
    [desks.map(({ partnershipId }) => partnershipId), actor.personId],
  );
  const mine = lines.filter((line) => desks.some(({ partnershipId, partyId }) => partnershipId === line.partnership_id && partyId !== line.entered_party));
  return mine.map(({ partnership_id: partnershipId, id: subjectId, meeting_id: meetingId, day }) => ({
    kind: 'CONFIRM_HANDS', phrase: 'confirmHands', values: { day }, partnershipId, subjectId, dueOn: day, href: `/meetings/${meetingId}#hands`,
    source: { kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, unanimité constatée' },
  }));
}
