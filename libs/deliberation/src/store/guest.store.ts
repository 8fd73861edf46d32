import type { ReadTx, Tx } from '#platform';
import type { Guest } from '../domain/guest.js';
import { MeetingGuestRow, type MeetingRow } from './meeting.entity.js';
import { lockMeeting } from './meeting.store.js';
import { isUuid } from './uuid.js';

const columns = 'id, meeting_id as "meetingId", name, capacity, noted_at as "notedAt", taken_off_at as "takenOffAt"';

/** The guests on the sheet of a meeting, in the order they were noted. */
export const guestsOf = (tx: ReadTx, meetingId: string): Promise<Guest[]> =>
  tx.query<Guest>(`select ${columns} from meeting_guest where meeting_id = $1 and taken_off_at is null order by noted_at, id`, [meetingId]);

/** Locks the meeting, then reads one of its guests. `null` when absent or foreign. */
export async function lockGuest(tx: Tx, id: string): Promise<{ readonly row: MeetingRow; readonly guest: Guest } | null> {
  const [place] = isUuid(id) ? await tx.query<{ meeting_id: string }>('select meeting_id from meeting_guest where id = $1', [id]) : [];
  const row = place && (await lockMeeting(tx, place.meeting_id));
  if (!row) return null;
  const [guest] = await tx.query<Guest>(`select ${columns} from meeting_guest where id = $1 for update`, [id]);
  return guest ? { row, guest } : null;
}

export async function addGuest(tx: Tx, { partnershipId }: MeetingRow, guest: Guest): Promise<void> {
  await tx.manager.insert(MeetingGuestRow, { partnershipId, ...guest });
}

export async function keepGuest(tx: Tx, { partnershipId }: MeetingRow, { id, takenOffAt }: Guest): Promise<void> {
  await tx.manager.update(MeetingGuestRow, { partnershipId, id }, { takenOffAt });
}
