import type { CivilDate, Zones } from '#kernel';
import type { ReadTx } from '#platform';
import { callsOf } from '../store/convening.store.js';
import { meetingOf, meetingsById } from '../store/meeting.store.js';
import { committeeAt } from './committee.reader.js';
import { calledTo } from './convening.reader.js';

/** A convocation that members have not answered yet: owed until they do, until the meeting begins, or until it is cancelled (F20, F21). */
export interface AnswerDebt {
  readonly partnershipId: string;
  readonly meetingId: string;
  /** Civil day of the meeting, in the host's zone. */
  readonly day: CivilDate;
  /** When the convocation that is to be answered left: moved to another day, it asks again. */
  readonly askedAt: Date;
  /** Who is silent, and for which parties. */
  readonly debtorIds: readonly string[];
  readonly partyIds: readonly string[];
}

/** Every convocation that waits for somebody's answer, in reach or in these partnerships. */
export async function answerDebts(tx: ReadTx, zones: Zones, partnershipIds: readonly string[] | null = null): Promise<AnswerDebt[]> {
  const called = await tx.query<{ id: string }>(`select id from meeting where state = 'CONVENED' and ($1::uuid[] is null or partnership_id = any ($1::uuid[]))`, [partnershipIds]);
  if (called.length === 0) return [];
  const debts: AnswerDebt[] = [];
  for (const row of await meetingsById(tx, called.map(({ id }) => id))) {
    if (meetingOf(row, zones).startsAt <= tx.now()) continue;
    const committee = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones });
    const { silent: debtorIds, seats, issuedAt } = await calledTo(tx, row, { committee, calls: await callsOf(tx, row.id) });
    if (debtorIds.length === 0 || !issuedAt) continue;
    const partyIds = [...new Set(seats.filter(({ personId }) => debtorIds.includes(personId)).map(({ partyId }) => partyId))];
    debts.push({ partnershipId: row.partnershipId, meetingId: row.id, day: row.civilDate as CivilDate, askedAt: issuedAt, debtorIds, partyIds });
  }
  return debts;
}
