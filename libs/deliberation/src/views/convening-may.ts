import { accepted, type Answer } from '#kernel';
import { mayView } from '#platform';
import { answerConvocation, callSilentAgain } from '../domain/answering.js';
import { beforeClosing } from '../domain/decision.js';
import type { convene } from '../domain/convening.js';
import { mayLogIncident } from '../domain/incident.js';
import { moveConvened } from '../domain/moving.js';
import { reschedule } from '../domain/planning.js';
import { proposeItem } from '../domain/proposing.js';
import { agendaClosed, notAllowed } from '../domain/refusals.js';
import { mayKeepSafety } from '../domain/safety-sheet.js';
import { safetySource } from '../domain/safety-source.js';
import type { Seat } from '../domain/seat.js';
import { runsMeetings } from '../domain/stewards.js';
import { partyOf } from './committee.reader.js';
import type { ConveningMayType } from './convening.types.js';
import { mayConvene, type Standing } from './meeting-may.js';

/** A meeting as it stands for one reader while it is prepared. */
export type Preparing = Pick<Standing, 'meeting' | 'committee' | 'personId' | 'stepUp'>;

/** A word that stands for what the reader has not written yet: the rules ask only that there is one. */
const written = '…';

/** The seats from which this person is a member of the committee. Refused: NOT_ALLOWED when there is none. */
export function memberSeats({ committee: { seats }, personId }: Pick<Preparing, 'committee' | 'personId'>): Answer<readonly Seat[]> {
  const own = seats.filter((seat) => seat.personId === personId && seat.votes);
  return own.length > 0 ? accepted(own) : notAllowed();
}

/** Who prepares the agenda, until the meeting closes. Refused: NOT_ALLOWED, AGENDA_CLOSED. */
export function mayPrepareAgenda({ meeting, committee, personId }: Pick<Preparing, 'meeting' | 'committee' | 'personId'>): Answer<Seat> {
  const steward = runsMeetings(committee.seats, personId, committee.at);
  if (steward.refused) return steward;
  return beforeClosing.includes(meeting.state) ? steward : agendaClosed();
}

/** What a changed date is judged by: who convened may move it (Art. 5), by a fresh proof; whoever runs meetings, while nobody is convened. */
export function mayMove(standing: Preparing): Answer<Parameters<typeof convene> | null> {
  const { meeting, committee, personId } = standing;
  if (meeting.state === 'CONVENED') return mayConvene(standing);
  const steward = runsMeetings(committee.seats, personId, committee.at);
  return steward.refused ? steward : accepted(null);
}

function tryMove(standing: Preparing): Answer<unknown> {
  const may = mayMove(standing);
  if (may.refused) return may;
  const { meeting, committee: { at } } = standing;
  const ahead = { startsAt: new Date(Math.max(at.getTime(), meeting.startsAt.getTime()) + 86_400_000), place: written, reason: written, at };
  return may.value ? moveConvened(meeting, { ...may.value[1], ...ahead }, may.value[2]) : reschedule(meeting, ahead);
}

function onSeat(standing: Preparing, rule: (seat: Seat) => Answer<unknown>): Answer<unknown> {
  const own = memberSeats(standing);
  return own.refused ? own : rule(own.value[0]!);
}

/** What the reader may do with a convocation and its agenda, by the very rules of the actions. */
export function conveningMay(standing: Preparing, called: { readonly silent: readonly string[]; readonly lastCalledAt: Date | null }): ConveningMayType {
  const { meeting, committee, personId } = standing;
  const { at, rules, seats, parties } = committee;
  const steward = runsMeetings(seats, personId, at);
  const again = (): Answer<unknown> => callSilentAgain(meeting, { silent: called.silent, lastCalledAt: called.lastCalledAt ?? at, at });
  return {
    answer: mayView(onSeat(standing, (seat) => answerConvocation({ meeting, rules }, { seat, reply: 'NOT_COMING', at }))),
    callAgain: mayView(steward.refused ? steward : again()),
    reschedule: mayView(tryMove(standing)),
    propose: mayView(onSeat(standing, (seat) => proposeItem(meeting, { id: meeting.id, seat, title: written, why: '', at }))),
    prepareAgenda: mayView(mayPrepareAgenda(standing)),
    keepSafety: mayView(mayKeepSafety(meeting, { seats, personId, hostName: partyOf(parties, meeting.hostPartyId).shortName, at }, safetySource)),
    logIncident: mayView(mayLogIncident(meeting, { seats, personId, at }, safetySource)),
  };
}
