import { presenceOf, type Attendance } from './attendance.js';
import type { Ballot } from './ballot.js';
import type { Decision } from './decision.js';
import type { Guest } from './guest.js';
import type { Hands, HandsContest } from './hands.js';
import type { Meeting } from './meeting.js';
import type { Movement } from './movement.js';
import { briefSource, type BallotFacts, type DecisionFacts, type MinutesFacts } from './minutes-content.js';
import { powersThatCount } from './proxy.js';
import type { Roll } from './roll.js';
import type { CommitteeRules } from './rules.js';
import { isHeldAt, type Party, type Seat } from './seat.js';

/** A document joined to a point: its file's name, and the SHA-256 (hexadecimal) of its bytes. */
export interface JoinedDocument {
  readonly decisionId: string | null;
  readonly name: string;
  readonly sha256: string;
}

/** Everything a closed meeting leaves behind. `openingRoll` is the roll the quorum was judged on. */
export interface MeetingRecord {
  readonly meeting: Meeting & { readonly openedAt: Date; readonly closedAt: Date };
  readonly parties: readonly Party[];
  readonly seats: readonly Seat[];
  readonly attendance: Attendance;
  readonly openingRoll: Roll;
  readonly rules: CommitteeRules;
  readonly guests: readonly Guest[];
  /** Who came and left while it sat, oldest first, with the place of their point on the agenda. */
  readonly movements?: readonly (Movement & { readonly place: number | null })[];
  /** Documents joined to points of the agenda, in its order; the decision that point led to, if any. */
  readonly documents?: readonly JoinedDocument[];
  /** What was noted by show of hands, and what members say of it. */
  readonly hands: readonly Hands[];
  readonly contests: readonly HandsContest[];
  /** In the agenda's order. */
  readonly decisions: readonly { readonly decision: Decision; readonly ballots: readonly Ballot[] }[];
}

/** The sheet of hands a ballot comes from; none for a vote on phones. */
export const handsBehind = (hands: readonly Hands[], ballotId: string): (Hands & { readonly confirmedParty: string }) | null =>
  hands.find((sheet): sheet is Hands & { readonly confirmedParty: string } => sheet.confirmedParty !== null && sheet.rounds.some((round) => round.ballotId === ballotId)) ?? null;

function handsFacts(ballotId: string, { hands, contests }: Pick<MeetingRecord, 'hands' | 'contests'>): Pick<BallotFacts, 'hands'> {
  const sheet = handsBehind(hands, ballotId);
  if (!sheet) return {};
  const said = contests.filter((contest) => contest.ballotId === ballotId).map(({ seatId, reason, contestedAt }) => ({ seatId, reason, at: contestedAt.toISOString() }));
  return { hands: { notedBy: sheet.enteredParty, confirmedBy: sheet.confirmedParty, contests: said } };
}

function ballotFacts(ballot: Ballot, record: MeetingRecord): BallotFacts[] {
  const { closedAt, outcome } = ballot;
  if (!closedAt || !outcome) return [];
  const nameOf = new Map(ballot.roll.electors.map((elector) => [elector.seatId, elector.name]));
  return [
    {
      round: ballot.round,
      textHash: ballot.textHash,
      openedAt: ballot.openedAt.toISOString(),
      closedAt: closedAt.toISOString(),
      votes: ballot.votes.map(({ seatId, choice, words }) => ({ seatId, name: nameOf.get(seatId) ?? '', choice, words })),
      tally: { ...outcome.tally },
      adopted: outcome.adopted,
      sentence: { code: outcome.sentence.code, args: { ...outcome.sentence.args } },
      reasons: outcome.reasons.map(({ code, args }) => ({ code, args: { ...args } })),
      ...handsFacts(ballot.id, record),
    },
  ];
}

function decisionFacts({ decision, ballots }: MeetingRecord['decisions'][number], index: number, record: MeetingRecord): DecisionFacts {
  const { id, subject, title, text, textHash, state, correctsDecisionId } = decision;
  const rounds = [...ballots].sort((a, b) => a.round - b.round).flatMap((ballot) => ballotFacts(ballot, record));
  return { order: index + 1, id, subject: { ...subject }, title, text, textHash, state, correctsDecisionId, ballots: rounds };
}

/** Powers that were carried: at the end of the meeting, or in a ballot of it before its holder left. */
function powersCarried({ meeting, seats, attendance, rules, decisions }: MeetingRecord): ReadonlySet<string> {
  const used = decisions.flatMap(({ ballots }) => ballots).flatMap(({ roll }) => roll.electors).flatMap(({ seatId, heldBy }) => (heldBy ? [`${seatId} ${heldBy.seatId}`] : []));
  const counting = [...powersThatCount({ at: meeting.openedAt, seats, attendance }, rules)].map(([seatId, holder]) => `${seatId} ${holder.id}`);
  return new Set([...used, ...counting]);
}

/** Powers, guests, arrivals and departures, documents, where there were some: a PV without them says nothing of them, and keeps the hash it had. */
function sheetFacts(record: MeetingRecord): Pick<MinutesFacts, 'proxies' | 'guests' | 'movements' | 'documents'> {
  const carried = powersCarried(record);
  const proxies = record.attendance.proxies.map(({ seatId, holderSeatId }) => ({ seatId, holderSeatId, counts: carried.has(`${seatId} ${holderSeatId}`) }));
  const guests = record.guests.map(({ name, capacity }) => ({ name, capacity }));
  const movements = (record.movements ?? []).map(({ seatId, kind, place, notedAt }) => ({ seatId, kind, item: place, at: notedAt.toISOString() }));
  const documents = (record.documents ?? []).map(({ decisionId, name, sha256 }) => ({ decisionId, name, sha256 }));
  return { ...(proxies.length > 0 && { proxies }), ...(guests.length > 0 && { guests }), ...(movements.length > 0 && { movements }), ...(documents.length > 0 && { documents }) };
}

/** The locked part of the PV, drawn from the meeting alone: the same record always gives the same facts. */
export function gatherFacts(record: MeetingRecord): MinutesFacts {
  const { meeting, parties, seats, attendance, openingRoll, rules } = record;
  const { id, kind, mode, place, hostPartyId, turnBreakReason, convenedAt, openedAt, closedAt } = meeting;
  return {
    meeting: {
      id, kind, mode, place, hostPartyId, turnBreakReason,
      convenedAt: convenedAt?.toISOString() ?? null,
      openedAt: openedAt.toISOString(),
      closedAt: closedAt.toISOString(),
    },
    parties: parties.map((party) => ({ id: party.id, shortName: party.shortName, country: party.country })),
    members: seats
      .filter((seat) => isHeldAt(seat, openedAt))
      .map((seat) => ({ seatId: seat.id, partyId: seat.partyId, name: seat.name, category: seat.category, presence: presenceOf(attendance, seat.id) })),
    delegations: attendance.delegations.map(({ documentId, fromSeatId, toSeatId }) => ({ documentId, fromSeatId, toSeatId })),
    ...sheetFacts(record),
    quorum: { rule: rules.quorum.value, missingPartyIds: [...openingRoll.quorumMissing], source: briefSource(rules.quorum.source) },
    decisions: record.decisions.map((decided, index) => decisionFacts(decided, index, record)),
  };
}
