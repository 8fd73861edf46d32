import type { Zones } from '#kernel';
import { attachmentsOf, type AttachmentLine } from '#parties';
import { rightsIn, type ReadTx } from '#platform';
import type { Attendance } from '../domain/attendance.js';
import type { Guest } from '../domain/guest.js';
import type { Hands, HandsContest } from '../domain/hands.js';
import { agendaOfMeeting, type AgendaLine } from '../store/agenda-item.store.js';
import { ballotsOfMeetings, decisionsOfMeetings, votesOf } from '../store/ballot.store.js';
import { guestsOf } from '../store/guest.store.js';
import { contestsOfMeeting, handsOfMeeting } from '../store/hands.store.js';
import type { MeetingRow } from '../store/meeting.entity.js';
import { attendanceOf, meetingsById } from '../store/meeting.store.js';
import { movementsOf } from '../store/movement.store.js';
import { isUuid } from '../store/uuid.js';
import { committeeAt, type Committee } from './committee.reader.js';
import type { DecisionRows } from './decision.reader.js';

/** What a meeting is shown from. It depends on its readers' rights and language, never on who they are: what is one person's alone is worked out from it by the view. */
export interface MeetingRead {
  readonly row: MeetingRow;
  /** The committee of now, and the one of the meeting's day. */
  readonly committee: Committee;
  readonly shown: Committee;
  readonly attendance: Attendance;
  readonly decided: DecisionRows;
  readonly hands: readonly Hands[];
  readonly contests: readonly HandsContest[];
  readonly items: readonly AgendaLine[];
  readonly joined: readonly AttachmentLine[];
  readonly movements: Awaited<ReturnType<typeof movementsOf>>;
  readonly guests: readonly Guest[];
}

async function decisionRows(tx: ReadTx, meetingId: string): Promise<DecisionRows> {
  const decisions = await decisionsOfMeetings(tx, [meetingId]);
  const ballots = await ballotsOfMeetings(tx, [meetingId]);
  const votes = await votesOf(tx, ballots.map(({ id }) => id));
  const [minutes] = await tx.query<{ executory_at: Date | null }>('select executory_at from minutes where meeting_id = $1 and rectifies_minutes_id is null', [meetingId]);
  return { decisions, ballots, votes, executoryAt: minutes?.executory_at ?? null };
}

/** Reads what a meeting is shown from, beside its committee of now. */
export async function readBeside(tx: ReadTx, row: MeetingRow, { committee, zones }: { committee: Committee; zones: Zones }): Promise<MeetingRead> {
  // A meeting that was held keeps the members it had that day.
  const shown = row.openedAt ? await committeeAt(tx, row.partnershipId, { instant: row.openedAt, zones }) : committee;
  const items = await agendaOfMeeting(tx, row.id);
  return {
    row, committee, shown, items,
    attendance: await attendanceOf(tx, row.id),
    decided: await decisionRows(tx, row.id),
    hands: await handsOfMeeting(tx, row.id),
    contests: await contestsOfMeeting(tx, row.id),
    joined: items.length > 0 ? await attachmentsOf(tx, 'agendaItem', items.map(({ id }) => id)) : [],
    movements: await movementsOf(tx, row.id),
    guests: await guestsOf(tx, row.id),
  };
}

/** Reads what a meeting is shown from; `null` when absent or not the reader's. */
export async function readMeeting(tx: ReadTx, id: string, zones: Zones): Promise<MeetingRead | null> {
  const [row] = await meetingsById(tx, [id]);
  return row ? readBeside(tx, row, { committee: await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones }), zones }) : null;
}

/**
 * What a meeting and its readers must have in common for one reading to serve them all; `null` when there is nothing to share: absent, or
 * not this reader's, by her own rights. Every act lengthens the partnership's journal in its own transaction: who saw that length is never shown less. Mandates begin and end
 * at a midnight, so on a full minute.
 */
export async function sharedBy(tx: ReadTx, id: string): Promise<string | null> {
  if (!isUuid(id)) return null;
  const [seen] = await tx.query<{ partnership: string; length: string }>('select meeting.partnership_id as partnership, head.sequence::text as length from meeting join journal_head head on head.chain = meeting.partnership_id where meeting.id = $1', [id]);
  if (!seen) return null;
  return [id, seen.length, Math.floor(tx.now().getTime() / 60_000), tx.ctx.language, rightsIn(tx.ctx, seen.partnership)].join(' ');
}
