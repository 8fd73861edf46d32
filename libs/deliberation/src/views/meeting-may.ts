import { accepted, type Answer, type Refusal } from '#kernel';
import { isStepUpFresh } from '#identity';
import { mayView, type MayType } from '#platform';
import { mayJoinToAgenda } from '../domain/agenda-documents.js';
import { markAttendance, presenceNow, takesPart, type Attendance } from '../domain/attendance.js';
import { castVote, closeBallot, openBallot, type Ballot } from '../domain/ballot.js';
import { convene, seatToConveneFrom, whyNotConvener, type ProvedBy } from '../domain/convening.js';
import { putOnAgenda, type Decision } from '../domain/decision.js';
import type { Meeting } from '../domain/meeting.js';
import { cancel } from '../domain/planning.js';
import { noteGuest } from '../domain/guest.js';
import { noteMovement } from '../domain/movement.js';
import { coordinates } from '../domain/hands.js';
import { decisionStateForbids, handsAlreadyNoted, meetingNotOpenForBallot, notAllowed, notOnRoll, stepUpRequired } from '../domain/refusals.js';
import { callRoll, voterOf } from '../domain/roll.js';
import { close, open } from '../domain/sitting.js';
import { holdsSitting, runsMeetings } from '../domain/stewards.js';
import { partyOf, type Committee } from './committee.reader.js';
import type { DecisionMayType } from './decision.types.js';
import type { MeetingMayType } from './meeting.types.js';

/** A meeting as it stands for one reader now. */
export interface Standing {
  readonly meeting: Meeting;
  readonly committee: Committee;
  readonly attendance: Attendance;
  readonly openBallots: number;
  /** Decisions whose vote by show of hands awaits the other coordination. */
  readonly noted?: readonly string[];
  readonly personId: string | null;
  /** Instant of the reader's last proof, how it was given (an act knows), and now, by the machine clock. */
  readonly stepUp: { readonly at: Date | null; readonly method?: ProvedBy; readonly machineNow: Date };
}

/** A word that stands for what the reader has not written yet: the rules ask only that there is one. */
const written = '…';

/** May this person issue the convocation? Art. 5 first, the fresh identity last. */
export function mayConvene({ meeting, committee, personId, stepUp }: Pick<Standing, 'meeting' | 'committee' | 'personId' | 'stepUp'>): Answer<Parameters<typeof convene>> {
  const { rules, seats, parties, at } = committee;
  const by = seatToConveneFrom(seats, personId, meeting.hostPartyId);
  const host = parties.find(({ id }) => id === meeting.hostPartyId);
  if (!by || !host) return notAllowed();
  const hostCoPresident = seats.find((seat) => seat.partyId === host.id && seat.category === 'CO_PRESIDENT') ?? null;
  const command = { by, delegation: null, method: stepUp.method ?? 'MAIL_CODE', at };
  const world = { host, hostCoPresident, rules };
  const refusal: Refusal | null = whyNotConvener(command, world);
  if (refusal) return refusal;
  if (!isStepUpFresh(stepUp.at, stepUp.machineNow)) return stepUpRequired(rules.stepUp.value.maximumAgeMinutes, rules.stepUp.source);
  return accepted([meeting, command, world]);
}

/** Whose voice, and from which seats held now; `seatId` when one of several is meant. */
export interface VoiceAsked {
  readonly personId: string | null;
  readonly heldSeatIds: readonly string[];
  readonly seatId: string | null;
}

/** The voice of this person in this ballot: her own seat on the roll, or an absent colleague's whose power she holds. Her own first. */
export function voiceOf(ballot: Ballot, { personId, heldSeatIds, seatId }: VoiceAsked): Answer<{ seatId: string; personId: string }> {
  const voices = ballot.roll.electors.filter((elector) => {
    const voter = voterOf(elector);
    return voter.personId === personId && heldSeatIds.includes(voter.seatId) && (seatId === null || elector.seatId === seatId);
  });
  const elector = voices.find(({ heldBy }) => !heldBy) ?? voices[0];
  return elector ? accepted({ seatId: elector.seatId, personId: voterOf(elector).personId }) : notOnRoll();
}

