import { accepted, type Answer, type Decided } from '#kernel';
import { told } from './facts.js';
import type { Meeting } from './meeting.js';
import { attendanceIsClosed, notSeated, remoteNotAllowed } from './refusals.js';
import type { CommitteeRules } from './rules.js';
import { isHeldAt, type Seat, type WrittenDelegation } from './seat.js';

/** What is known of a member's presence. NO_ANSWER until someone says otherwise. */
export const presences = ['PRESENT', 'REMOTE', 'ABSENT', 'EXCUSED', 'NO_ANSWER'] as const;
export type Presence = (typeof presences)[number];

/** The attendance sheet of one meeting: what was said for each seat, and the powers written for it. */
export interface Attendance {
  readonly bySeat: Readonly<Record<string, Presence>>;
  readonly delegations: readonly WrittenDelegation[];
}

export const emptyAttendance: Attendance = { bySeat: {}, delegations: [] };

export const presenceOf = (attendance: Attendance, seatId: string): Presence => attendance.bySeat[seatId] ?? 'NO_ANSWER';

/** Present in the room or from afar. */
export const takesPart = (presence: Presence): boolean => presence === 'PRESENT' || presence === 'REMOTE';

/** « This seat is present, from afar, absent, excused », at an instant (UTC). */
export interface MarkAttendance {
  readonly seat: Seat;
  readonly presence: Presence;
  readonly at: Date;
}

/**
 * Writes a member's presence, from the convocation until the meeting closes; a ballot already open keeps the roll it opened with.
 * @returns refused ATTENDANCE_CLOSED, NOT_SEATED or REMOTE_NOT_ALLOWED.
 */
export function markAttendance(
  world: { readonly meeting: Meeting; readonly attendance: Attendance; readonly rules: CommitteeRules },
  command: MarkAttendance,
): Answer<Decided<Attendance>> {
  const { meeting, attendance, rules } = world;
  const { seat, presence, at } = command;
  if (meeting.state !== 'CONVENED' && meeting.state !== 'OPEN') return attendanceIsClosed(meeting.state);
  if (!isHeldAt(seat, at)) return notSeated(seat.name);
  if (presence === 'REMOTE' && (rules.remote.value === 'NONE' || meeting.mode === 'IN_PERSON')) return remoteNotAllowed(seat.name, rules.remote.source);
  if (presenceOf(attendance, seat.id) === presence) return accepted({ state: attendance, facts: [] });
  const fact = told('AttendanceMarked', { partnershipId: meeting.partnershipId, subject: { kind: 'meeting', id: meeting.id } }, { seatId: seat.id, presence, at: at.toISOString() });
  return accepted({ state: { ...attendance, bySeat: { ...attendance.bySeat, [seat.id]: presence } }, facts: [fact] });
}
