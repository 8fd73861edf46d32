import type { ReadTx, Tx } from '#platform';
import type { Movement } from '../domain/movement.js';
import { AttendanceMovementRow, type MeetingRow } from './meeting.entity.js';
import { lockMeeting } from './meeting.store.js';
import { isUuid } from './uuid.js';

/** A movement that stands, with the place of its point on the agenda. */
export type PlacedMovement = Movement & { readonly place: number | null };

const standing = `
  select moved.id, moved.meeting_id as "meetingId", moved.seat_id as "seatId", moved.kind, moved.agenda_item_id as "agendaItemId", moved.was, moved.noted_at as "notedAt", moved.taken_back_at as "takenBackAt", item.place
  from attendance_movement moved left join agenda_item item on item.partnership_id = moved.partnership_id and item.id = moved.agenda_item_id`;

/** Who came and left, oldest first, without what was taken back. */
export const movementsOf = (tx: ReadTx, meetingId: string): Promise<PlacedMovement[]> =>
  tx.query<PlacedMovement>(`${standing} where moved.meeting_id = $1 and moved.taken_back_at is null order by moved.noted_at, moved.id`, [meetingId]);

/** Locks the meeting, then reads one of its movements. `null` when absent or foreign. */
export async function lockMovement(tx: Tx, id: string): Promise<{ readonly row: MeetingRow; readonly movement: Movement } | null> {
  const [place] = isUuid(id) ? await tx.query<{ meeting_id: string }>('select meeting_id from attendance_movement where id = $1', [id]) : [];
  const row = place && (await lockMeeting(tx, place.meeting_id));
  if (!row) return null;
  const [movement] = await tx.query<PlacedMovement>(`${standing} where moved.id = $1`, [id]);
  return movement ? { row, movement } : null;
}

export async function addMovement(tx: Tx, { partnershipId }: MeetingRow, movement: Movement): Promise<void> {
  await tx.manager.insert(AttendanceMovementRow, { partnershipId, ...movement });
}

export async function keepMovement(tx: Tx, { partnershipId }: MeetingRow, { id, takenBackAt }: Movement): Promise<void> {
  await tx.manager.update(AttendanceMovementRow, { partnershipId, id }, { takenBackAt });
}
