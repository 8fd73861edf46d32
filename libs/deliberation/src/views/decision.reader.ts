import { say, type PhraseKey } from '#phrases';
import type { ReadTx, RuleSourceView } from '#platform';
import type { Ballot, Vote } from '../domain/ballot.js';
import type { Outcome, Reason } from '../domain/decision-engine.js';
import type { CommitteeRules } from '../domain/rules.js';
import { ballotOf, decisionOf } from '../store/ballot.store.js';
import type { BallotRow, DecisionRow, VoteRow } from '../store/decision.entity.js';
import { officeOf, shownSeat, type Committee } from './committee.reader.js';
import type { BallotType, DecisionType, OutcomeReasonType, OutcomeType, VoteType } from './decision.types.js';
import { decisionMay, type Standing } from './meeting-may.js';

/** Seats and parties as they are shown: those of the day of the meeting. */
export type Shown = Pick<Committee, 'shownSeats' | 'shownParties'>;

/** Which rule each reason comes from. */
const ruleOf: Readonly<Record<Reason['code'], keyof CommitteeRules>> = {
  AGAINST: 'majority',
  ABSTENTION: 'abstention',
  NOT_CAST: 'basis',
  PARTY_WITHOUT_VOTE: 'everyPartyMustConcur',
  NO_VOTE_FOR: 'majority',
  QUORUM: 'quorum',
  EMPTY_ROLL: 'voters',
};

const sourceOf = (rules: CommitteeRules, key: keyof CommitteeRules): RuleSourceView => ({ ...rules[key].source });

function reasonView(tx: ReadTx, { code, subjectId, args }: Reason, { shown, rules }: { shown: Shown; rules: CommitteeRules }): OutcomeReasonType {
  const isSeat = code === 'AGAINST' || code === 'ABSTENTION' || code === 'NOT_CAST';
  const seat = isSeat && subjectId ? shownSeat(tx, shown, subjectId) : null;
  const party = seat?.party ?? shown.shownParties.find(({ id }) => id === subjectId) ?? null;
  const name = seat ? officeOf(seat.office, seat.party.shortName) : (party?.shortName ?? '');
  const sentence = say(tx.ctx.language, `outcome.${code}` as PhraseKey, { ...args, name });
  return { kind: code, seat, party, sentence, source: sourceOf(rules, ruleOf[code]) };
}

/** « Non adoptée : abstention de … », in the reader's language. */
function outcomeView(tx: ReadTx, outcome: Outcome, { shown, rules }: { shown: Shown; rules: CommitteeRules }): OutcomeType {
  const { language } = tx.ctx;
  const reasons = outcome.reasons.map((reason) => reasonView(tx, reason, { shown, rules }));
  const verdict = say(language, `outcome.${outcome.sentence.code}` as PhraseKey, outcome.sentence.args);
  const [first, ...others] = reasons.map(({ sentence }) => sentence);
  const because = first === undefined ? null : others.reduce((before, reason) => say(language, 'deliberation.reasonAfter', { before, reason }), first);
  const sentence = because === null ? say(language, 'deliberation.outcomeAlone', { verdict }) : say(language, 'deliberation.outcomeBecause', { verdict, reasons: because });
  return { adopted: outcome.adopted, sentence, tally: { ...outcome.tally }, reasons, source: sourceOf(rules, 'majority') };
}

function ballotView(tx: ReadTx, row: BallotRow, { ballot, shown }: { ballot: Ballot; shown: Shown }): BallotType {
  const seatOf = (seatId: string) => shownSeat(tx, shown, seatId);
  const voteView = ({ seatId, choice, words, castAt }: Vote): VoteType => ({ seat: seatOf(seatId), choice, reason: words, castAt });
  const { electors } = ballot.roll;
  const said = new Set(ballot.votes.map(({ seatId }) => seatId));
  const reader = tx.ctx.actor?.personId;
  const mine = new Set(electors.filter(({ personId, heldBy }) => !heldBy && personId === reader).map(({ seatId }) => seatId));
  const myVote = ballot.votes.find(({ seatId }) => mine.has(seatId));
  const { id, decisionId, meetingId, round: place, textHash, openedAt, closedAt, outcome, rules } = ballot;
  return {
    id, decisionId, meetingId, place, textHash, openedAt, closedAt,
    text: row.text,
    roll: electors.map(({ seatId, presence, heldBy }) => ({ seat: seatOf(seatId), presence, heldBy: heldBy ? seatOf(heldBy.seatId) : null })),
    votes: closedAt ? ballot.votes.map(voteView) : null,
    voted: electors.filter(({ seatId }) => said.has(seatId)).map(({ seatId }) => seatOf(seatId)),
    missing: electors.filter(({ seatId }) => !said.has(seatId)).map(({ seatId }) => seatOf(seatId)),
    cast: said.size,
    expected: electors.length,
    outcome: outcome && outcomeView(tx, outcome, { shown, rules }),
    myVote: myVote ? voteView(myVote) : null,
    onRoll: mine.size > 0,
    carried: electors.filter(({ heldBy }) => heldBy && heldBy.personId === reader).map(({ seatId }) => {
      const vote = ballot.votes.find((voice) => voice.seatId === seatId);
      return { seat: seatOf(seatId), vote: vote ? voteView(vote) : null };
    }),
  };
}

/** The rows of one meeting's decisions. */
export interface DecisionRows {
  readonly decisions: readonly DecisionRow[];
  readonly ballots: readonly BallotRow[];
  readonly votes: readonly VoteRow[];
  /** The minutes' instant (UTC), when they are executory. */
  readonly executoryAt: Date | null;
}

/** The decisions of a meeting as this reader may see them: votes by name only once their ballot is closed. */
export function decisionViews(tx: ReadTx, standing: Standing, { rows, shown }: { rows: DecisionRows; shown: Shown }): (DecisionType & { agendaItemId: string })[] {
  return rows.decisions.map((row) => {
    const ballots = rows.ballots
      .filter(({ decisionId }) => decisionId === row.id)
      .map((line) => ({ line, ballot: ballotOf(line, row.meetingId, rows.votes.filter(({ ballotId }) => ballotId === line.id)) }));
    const decision = decisionOf(row, ballots.length);
    const { id, meetingId, agendaItemId, place, title, text, textHash, subjectKind, subjectId, adoptedAt } = row;
    return {
      id, meetingId, agendaItemId, place, title, text, textHash, subjectKind, subjectId, adoptedAt,
      state: decision.state,
      executoryAt: decision.state === 'ADOPTED' ? rows.executoryAt : null,
      ballots: ballots.map(({ line, ballot }) => ballotView(tx, line, { ballot, shown })),
      viewerMay: decisionMay(standing, decision, ballots.at(-1)?.ballot ?? null),
    };
  });
}
