import { accepted, addWorkingDays, type Answer, type CivilDate, type RuleSource, type WorkCalendar } from '#kernel';
import { takesPart, type Presence } from './attendance.js';
import { told, type DeliberationFact } from './facts.js';
import { aboutMinutes, type Minutes } from './minutes.js';
import { proseSections } from './minutes-content.js';
import { minutesStateForbids, observationBlank, observationsClosed, observationsUnanswered, observationTakesNoAnswer, observerNotPresent, passageUnknown, reasonRequired } from './refusals.js';
import type { Seat } from './seat.js';
import { longest, worded } from './wording.js';

/** « D'accord », a remark, or a request for a change: none of them refuses the PV (F30). */
export const observationKinds = ['AGREE', 'REMARK', 'CHANGE'] as const;
export type ObservationKind = (typeof observationKinds)[number];

/** What is observed: the whole PV, its locked facts, or one of the written parts. */
export const passages = ['whole', 'facts', ...proseSections] as const;
export type Passage = (typeof passages)[number];

/** Whoever writes the PV answers, and says why when nothing was changed. */
export interface ObservationAnswer {
  readonly takenUp: boolean;
  readonly text: string | null;
  readonly personId: string;
  readonly at: Date;
}

/** What a member who was there says of the draft; kept beside the PV, never in it. */
export interface Observation {
  readonly id: string;
  readonly version: number;
  /** The words it speaks of: a later saving has another number. */
  readonly proseVersion: number;
  readonly kind: ObservationKind;
  readonly passage: Passage;
  /** The words of the PV it points at, as they stood. */
  readonly quoted: string | null;
  readonly text: string | null;
  readonly partyId: string;
  readonly seatId: string;
  readonly personId: string;
  readonly madeAt: Date;
  readonly answer: ObservationAnswer | null;
}

/** No text of the partners says how long a draft may be read: five working days, ours (C3, S+8). */
export const observationDays = 5;
export const observationSource: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'C3, S+8' };

/** The last day for observations: the fifth day worked in every territory after the draft was handed over. */
export const observationsUntil = (submittedOn: CivilDate, calendars: readonly WorkCalendar[]): CivilDate => addWorkingDays(submittedOn, observationDays, calendars);

const wasThere = (minutes: Minutes, seatId: string): boolean => minutes.facts.members.some((member) => member.seatId === seatId && takesPart(member.presence as Presence));

/** The seat from which this person was at the meeting, by her office of today. */
export const observerSeat = (minutes: Minutes, seats: readonly Seat[], personId: string | null): Seat | null =>
  seats.find((seat) => seat.personId === personId && wasThere(minutes, seat.id)) ?? null;

/** Who reads, and the day it is at the host's. */
export interface Observer {
  readonly seats: readonly Seat[];
  readonly personId: string | null;
  readonly today: CivilDate;
}

/** While the draft is in review and its days have not run out, whoever was there. */
export function mayObserve(minutes: Minutes, { seats, personId, today }: Observer): Answer<Seat> {
  if (minutes.state !== 'REVIEW') return minutesStateForbids(minutes.state);
  const seat = observerSeat(minutes, seats, personId);
  if (!seat) return observerNotPresent();
  if (minutes.observationsUntil !== null && today > minutes.observationsUntil) return observationsClosed(minutes.observationsUntil);
  return accepted(seat);
}

/** An observation as it is typed. */
export interface Observe extends Observer {
  readonly id: string;
  readonly kind: ObservationKind;
  readonly passage: string;
  readonly quoted: string;
  readonly text: string;
  readonly proseVersion: number;
  readonly at: Date;
}

/** Writes one. @returns refused as `mayObserve`, or OBSERVATION_BLANK, PASSAGE_UNKNOWN, TEXT_TOO_LONG. */
export function observe(minutes: Minutes, command: Observe): Answer<{ readonly observation: Observation; readonly facts: DeliberationFact[] }> {
  const seat = mayObserve(minutes, command);
  if (seat.refused) return seat;
  const { id, kind, at, proseVersion } = command;
  const agrees = kind === 'AGREE';
  const passage = passages.find((one) => one === (agrees ? 'whole' : command.passage));
  if (!passage) return passageUnknown();
  const text = worded(command.text, longest.reason);
  if (text.refused) return text;
  const quoted = worded(command.quoted, longest.reason);
  if (quoted.refused) return quoted;
  if (!agrees && text.value === '') return observationBlank();
  const { id: seatId, partyId, personId } = seat.value;
  const observation: Observation = {
    id, kind, passage, seatId, partyId, personId, proseVersion,
    version: minutes.version,
    quoted: agrees ? null : quoted.value || null,
    text: text.value || null,
    madeAt: at,
    answer: null,
  };
  const fact = told('MinutesObserved', aboutMinutes(minutes), { observationId: id, version: minutes.version, kind, passage, partyId, seatId, personId, at: at.toISOString() });
  return accepted({ observation, facts: [fact] });
}

/** What becomes of an observation, as whoever writes the PV says it. */
export interface AnswerObservation {
  readonly takenUp: boolean;
  readonly text: string;
  readonly personId: string;
  readonly at: Date;
}

/** Answers one, until the PV is final; what is not taken up has its reason (F30). */
export function answerObservation(minutes: Minutes, observation: Observation, command: AnswerObservation): Answer<{ readonly answer: ObservationAnswer; readonly facts: DeliberationFact[] }> {
  const { takenUp, personId, at } = command;
  if (minutes.state !== 'REVIEW' && minutes.state !== 'DRAFT') return minutesStateForbids(minutes.state);
  if (observation.kind === 'AGREE') return observationTakesNoAnswer();
  const text = worded(command.text, longest.reason);
  if (text.refused) return text;
  if (!takenUp && text.value === '') return reasonRequired();
  const data = { observationId: observation.id, version: observation.version, takenUp, personId: observation.personId, at: at.toISOString() };
  return accepted({ answer: { takenUp, text: text.value || null, personId, at }, facts: [told('ObservationAnswered', aboutMinutes(minutes), data)] });
}

/** Requests for a change that nobody has answered. */
export const unanswered = (observations: readonly Observation[]): Observation[] => observations.filter(({ kind, answer }) => kind === 'CHANGE' && answer === null);

/**
 * Every request for a change is answered before FINAL (F30). The days still running do not forbid it: they are our default, no text of the
 * partners, and whoever makes the PV final is told who has not spoken yet.
 */
export const readyToFinalise = (observations: readonly Observation[]): Answer<true> => {
  const open = unanswered(observations).length;
  return open > 0 ? observationsUnanswered(open) : accepted(true);
};

/** Those who were there and have said nothing of this version, nor agreed to it. */
export function silentMembers(minutes: Minutes, observations: readonly Observation[]): MinutesMemberFacts[] {
  const heard = new Set(observations.filter(({ version }) => version === minutes.version).map(({ seatId }) => seatId));
  return minutes.facts.members.filter(({ seatId }) => wasThere(minutes, seatId) && !heard.has(seatId));
}
type MinutesMemberFacts = Minutes['facts']['members'][number];
