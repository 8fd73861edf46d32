import type { ReadTx, Tx } from '#platform';
import { AgendaItemRow } from './meeting.entity.js';
import { isUuid } from './uuid.js';

/** One point of an agenda. */
export type AgendaLine = Pick<AgendaItemRow, 'id' | 'place' | 'title' | 'subjectKind' | 'subjectId' | 'durationMinutes' | 'presenterSeatId'>;

/** The agenda of a meeting, in its order. */
export const agendaOfMeeting = (tx: ReadTx, meetingId: string): Promise<AgendaLine[]> =>
  tx.query<AgendaLine>('select id, place, title, subject_kind as "subjectKind", subject_id as "subjectId", duration_minutes as "durationMinutes", presenter_seat_id as "presenterSeatId" from agenda_item where meeting_id = $1 order by place', [meetingId]);

/** The points of a meeting in their order, each with the decision it led to. */
export const decidedPoints = (tx: ReadTx, meetingId: string): Promise<{ id: string; decisionId: string | null }[]> =>
  tx.query<{ id: string; decisionId: string | null }>(
    `select item.id, (select decision.id from decision where decision.partnership_id = item.partnership_id and decision.agenda_item_id = item.id order by decision.place limit 1) as "decisionId"
     from agenda_item item where item.meeting_id = $1 order by item.place`,
    [meetingId],
  );

/** The meeting whose agenda holds this item; `null` when absent or out of the reader's reach. */
export async function meetingOfItem(tx: ReadTx, agendaItemId: string): Promise<string | null> {
  if (!isUuid(agendaItemId)) return null;
  const [line] = await tx.query<{ meetingId: string }>('select meeting_id as "meetingId" from agenda_item where id = $1', [agendaItemId]);
  return line?.meetingId ?? null;
}

/** Keeps how long an item should take and who presents it. */
export async function keepAgendaPlan(tx: Tx, key: Pick<AgendaItemRow, 'partnershipId' | 'id'>, plan: Pick<AgendaItemRow, 'durationMinutes' | 'presenterSeatId'>): Promise<void> {
  await tx.manager.update(AgendaItemRow, { ...key }, plan);
}
