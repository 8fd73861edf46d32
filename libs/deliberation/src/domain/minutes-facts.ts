import { presenceOf, type Attendance } from './attendance.js';
import type { Ballot } from './ballot.js';
import type { Decision } from './decision.js';
import type { Meeting } from './meeting.js';
import { briefSource, type BallotFacts, type DecisionFacts, type MinutesFacts } from './minutes-content.js';
import type { Roll } from './roll.js';
import type { CommitteeRules } from './rules.js';
import { isHeldAt, type Party, type Seat } from './seat.js';

/** Everything a closed meeting leaves behind. `openingRoll` is the roll the quorum was judged on. */
export interface MeetingRecord {
  readonly meeting: Meeting & { readonly openedAt: Date; readonly closedAt: Date };
  readonly parties: readonly Party[];
  readonly seats: readonly Seat[];
  readonly attendance: Attendance;
  readonly openingRoll: Roll;
  readonly rules: CommitteeRules;
  /** In the agenda's order. */
  readonly decisions: readonly { readonly decision: Decision; readonly ballots: readonly Ballot[] }[];
}

function ballotFacts(ballot: Ballot): BallotFacts[] {
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
    },
  ];
}

function decisionFacts({ decision, ballots }: MeetingRecord['decisions'][number], index: number): DecisionFacts {
  const { id, subject, title, text, textHash, state, correctsDecisionId } = decision;
  const rounds = [...ballots].sort((a, b) => a.round - b.round).flatMap(ballotFacts);
  return { order: index + 1, id, subject: { ...subject }, title, text, textHash, state, correctsDecisionId, ballots: rounds };
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
    quorum: { rule: rules.quorum.value, missingPartyIds: [...openingRoll.quorumMissing], source: briefSource(rules.quorum.source) },
    decisions: record.decisions.map(decisionFacts),
  };
}
