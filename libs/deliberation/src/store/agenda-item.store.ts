import type { ReadTx } from '#platform';
import { isUuid } from './uuid.js';

/** The meeting whose agenda holds this item; `null` when absent or out of the reader's reach. */
export async function meetingOfItem(tx: ReadTx, agendaItemId: string): Promise<string | null> {
  if (!isUuid(agendaItemId)) return null;
  const [line] = await tx.query<{ meetingId: string }>('select meeting_id as "meetingId" from agenda_item where id = $1', [agendaItemId]);
  return line?.meetingId ?? null;
}
