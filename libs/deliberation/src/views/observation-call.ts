import type { CivilDate, Zones } from '#kernel';
import { seatsAt } from '#parties';
import type { ReadTx } from '#platform';
import { observationSource } from '../domain/observations.js';
import type { PersonalDuty } from './personal-duty.js';

/** A draft PV that is being read: until when, of which meeting, and who was there. */
export interface ObservationCall {
  readonly until: CivilDate | null;
  readonly meetingOn: CivilDate;
  /** Today's holders of the seats that took part. */
  readonly personIds: readonly string[];
}

const presentSeats = `select attendance.seat_id as id from attendance where attendance.meeting_id = $1 and attendance.presence in ('PRESENT', 'REMOTE')`;

/** Who is asked to observe these minutes; `null` once they are no longer in review, or out of reach. */
export async function observationCall(tx: ReadTx, minutesId: string, zones: Zones): Promise<ObservationCall | null> {
  const [line] = await tx.query<{ partnershipId: string; meetingId: string; until: CivilDate | null; meetingOn: CivilDate }>(
    `select minutes.partnership_id as "partnershipId", minutes.meeting_id as "meetingId", minutes.observations_until::text as until, meeting.civil_date::text as "meetingOn"
     from minutes join meeting on meeting.partnership_id = minutes.partnership_id and meeting.id = minutes.meeting_id
     where minutes.id = $1 and minutes.state = 'REVIEW'`,
    [minutesId],
  );
  if (!line) return null;
  const there = new Set((await tx.query<{ id: string }>(presentSeats, [line.meetingId])).map(({ id }) => id));
  const seats = await seatsAt(tx, line.partnershipId, { instant: tx.now(), zones });
  const personIds = seats.flatMap(({ seatId, holder }) => (holder && there.has(seatId) ? [holder.personId] : []));
  return { until: line.until, meetingOn: line.meetingOn, personIds: [...new Set(personIds)] };
}

/** An answer to somebody's observation, for the letter that says so; `null` when absent. */
export async function observationAnswer(tx: ReadTx, observationId: string): Promise<{ readonly takenUp: boolean; readonly text: string | null } | null> {
  const [line] = await tx.query<{ takenUp: boolean; text: string | null }>('select taken_up as "takenUp", answer as text from minutes_observation where id = $1 and taken_up is not null', [observationId]);
  return line ?? null;
}

/** A draft to observe, until its last day: whoever was there, and has said nothing of this version. It is offered, and ends by itself. */
export async function toObserve(tx: ReadTx, seatIds: readonly string[], zones: Zones): Promise<PersonalDuty[]> {
  const lines = await tx.query<{ partnershipId: string; id: string; until: CivilDate; zone: string; day: string }>(
    `select distinct minutes.partnership_id as "partnershipId", minutes.id, minutes.observations_until::text as until, meeting.zone, meeting.civil_date::text as day
     from minutes join meeting on meeting.partnership_id = minutes.partnership_id and meeting.id = minutes.meeting_id
     join attendance on attendance.partnership_id = meeting.partnership_id and attendance.meeting_id = meeting.id and attendance.presence in ('PRESENT', 'REMOTE')
     where minutes.state = 'REVIEW' and minutes.observations_until is not null and attendance.seat_id = any ($1::uuid[]) and not exists (
       select from minutes_observation said where said.partnership_id = minutes.partnership_id and said.minutes_id = minutes.id and said.version = minutes.version and said.seat_id = attendance.seat_id)`,
    [seatIds],
  );
  const open = lines.filter(({ until, zone }) => zones.civilAt(tx.now(), zone).date <= until);
  return open.map(({ partnershipId, id, until, day }) => ({
    kind: 'OBSERVE_MINUTES', phrase: 'observeMinutes', values: { day }, partnershipId, subjectId: id, dueOn: until, href: `/minutes/${id}/observations`, source: { ...observationSource },
  }));
}
