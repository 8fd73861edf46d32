import { accepted, type Answer, type Decided } from '#kernel';
import { whyNotConvener, type Convene, type ConveningWorld } from './convening.js';
import { told } from './facts.js';
import { aboutMeeting, isBlank, type Meeting } from './meeting.js';
import { meetingIsPast, meetingStateForbids, nothingMoved, reasonRequired } from './refusals.js';

/** Another date or another place for a meeting everyone was called to. */
export interface MoveConvened extends Convene {
  readonly startsAt: Date;
  readonly place: string;
  readonly reason: string;
}

/**
 * Changes the date or the place of a convened meeting: the convocation goes out again, so only who may convene may do it (Art. 5). It stays
 * convened by the same host: the turn is kept. Refused: CONVENER_…, MEETING_STATE_FORBIDS, REASON_REQUIRED, MEETING_IS_PAST, NOTHING_MOVED.
 */
export function moveConvened(meeting: Meeting, command: MoveConvened, world: ConveningWorld): Answer<Decided<Meeting>> {
  const { startsAt, place, reason, at, by, method } = command;
  if (meeting.state !== 'CONVENED') return meetingStateForbids(meeting.state, 'SCHEDULED');
  const refusal = whyNotConvener(command, world);
  if (refusal) return refusal;
  if (isBlank(reason)) return reasonRequired();
  if (startsAt <= at) return meetingIsPast(startsAt);
  if (startsAt.getTime() === meeting.startsAt.getTime() && place === meeting.place) return nothingMoved();
  const data = { bySeatId: by.id, startsAt: startsAt.toISOString(), wasAt: meeting.startsAt.toISOString(), place, wasPlace: meeting.place, reason, method, at: at.toISOString() };
  return accepted({ state: { ...meeting, startsAt, place }, facts: [told('ConvocationMoved', aboutMeeting(meeting), data)] });
}
