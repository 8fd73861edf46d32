import { accepted, type Answer, type CivilDate } from '#kernel';
import { mayView } from '#platform';
import { edit, reopen, sendBack, submit } from '../domain/drafting.js';
import { assignNumber, finalise } from '../domain/finalising.js';
import type { Minutes } from '../domain/minutes.js';
import { mayObserve, readyToFinalise, type Observation } from '../domain/observations.js';
import { mayRectify } from '../domain/rectifying.js';
import { minutesNotFinal, minutesStateForbids, notTheCoPresident } from '../domain/refusals.js';
import type { Seat } from '../domain/seat.js';
import { refuseToSign, sign } from '../domain/signature.js';
import { holdsSitting, runsMeetings } from '../domain/stewards.js';
import type { Committee } from './committee.reader.js';
import type { MinutesMayType } from './minutes.types.js';

/** Minutes as they stand for one reader now. */
export interface MinutesStanding {
  readonly minutes: Minutes;
  readonly committee: Committee;
  readonly personId: string | null;
  /** Instant of the reader's last step-up, and now, by the machine clock. */
  readonly stepUp: { readonly at: Date | null; readonly machineNow: Date };
  readonly demo: boolean;
  /** What is said of a draft in review. */
  readonly observations: readonly Observation[];
  /** The day at the host's. */
  readonly today: CivilDate;
  /** Is there a PV that rectifies this one? */
  readonly rectified: boolean;
}

/** A word that stands for what the reader has not written yet: the rules ask only that there is one. */
const written = '…';

/** The seat this person would sign from: a presidency first. `null` when they hold none here. */
export function signatoryOf({ committee, personId }: { readonly committee: Committee; readonly personId: string | null }): Seat | null {
  const held = committee.seats.filter((seat) => seat.personId === personId);
  return held.find(({ category }) => category === 'CO_PRESIDENT') ?? held[0] ?? null;
}

/** Do they keep the minutes, and so read the drafts? */
export const keepsMinutes = ({ committee, personId }: MinutesStanding): boolean => !holdsSitting(committee.seats, personId, committee.at).refused;

function mayFinalise({ minutes, committee, observations }: MinutesStanding): Answer<unknown> {
  const heard = readyToFinalise(observations);
  if (heard.refused) return heard;
  const { rules, seats, at } = committee;
  const numbered = assignNumber(minutes, { year: 1, sequence: 1 }, rules);
  return numbered.refused ? numbered : finalise(numbered.value, { contentHash: written, pdfSha256: written, seats, at }, rules);
}

function maySign(standing: MinutesStanding): Answer<unknown> {
  const { minutes, committee, stepUp, demo } = standing;
  const { rules, seats, at } = committee;
  const seat = signatoryOf(standing);
  if (!seat) return notTheCoPresident(rules.executory.source);
  const read = { version: minutes.version, contentHash: minutes.seal?.contentHash ?? '', pdfSha256: minutes.seal?.pdfSha256 ?? '' };
  const how = { method: demo ? ('DEMO' as const) : ('MAIL_CODE' as const), place: written, stepUpAt: stepUp.at, machineNow: stepUp.machineNow };
  return sign(minutes, { seat, personId: seat.personId, at, ...read, ...how }, { seats, rules, demo });
}

function mayRefuse(standing: MinutesStanding): Answer<unknown> {
  const { minutes, committee } = standing;
  const { rules, seats, at } = committee;
  const seat = signatoryOf(standing);
  if (!seat) return notTheCoPresident(rules.executory.source);
  return minutes.seal ? refuseToSign(minutes, { seat, personId: seat.personId, motive: written, at }, { seats, rules }) : minutesNotFinal(minutes.state);
}

/** What the reader may do with the minutes, by the very rules of the actions. */
export function minutesMay(standing: MinutesStanding): MinutesMayType {
  const { minutes, committee, personId, today, rectified } = standing;
  const { rules, at, seats } = committee;
  const steward = runsMeetings(seats, personId, at);
  const keeper = holdsSitting(seats, personId, at);
  const ifKeeper = (rule: () => Answer<unknown>) => mayView(keeper.refused ? keeper : rule());
  const ifSteward = (rule: () => Answer<unknown>) => mayView(steward.refused ? steward : rule());
  const back = { reason: written, at };
  const { authoritative } = rules.languages.value;
  return {
    edit: ifKeeper(() => edit(minutes, { language: authoritative, section: 'discussions', text: written, at }, rules)),
    review: ifKeeper(() => submit(minutes, { at })),
    finalise: ifSteward(() => mayFinalise(standing)),
    returnToDraft: ifSteward(() => (minutes.state === 'REVIEW' ? sendBack(minutes, back) : reopen(minutes, back))),
    sign: mayView(maySign(standing)),
    refuse: mayView(mayRefuse(standing)),
    observe: mayView(mayObserve(minutes, { seats, personId, today })),
    answerObservation: ifKeeper(() => (minutes.state === 'DRAFT' || minutes.state === 'REVIEW' ? accepted(true) : minutesStateForbids(minutes.state))),
    rectify: ifSteward(() => mayRectify(minutes, rectified)),
  };
}

