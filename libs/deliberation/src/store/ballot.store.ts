import { canonicalJson, type Json } from '#kernel';
import { keepSearchable, sha256Hex, type ReadTx, type Tx } from '#platform';
import type { Ballot, Vote } from '../domain/ballot.js';
import type { Decision, DecisionState } from '../domain/decision.js';
import type { Choice, Outcome } from '../domain/decision-engine.js';
import type { Roll } from '../domain/roll.js';
import type { CommitteeRules } from '../domain/rules.js';
import { decisionSource } from './committee.searchable.js';
import { BallotRow, DecisionRow, VoteRow } from './decision.entity.js';
import type { MeetingRow } from './meeting.entity.js';
import { lockMeeting } from './meeting.store.js';
import { isUuid } from './uuid.js';

const decisionColumns = `
  decision.partnership_id as "partnershipId", decision.id, decision.meeting_id as "meetingId", decision.agenda_item_id as "agendaItemId", decision.place,
  decision.title, decision.text, decision.text_hash as "textHash", decision.subject_kind as "subjectKind", decision.subject_id as "subjectId", decision.state,
  decision.adopted_at as "adoptedAt"`;
const ballotColumns = `
  ballot.partnership_id as "partnershipId", ballot.id, ballot.decision_id as "decisionId", ballot.place, ballot.text, ballot.text_hash as "textHash",
  ballot.roll, ballot.rules, ballot.opened_at as "openedAt", ballot.closed_at as "closedAt", ballot.outcome`;
const voteColumns = `
  vote.partnership_id as "partnershipId", vote.ballot_id as "ballotId", vote.seat_id as "seatId", vote.person_id as "personId", vote.choice, vote.reason,
  vote.text_hash as "textHash", vote.cast_at as "castAt"`;

/** SHA-256 of the canonical {text, data}: what a vote binds to. `data` is what the subject's room froze, `null` for a plain text. */
export const textHashOf = (text: string, data: Json): string => sha256Hex(canonicalJson({ text, data }));

/** The rule's decision of a row. A plain one is its own subject. */
export const decisionOf = (row: DecisionRow, ballotsHeld: number): Decision => ({
  id: row.id,
  partnershipId: row.partnershipId,
  meetingId: row.meetingId,
  subject: row.subjectKind && row.subjectId ? { kind: row.subjectKind, id: row.subjectId } : { kind: 'decision', id: row.id },
  state: row.state as DecisionState,
  title: row.title,
  text: row.text,
  textHash: row.textHash,
  ballotsHeld,
  correctsDecisionId: null,
});

const voteOf = ({ seatId, choice, reason: words, textHash, castAt }: VoteRow): Vote => ({ seatId, choice: choice as Choice, words, textHash, castAt });

/** The rule's ballot of a row and its votes. */
export const ballotOf = (row: BallotRow, meetingId: string, votes: readonly VoteRow[]): Ballot => ({
  id: row.id,
  partnershipId: row.partnershipId,
  meetingId,
  decisionId: row.decisionId,
  round: row.place,
  textHash: row.textHash,
  rules: row.rules as CommitteeRules,
  roll: row.roll as Roll,
  votes: votes.map(voteOf),
  openedAt: row.openedAt,
  closedAt: row.closedAt,
  outcome: row.outcome as Outcome | null,
});

/** A decision under its meeting's lock. */
export interface LockedDecision {
  readonly meeting: MeetingRow;
  readonly row: DecisionRow;
  readonly decision: Decision;
}

/** Locks the meeting, then the decision. `null` when absent or foreign. */
export async function lockDecision(tx: Tx, id: string): Promise<LockedDecision | null> {
  const [place] = isUuid(id) ? await tx.query<{ meeting_id: string }>('select meeting_id from decision where id = $1', [id]) : [];
  const meeting = place && (await lockMeeting(tx, place.meeting_id));
  if (!meeting) return null;
  const [row] = await tx.query<DecisionRow>(`select ${decisionColumns} from decision where id = $1 for update`, [id]);
  const [held] = await tx.query<{ held: number }>('select count(*)::int as held from ballot where decision_id = $1', [id]);
  return row ? { meeting, row, decision: decisionOf(row, held?.held ?? 0) } : null;
}

/** Locks the meeting, then the decision, then the ballot, and reads the votes under that lock. `null` when absent or foreign. */
export async function lockBallot(tx: Tx, id: string): Promise<(LockedDecision & { readonly ballot: Ballot }) | null> {
  const [place] = isUuid(id) ? await tx.query<{ decision_id: string }>('select decision_id from ballot where id = $1', [id]) : [];
  const locked = place && (await lockDecision(tx, place.decision_id));
  if (!locked) return null;
  const [row] = await tx.query<BallotRow>(`select ${ballotColumns} from ballot where id = $1 for update`, [id]);
  return row ? { ...locked, ballot: ballotOf(row, locked.meeting.id, await votesOf(tx, [id])) } : null;
}

