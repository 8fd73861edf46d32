import type { CivilDate, Language, Zones } from '#kernel';
import { partiesOf, seatsAt, type SeatAt } from '#parties';
import type { ReadTx } from '#platform';
import type { Choice } from '../domain/decision-engine.js';
import { voiceNotedFor } from '../domain/hands.js';
import { decisionsOfMeetings } from '../store/ballot.store.js';
import { ballotsByHands, contestsOfMeeting, handsOfMeeting } from '../store/hands.store.js';
import { meetingsById } from '../store/meeting.store.js';
import { contestableUntil } from './hands.reader.js';

/** What a member is told, once for the whole meeting: what was noted of her voice, by whom, until when she may contest. */
export interface HandsLetter {
  readonly day: string;
  readonly noted: string;
  readonly confirmed: string;
  readonly lines: readonly { readonly title: string; readonly choice: Choice }[];
  readonly until: CivilDate;
}

/** What both coordinations are told: every contestation of the meeting, so that the last letter says what an overtaken one would have. */
export interface HandsContestLetter {
  readonly contests: readonly { readonly office: string; readonly title: string; readonly reason: string }[];
}

interface Asked {
  readonly meetingId: string;
  readonly zones: Zones;
}

/** `null` when nothing was noted for this person. */
export async function handsLetter(tx: ReadTx, { meetingId, personId, zones }: Asked & { readonly personId: string }): Promise<HandsLetter | null> {
  const [row] = await meetingsById(tx, [meetingId]);
  const [sheet] = (await handsOfMeeting(tx, meetingId)).filter(({ state }) => state === 'CONFIRMED');
  if (!row || !sheet) return null;
  const decisions = await decisionsOfMeetings(tx, [meetingId]);
  const voices = (await ballotsByHands(tx, meetingId)).flatMap((ballot) => {
    const seatId = voiceNotedFor(ballot, personId);
    const choice = ballot.votes.find((vote) => vote.seatId === seatId)?.choice;
    return choice ? [{ ballot, line: { title: decisions.find(({ id }) => id === ballot.decisionId)?.title ?? '', choice } }] : [];
  });
  const [first] = voices;
  if (!first) return null;
  const parties = (await partiesOf(tx, [row.partnershipId])).get(row.partnershipId) ?? [];
  const named = (id: string | null): string => parties.find((party) => party.id === id)?.shortName ?? '';
  const { until } = contestableUntil({ hands: sheet, ballot: first.ballot, personId }, { parties, zones });
  return { day: row.civilDate, noted: named(sheet.enteredParty), confirmed: named(sheet.confirmedParty), lines: voices.map(({ line }) => line), until };
}

const officeOf = (seats: readonly SeatAt[], seatId: string, language: Language): string => {
  const seat = seats.find((held) => held.seatId === seatId);
  return (language === 'ar' ? seat?.officeAr : seat?.office) ?? '';
};

/** `null` when nobody contests. */
export async function handsContestLetter(tx: ReadTx, { meetingId, language, zones }: Asked & { readonly language: Language }): Promise<HandsContestLetter | null> {
  const [row] = await meetingsById(tx, [meetingId]);
  const contests = await contestsOfMeeting(tx, meetingId);
  if (!row || contests.length === 0) return null;
  const decisions = await decisionsOfMeetings(tx, [meetingId]);
  const ballots = await ballotsByHands(tx, meetingId);
  const seats = await seatsAt(tx, row.partnershipId, { instant: row.openedAt ?? tx.now(), zones });
  const titleOf = (ballotId: string): string => decisions.find(({ id }) => id === ballots.find((ballot) => ballot.id === ballotId)?.decisionId)?.title ?? '';
  return { contests: contests.map(({ seatId, ballotId, reason }) => ({ office: officeOf(seats, seatId, language), title: titleOf(ballotId), reason })) };
}
