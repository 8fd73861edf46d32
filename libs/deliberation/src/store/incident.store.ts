import type { ReadTx, Tx } from '#platform';
import type { Incident } from '../domain/incident.js';
import { MeetingIncidentRow } from './incident.entity.js';
import type { MeetingRow } from './meeting.entity.js';

/** The incident log of a meeting, in the order it was written. Empty for who is beside the administrations. */
export const incidentsOf = (tx: ReadTx, meetingId: string): Promise<Incident[]> =>
  tx.query<Incident>(
    `select id, meeting_id as "meetingId", seat_id as "seatId", person_id as "personId", civil_date::text as "civilDate", time, zone, place, what, done, corrects_id as "correctsId", noted_at as "notedAt"
     from meeting_incident where meeting_id = $1 order by noted_at, id`,
    [meetingId],
  );

export async function addIncident(tx: Tx, { partnershipId }: MeetingRow, incident: Incident): Promise<void> {
  await tx.manager.insert(MeetingIncidentRow, { partnershipId, ...incident });
}