export const decisionsOfMeetings = (tx: ReadTx, meetingIds: readonly string[]): Promise<DecisionRow[]> =>
  tx.query<DecisionRow>(`select ${decisionColumns} from decision where meeting_id = any ($1::uuid[]) order by place`, [[...meetingIds]]);

export const ballotsOfMeetings = (tx: ReadTx, meetingIds: readonly string[]): Promise<BallotRow[]> =>
  tx.query<BallotRow>(
    `select ${ballotColumns} from ballot join decision on decision.partnership_id = ballot.partnership_id and decision.id = ballot.decision_id
     where decision.meeting_id = any ($1::uuid[]) order by ballot.place`,
    [[...meetingIds]],
  );

export const votesOf = (tx: ReadTx, ballotIds: readonly string[]): Promise<VoteRow[]> =>
  tx.query<VoteRow>(`select ${voteColumns} from vote where ballot_id = any ($1::uuid[]) order by cast_at, seat_id`, [[...ballotIds]]);

/** The meeting in which a decision or a ballot stands; `null` when absent or foreign. */
export async function meetingOfDecision(tx: ReadTx, id: string): Promise<string | null> {
  const [line] = isUuid(id) ? await tx.query<{ meeting_id: string }>('select meeting_id from decision where id = $1', [id]) : [];
  return line?.meeting_id ?? null;
}

/** The next free place in the meeting's list of decisions. Asked under the meeting's lock. */
export async function nextDecisionPlace(tx: ReadTx, meetingId: string): Promise<number> {
  const [line] = await tx.query<{ place: number }>('select coalesce(max(place), 0) + 1 as place from decision where meeting_id = $1', [meetingId]);
  return line?.place ?? 1;
}

export async function addDecision(tx: Tx, decision: Decision, at: { agendaItemId: string; place: number; subject: boolean }): Promise<void> {
  const { partnershipId, id, meetingId, title, text, textHash, state, subject } = decision;
  const about = at.subject ? { subjectKind: subject.kind, subjectId: subject.id } : { subjectKind: null, subjectId: null };
  const { agendaItemId, place } = at;
  await tx.manager.insert(DecisionRow, { partnershipId, id, meetingId, agendaItemId, place, title, text, textHash, ...about, state, adoptedAt: null });
  await keepSearchable(tx, decisionSource, { partnershipId, ids: [id] });
}

export async function keepDecision(tx: Tx, decision: Decision, adoptedAt: Date | null): Promise<void> {
  const { partnershipId, id, text, textHash, state } = decision;
  await tx.manager.update(DecisionRow, { partnershipId, id }, { text, textHash, state, adoptedAt });
  await keepSearchable(tx, decisionSource, { partnershipId, ids: [id] });
}

export async function addBallot(tx: Tx, ballot: Ballot, text: string): Promise<void> {
  const { partnershipId, id, decisionId, round: place, textHash, roll, rules, openedAt } = ballot;
  await tx.manager.insert(BallotRow, { partnershipId, id, decisionId, place, text, textHash, roll: roll as object, rules: rules as object, openedAt, closedAt: null });
}

/** A closed ballot's last writing; the database refuses any other. */
export async function keepClosedBallot(tx: Tx, { partnershipId, id, closedAt, outcome }: Ballot): Promise<void> {
  await tx.manager.update(BallotRow, { partnershipId, id }, { closedAt, outcome: outcome as object });
}

/** The seat's one vote: given, or changed while the ballot is open. */
export async function keepVote(tx: Tx, ballot: Ballot, { vote, personId }: { vote: Vote; personId: string }): Promise<void> {
  const { seatId, choice, words: reason, textHash, castAt } = vote;
  await tx.query(
    `insert into vote (partnership_id, ballot_id, seat_id, person_id, choice, reason, text_hash, cast_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (partnership_id, ballot_id, seat_id) do update set choice = excluded.choice, reason = excluded.reason, person_id = excluded.person_id, cast_at = excluded.cast_at`,
    [ballot.partnershipId, ballot.id, seatId, personId, choice, reason, textHash, castAt],
  );
}

/** Does a decision not yet taken already bear on this subject, in a meeting still to come or under way? */
export async function isOnLiveAgenda(tx: ReadTx, subject: { readonly kind: string; readonly id: string }): Promise<boolean> {
  const lines = await tx.query(
    `select decision.id from decision join meeting on meeting.partnership_id = decision.partnership_id and meeting.id = decision.meeting_id
     where decision.subject_kind = $1 and decision.subject_id = $2 and decision.state in ('ON_AGENDA', 'OPEN')
       and meeting.state not in ('CLOSED', 'MINUTED', 'CANCELLED') limit 1`,
    [subject.kind, subject.id],
  );
  return lines.length > 0;
}
