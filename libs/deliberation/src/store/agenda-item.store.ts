import type { ReadTx } from '#platform';
import type { AgendaItemRow } from './meeting.entity.js';
import { isUuid } from './uuid.js';

/** One point of an agenda. */
export type AgendaLine = Pick<AgendaItemRow, 'id' | 'place' | 'title' | 'subjectKind' | 'subjectId'>;

/** The agenda of a meeting, in its order. */
export const agendaOfMeeting = (tx: ReadTx, meetingId: string): Promise<AgendaLine[]> =>
  tx.query<AgendaLine>('select id, place, title, subject_kind as "subjectKind", subject_id as "subjectId" from agenda_item where meeting_id = $1 order by place', [meetingId]);

/** The meeting whose agenda holds this item; `null` when absent or out of the reader's reach. */
export async function meetingOfItem(tx: ReadTx, agendaItemId: string): Promise<string | null> {
  if (!isUuid(agendaItemId)) return null;
  const [line] = await tx.query<{ meetingId: string }>('select meeting_id as "meetingId" from agenda_item where id = $1', [agendaItemId]);
  return line?.meetingId ?? null;
}
