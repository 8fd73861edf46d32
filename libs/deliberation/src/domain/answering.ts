import { accepted, type Answer } from '#kernel';
import type { Presence } from './attendance.js';
import { told, type FactOf } from './facts.js';
import { aboutMeeting, type Meeting } from './meeting.js';
import { answersClosed, everyoneAnswered, meetingStateForbids, notSeated, remoteNotAllowed, calledTooRecently } from './refusals.js';
import type { CommitteeRules } from './rules.js';
import { isHeldAt, type Seat } from './seat.js';

/** What a member says to a convocation. An intention: the attendance sheet alone is the record (F21). */
export const convocationReplies = ['COMING', 'REMOTE', 'NOT_COMING'] as const;
export type ConvocationReply = (typeof convocationReplies)[number];

/** An answer as kept: `sequence` is the convocation it answers; a date or a place changed since leaves it to be given again. */
export interface ConvocationAnswer {
  readonly seatId: string;
  readonly personId: string;
  readonly reply: ConvocationReply;
  readonly note: string;
  readonly sequence: number;
  readonly answeredAt: Date;
}

/** « I come », said by the member herself from the seat she holds, at an instant (UTC). */
export interface AnswerConvocation {
  readonly seat: Seat;
  readonly reply: ConvocationReply;
  readonly at: Date;
}

/**
 * Answers a convocation, as often as wished until the meeting opens (F20, F21). Refused: ANSWERS_CLOSED, NOT_SEATED for who is called without a
 * seat of the committee, REMOTE_NOT_ALLOWED where the rule or this meeting has nobody take part from afar (C5 Q6).
 */
export function answerConvocation(world: { readonly meeting: Meeting; readonly rules: CommitteeRules }, { seat, reply, at }: AnswerConvocation): Answer<FactOf<'ConvocationAnswered'>> {
  const { meeting, rules } = world;
  if (meeting.state !== 'CONVENED') return answersClosed(meeting.state);
  if (!seat.votes || !isHeldAt(seat, at)) return notSeated(seat.name);
  if (reply === 'REMOTE' && !mayTakePartFromAfar(meeting, rules)) return remoteNotAllowed(seat.name, rules.remote.source);
  return accepted(told('ConvocationAnswered', aboutMeeting(meeting), { seatId: seat.id, choice: reply, at: at.toISOString() }));
}

/** May one take part from elsewhere in this meeting (C5 Q6)? */
export const mayTakePartFromAfar = (meeting: Pick<Meeting, 'mode'>, rules: CommitteeRules): boolean => rules.remote.value !== 'NONE' && meeting.mode !== 'IN_PERSON';

const expected: Readonly<Record<ConvocationReply, Presence>> = { COMING: 'PRESENT', REMOTE: 'REMOTE', NOT_COMING: 'EXCUSED' };

/** What the attendance sheet proposes for a seat at the opening. Nothing is recorded of it until somebody keeps the sheet. */
export const expectedPresence = (answer: Pick<ConvocationAnswer, 'reply'> | undefined, mode: Meeting['mode']): Presence | null =>
  answer ? (answer.reply === 'COMING' && mode === 'REMOTE' ? 'REMOTE' : expected[answer.reply]) : null;

/** Does this answer still speak for the seat: the same person in it, and the convocation it answers unchanged? */
export const stillSpeaks = (answer: Pick<ConvocationAnswer, 'personId' | 'sequence'>, now: { readonly personId: string; readonly sequence: number }): boolean =>
  answer.personId === now.personId && answer.sequence === now.sequence;

/** Between two letters of the same convocation to one person (F13). */
export const quietHours = 48;

/**
 * The convocation again, to those who have not answered it and to nobody else. Refused: MEETING_STATE_FORBIDS, EVERYONE_ANSWERED, or
 * CALLED_TOO_RECENTLY within 48 h of the last letter that called them (F13, a product default).
 */
export function callSilentAgain(meeting: Meeting, command: { readonly silent: readonly string[]; readonly lastCalledAt: Date; readonly at: Date }): Answer<FactOf<'ConvocationSentAgain'>> {
  const { silent, lastCalledAt, at } = command;
  if (meeting.state !== 'CONVENED') return meetingStateForbids(meeting.state, 'CONVENED');
  if (silent.length === 0) return everyoneAnswered();
  const from = new Date(lastCalledAt.getTime() + quietHours * 3_600_000);
  if (at < from) return calledTooRecently(Math.ceil((from.getTime() - at.getTime()) / 3_600_000));
  return accepted(told('ConvocationSentAgain', aboutMeeting(meeting), { personIds: silent, at: at.toISOString() }));
}
