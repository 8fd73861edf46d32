import type { ReadTx, Tx } from '#platform';
import type { Ballot } from '../domain/ballot.js';
import type { Hands, HandsContest, HandsRound } from '../domain/hands.js';
import { ballotOf, ballotsOfMeetings, votesOf } from './ballot.store.js';
import { HandsContestRow, HandsRow } from './decision.entity.js';
import { lockMeeting } from './meeting.store.js';
import type { MeetingRow } from './meeting.entity.js';
import { isUuid } from './uuid.js';

const columns = `
  partnership_id as "partnershipId", id, meeting_id as "meetingId", rounds, state, entered_by as "enteredBy", entered_party as "enteredParty", entered_at as "enteredAt",
  confirmed_by as "confirmedBy", confirmed_party as "confirmedParty", confirmed_at as "confirmedAt", withdraw_reason as "withdrawReason"`;

const handsOf = (row: HandsRow): Hands => ({ ...row, rounds: row.rounds as HandsRound[], state: row.state as Hands['state'] });

/** Every vote noted by show of hands in a meeting, in the order of their noting. */
export async function handsOfMeeting(tx: ReadTx, meetingId: string): Promise<Hands[]> {
  return (await tx.query<HandsRow>(`select ${columns} from hands where meeting_id = $1 order by entered_at, id`, [meetingId])).map(handsOf);
}

/** Locks the meeting, then what was noted in it. `null` when absent or foreign. */
export async function lockHands(tx: Tx, id: string): Promise<{ readonly row: MeetingRow; readonly hands: Hands } | null> {
  const [place] = isUuid(id) ? await tx.query<{ meeting_id: string }>('select meeting_id from hands where id = $1', [id]) : [];
  const row = place && (await lockMeeting(tx, place.meeting_id));
  if (!row) return null;
  const [line] = await tx.query<HandsRow>(`select ${columns} from hands where id = $1 for update`, [id]);
  return line ? { row, hands: handsOf(line) } : null;
}

export async function addHands(tx: Tx, hands: Hands): Promise<void> {
  await tx.manager.insert(HandsRow, { ...hands, rounds: hands.rounds as object[] });
}

/** Its confirmation or its withdrawal, once; what was noted never changes. */
export async function keepHands(tx: Tx, { partnershipId, id, state, confirmedBy, confirmedParty, confirmedAt, withdrawReason }: Hands): Promise<void> {
  await tx.manager.update(HandsRow, { partnershipId, id }, { state, confirmedBy, confirmedParty, confirmedAt, withdrawReason });
}

/** The decisions of this meeting whose vote was noted and awaits the other coordination. Asked under the meeting's lock. */
export async function decisionsNotedIn(tx: ReadTx, meetingId: string): Promise<string[]> {
  return (await handsOfMeeting(tx, meetingId)).filter(({ state }) => state === 'ENTERED').flatMap(({ rounds }) => rounds.map(({ decisionId }) => decisionId));
}

/** How many noted sheets of this meeting await the other coordination. Asked under the meeting's lock. */
export async function handsAwaitingIn(tx: ReadTx, meetingId: string): Promise<number> {
  return (await handsOfMeeting(tx, meetingId)).filter(({ state }) => state === 'ENTERED').length;
}

/** The ballots of a meeting that were voted by show of hands. */
export async function ballotsByHands(tx: ReadTx, meetingId: string): Promise<Ballot[]> {
  const ids = (await handsOfMeeting(tx, meetingId)).filter(({ state }) => state === 'CONFIRMED').flatMap(({ rounds }) => rounds.map(({ ballotId }) => ballotId));
  if (ids.length === 0) return [];
  const votes = await votesOf(tx, ids);
  return (await ballotsOfMeetings(tx, [meetingId])).filter(({ id }) => ids.includes(id)).map((row) => ballotOf(row, meetingId, votes.filter(({ ballotId }) => ballotId === row.id)));
}

/** Contestations of what was noted in a meeting, oldest first. */
export const contestsOfMeeting = (tx: ReadTx, meetingId: string): Promise<HandsContest[]> =>
  tx.query<HandsContest>(
    `select contest.hands_id as "handsId", contest.ballot_id as "ballotId", contest.seat_id as "seatId", contest.person_id as "personId", contest.reason, contest.contested_at as "contestedAt"
     from hands_contest contest join hands on hands.partnership_id = contest.partnership_id and hands.id = contest.hands_id
     where hands.meeting_id = $1 order by contest.contested_at, contest.ballot_id, contest.seat_id`,
    [meetingId],
  );

export async function addContest(tx: Tx, partnershipId: string, contest: HandsContest): Promise<void> {
  await tx.manager.insert(HandsContestRow, { partnershipId, ...contest });
}
