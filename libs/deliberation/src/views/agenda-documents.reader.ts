import type { Zones } from '#kernel';
import type { ReadTx } from '#platform';
import type { AtTheAgenda } from '../domain/agenda-documents.js';
import type { MeetingRow } from '../store/meeting.entity.js';
import { committeeAt, partyOf, type Committee } from './committee.reader.js';

/** The reader before the agenda of a meeting, in a committee already read. */
export const readerAtAgenda = (tx: ReadTx, hostPartyId: string, { seats, parties, at }: Committee): AtTheAgenda => ({
  seats, personId: tx.ctx.actor?.personId ?? null, hostName: partyOf(parties, hostPartyId).shortName, at,
});

/** The reader before the agenda of a meeting, now. */
export async function atTheAgenda(tx: ReadTx, row: MeetingRow, zones: Zones): Promise<AtTheAgenda> {
  return readerAtAgenda(tx, row.hostPartyId, await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones }));
}