function ifAllowed({ committee, personId }: Standing, who: typeof runsMeetings, rule: () => Answer<unknown>): MayType {
  const allowed = who(committee.seats, personId, committee.at);
  return mayView(allowed.refused ? allowed : rule());
}
const ifSteward = (standing: Standing, rule: () => Answer<unknown>): MayType => ifAllowed(standing, runsMeetings, rule);
const ifSitting = (standing: Standing, rule: () => Answer<unknown>): MayType => ifAllowed(standing, holdsSitting, rule);

/** What the reader may do with the meeting, by the very rules of the actions. */
export function meetingMay(standing: Standing): MeetingMayType {
  const { meeting, committee, attendance, openBallots } = standing;
  const { rules, at, seats } = committee;
  const convening = mayConvene(standing);
  const roll = callRoll({ at, parties: committee.parties, seats, attendance }, rules);
  const [seat] = seats;
  const sample = { id: meeting.id, subject: { kind: 'decision', id: meeting.id }, title: written, text: written, textHash: written, correctsDecisionId: null, at };
  return {
    convene: mayView(convening.refused ? convening : convene(...convening.value)),
    cancel: ifSteward(standing, () => cancel(meeting, { reason: written, at })),
    addAgendaItem: ifSteward(standing, () => putOnAgenda(meeting, sample)),
    attachDocument: mayView(mayJoinToAgenda(meeting, { seats, personId: standing.personId, hostName: partyOf(committee.parties, meeting.hostPartyId).shortName, at })),
    open: ifSitting(standing, () => open(meeting, { roll, at }, rules)),
    recordAttendance: ifSitting(standing, () => (seat ? markAttendance({ meeting, attendance, rules }, { seat, presence: 'ABSENT', at }) : notAllowed())),
    close: ifSitting(standing, () => close(meeting, { openBallots, handsAwaiting: standing.noted?.length ?? 0, at })),
    noteGuest: ifSitting(standing, () => noteGuest(meeting, { id: meeting.id, name: written, capacity: '', already: 0, at })),
    noteMovement: ifSitting(standing, () => (seat ? noteMovement({ meeting, attendance }, { id: meeting.id, kind: takesPart(presenceNow(attendance, seat.id)) ? 'LEFT' : 'ARRIVED', agendaItemId: null, seat, at }) : notAllowed())),
    noteHands: mayView(mayNoteHands(standing)),
  };
}

/** May this reader note hands round the table? The decisions are then looked at one by one. */
function mayNoteHands({ meeting, committee, personId }: Standing): Answer<unknown> {
  const by = coordinates(committee.seats, personId, committee.at);
  if (by.refused) return by;
  return meeting.state === 'OPEN' ? accepted(true) : meetingNotOpenForBallot();
}

function mayVote(standing: Standing, ballot: Ballot): Answer<unknown> {
  const { committee, personId } = standing;
  const voice = voiceOf(ballot, { personId, heldSeatIds: committee.seats.filter((seat) => seat.personId === personId).map(({ id }) => id), seatId: null });
  if (voice.refused) return voice;
  return castVote(ballot, { ...voice.value, choice: 'FOR', words: null, textHash: ballot.textHash, at: committee.at });
}

/** What the reader may do with a decision and its latest ballot. */
export function decisionMay(standing: Standing, decision: Decision, ballot: Ballot | null): DecisionMayType {
  const { meeting, committee, attendance, openBallots } = standing;
  const { rules, at } = committee;
  const roll = callRoll({ at, parties: committee.parties, seats: committee.seats, attendance }, rules);
  const { id, textHash } = decision;
  return {
    openBallot: ifSitting(standing, () => (standing.noted?.includes(id) ? handsAlreadyNoted() : openBallot(decision, { id, textHash, at }, { meeting, roll, rules, openBallots }))),
    vote: mayView(ballot ? mayVote(standing, ballot) : decisionStateForbids(decision.state)),
    closeBallot: ifSitting(standing, () => (ballot ? closeBallot({ decision, ballot }, { at }) : decisionStateForbids(decision.state))),
  };
}
