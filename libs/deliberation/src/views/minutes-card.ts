import type { ReadTx } from '#platform';

export { observationAnswer, observationCall } from './observation-call.js';

/** What a notice or a list needs of minutes. */
export interface MinutesCard {
  readonly partnershipId: string;
  readonly minutesId: string;
  readonly meetingId: string;
  readonly number: string | null;
  readonly version: number;
  readonly state: string;
  readonly executoryAt: Date | null;
  /** Number of the executory minutes that these rectify. */
  readonly rectifies: string | null;
}

interface CardLine {
  partnership_id: string;
  id: string;
  meeting_id: string;
  number: string | null;
  version: number;
  state: string;
  executory_at: Date | null;
  rectifies: string | null;
}

/** The card of minutes; `null` when absent or out of reach. */
export async function minutesCard(tx: ReadTx, minutesId: string): Promise<MinutesCard | null> {
  const [line] = await tx.query<CardLine>(`select partnership_id, id, meeting_id, number, version, state, executory_at,
            (select first.number from minutes first where first.partnership_id = minutes.partnership_id and first.id = minutes.rectifies_minutes_id) as rectifies
     from minutes where id = $1`, [minutesId]);
  if (!line) return null;
  const { partnership_id: partnershipId, id, meeting_id: meetingId, executory_at: executoryAt, ...rest } = line;
  return { partnershipId, minutesId: id, meetingId, executoryAt, ...rest };
}
