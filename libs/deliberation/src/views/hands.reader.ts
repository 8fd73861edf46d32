import { addDays, type CivilDate, type Zones } from '#kernel';
import type { PartyType } from '#parties';
import { mayView, type MayType, type ReadTx } from '#platform';
import type { Ballot } from '../domain/ballot.js';
import { confirmHands, contestDays, contestHands, coordinates, voiceNotedFor, withdrawHands, type Hands, type HandsContest } from '../domain/hands.js';
import { partyOf, shownSeat, type Committee } from './committee.reader.js';
import type { HandsContestType, HandsType } from './hands.types.js';

/** A word that stands for what the reader has not written yet: the rules ask only that there is one. */
const written = '…';

/** The last civil day to contest, of the territory of whose voice it is, and how to tell that territory's day. */
export function contestableUntil(
  { hands, ballot, personId }: { hands: Pick<Hands, 'confirmedAt' | 'enteredAt' | 'enteredParty'>; ballot: Ballot | null; personId: string | null },
  { parties, zones }: { parties: readonly PartyType[]; zones: Zones },
): { until: CivilDate; today: (at: Date) => CivilDate } {
  const seatId = ballot && voiceNotedFor(ballot, personId);
  const partyId = ballot?.roll.electors.find((elector) => elector.seatId === seatId)?.partyId ?? hands.enteredParty;
  const { zone } = partyOf(parties, partyId).territory;
  const today = (at: Date): CivilDate => zones.civilAt(at, zone).date;
  return { until: addDays(today(hands.confirmedAt ?? hands.enteredAt), contestDays), today };
}

/** What the hands of a meeting are read with. */
export interface HandsReading {
  readonly committee: Committee;
  /** The seats of the meeting's day. */
  readonly shown: Pick<Committee, 'shownSeats' | 'shownParties'>;
  readonly personId: string | null;
  readonly ballots: readonly Ballot[];
  readonly contests: readonly HandsContest[];
  readonly zones: Zones;
}

/** May this reader contest one of these rounds? The first that is hers to contest answers; else the reason of the first. */
function mayContest(hands: Hands, ballot: Ballot | null, { committee, personId, contests, zones }: HandsReading): MayType {
  const { until, today } = contestableUntil({ hands, ballot, personId }, { parties: committee.shownParties, zones });
  return mayView(contestHands(hands, { ballot, personId, reason: written, before: contests, at: committee.at, until, today: today(committee.at) }));
}

/** Votes by show of hands as this reader may see them: what was withdrawn is the journal's. */
export function handsViews(tx: ReadTx, all: readonly Hands[], reading: HandsReading): HandsType[] {
  const { committee, shown, personId, ballots, contests } = reading;
  const by = coordinates(committee.seats, personId, committee.at);
  const ifCoordinator = (rule: (seat: Parameters<typeof confirmHands>[1]['by']) => ReturnType<typeof confirmHands>): MayType => mayView(by.refused ? by : rule(by.value));
  return all.filter(({ state }) => state !== 'WITHDRAWN').map((hands) => ({
    id: hands.id,
    confirmed: hands.state === 'CONFIRMED',
    enteredParty: partyOf(shown.shownParties, hands.enteredParty),
    enteredAt: hands.enteredAt,
    confirmedParty: hands.confirmedParty ? partyOf(shown.shownParties, hands.confirmedParty) : null,
    confirmedAt: hands.confirmedAt,
    rounds: hands.rounds.map(({ decisionId, ballotId, electorSeatIds, exceptions }) => {
      const ballot = ballots.find(({ id }) => id === ballotId) ?? null;
      return {
        decisionId,
        ballotId: ballot ? ballotId : null,
        voters: electorSeatIds.length,
        exceptions: exceptions.map(({ seatId, choice, words }) => ({ seat: shownSeat(tx, shown, seatId), choice, reason: words })),
        contests: contests.filter((contest) => contest.ballotId === ballotId).map(({ seatId, reason, contestedAt }): HandsContestType => ({ seat: shownSeat(tx, shown, seatId), reason, contestedAt })),
        contestUntil: hands.confirmedAt && contestableUntil({ hands, ballot, personId }, { parties: committee.shownParties, zones: reading.zones }).until,
        viewerMayContest: mayContest(hands, ballot, reading),
      };
    }),
    viewerMay: {
      confirm: ifCoordinator((seat) => confirmHands(hands, { by: seat, at: committee.at })),
      withdraw: ifCoordinator((seat) => withdrawHands(hands, { by: seat, reason: written, at: committee.at })),
    },
  }));
}
