import { accepted } from '#kernel';
import { told } from './facts.js';
import { aboutMeeting, isBlank, mayBecome, type DecidedMeeting, type Meeting } from './meeting.js';
import { meetingIsPast, meetingStateForbids, reasonRequired, remoteNotAllowed, turnBreakNeedsReason } from './refusals.js';
import type { CommitteeRules } from './rules.js';
import type { Party } from './seat.js';
import { breaksTurn, type Turn } from './turn.js';

export interface ScheduleMeeting extends Pick<Meeting, 'id' | 'partnershipId' | 'kind' | 'mode' | 'startsAt' | 'place' | 'turnBreakReason'> {
  readonly host: Party;
}

/**
 * Puts a meeting on the calendar. Breaking the turn is allowed, with a reason (AT-06).
 * @returns refused TURN_BREAK_NEEDS_REASON (Art. 5) or REMOTE_NOT_ALLOWED.
 */
export function schedule(plan: ScheduleMeeting, turn: Turn, rules: CommitteeRules): DecidedMeeting {
  const { host, ...rest } = plan;
  const broken = breaksTurn(turn, plan, rules);
  if (plan.mode !== 'IN_PERSON' && rules.remote.value === 'NONE') return remoteNotAllowed(host.shortName, rules.remote.source);
  if (broken && isBlank(plan.turnBreakReason)) return turnBreakNeedsReason(turn.country ?? '', host.country, rules.alternation.source);
  const turnBreakReason = broken ? plan.turnBreakReason : null;
  const blank = { convenedAt: null, openedAt: null, closedAt: null, stateReason: null };
  const meeting: Meeting = { ...rest, ...blank, hostPartyId: host.id, state: 'SCHEDULED', turnBreakReason };
  const data = { hostPartyId: host.id, kind: plan.kind, mode: plan.mode, startsAt: plan.startsAt.toISOString(), turnBreakReason };
  return accepted({ state: meeting, facts: [told('MeetingScheduled', aboutMeeting(meeting), data)] });
}

interface WithReason {
  readonly reason: string;
  readonly at: Date;
}

function leave(meeting: Meeting, next: 'CANCELLED' | 'POSTPONED', command: WithReason): DecidedMeeting {
  if (!mayBecome(meeting, next)) return meetingStateForbids(meeting.state, next);
  if (isBlank(command.reason)) return reasonRequired();
  const kind = next === 'CANCELLED' ? 'MeetingCancelled' : 'MeetingPostponed';
  const fact = told(kind, aboutMeeting(meeting), { reason: command.reason, at: command.at.toISOString() });
  return accepted({ state: { ...meeting, state: next, stateReason: command.reason }, facts: [fact] });
}

/** Cancels for good, with a reason. The turn is kept: a meeting not held never uses it. */
export const cancel = (meeting: Meeting, command: WithReason): DecidedMeeting => leave(meeting, 'CANCELLED', command);

/** Puts off to a day still unknown, with a reason. The turn is kept. */
export const postpone = (meeting: Meeting, command: WithReason): DecidedMeeting => leave(meeting, 'POSTPONED', command);

/** Gives a new date or place to a meeting planned, postponed or without quorum; it must then be convened (again). One already convened is moved (`moving.ts`). */
export function reschedule(meeting: Meeting, command: WithReason & { readonly startsAt: Date; readonly place: string }): DecidedMeeting {
  if (meeting.state === 'CONVENED' || !mayBecome(meeting, 'SCHEDULED')) return meetingStateForbids(meeting.state, 'SCHEDULED');
  if (isBlank(command.reason)) return reasonRequired();
  const { startsAt, place, reason, at } = command;
  if (startsAt <= at) return meetingIsPast(startsAt);
  const state: Meeting = { ...meeting, state: 'SCHEDULED', startsAt, place, stateReason: reason, convenedAt: null };
  return accepted({ state, facts: [told('MeetingRescheduled', aboutMeeting(meeting), { startsAt: startsAt.toISOString(), place, reason, at: at.toISOString() })] });
}

/** Takes back a convocation issued by mistake, with a reason; everyone is told and the turn is kept (decisions.md). */
export function cancelConvocation(meeting: Meeting, command: WithReason): DecidedMeeting {
  if (meeting.state !== 'CONVENED') return meetingStateForbids(meeting.state, 'SCHEDULED');
  if (isBlank(command.reason)) return reasonRequired();
  const fact = told('ConvocationCancelled', aboutMeeting(meeting), { reason: command.reason, at: command.at.toISOString() });
  return accepted({ state: { ...meeting, state: 'SCHEDULED', convenedAt: null, stateReason: command.reason }, facts: [fact] });
}
