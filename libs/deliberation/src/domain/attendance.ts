import { accepted, type Answer, type Decided } from '#kernel';
import { told, type DeliberationFact } from './facts.js';
import type { Meeting } from './meeting.js';
import { attendanceIsClosed, notSeated, remoteNotAllowed } from './refusals.js';
import type { CommitteeRules } from './rules.js';
import { isHeldAt, type Seat, type WrittenDelegation } from './seat.js';

/** What is known of a member's presence. NO_ANSWER until someone says otherwise. */
export const presences = ['PRESENT', 'REMOTE', 'ABSENT', 'EXCUSED', 'NO_ANSWER'] as const;
export type Presence = (typeof presences)[number];

/** « Absent, pouvoir à … »: whose voice, and which seat carries it. */
export interface Proxy {
  readonly seatId: string;
  readonly holderSeatId: string;
}

/** The attendance sheet of one meeting: what was said for each seat, and the powers written for it. */
export interface Attendance {
  readonly bySeat: Readonly<Record<string, Presence>>;
  readonly delegations: readonly WrittenDelegation[];
  /** Voices given to a colleague, whether or not they count now. */
  readonly proxies: readonly Proxy[];
  /** Members of the sheet who have left the room since, and are not back (F22). Absent: nobody has. */
  readonly away?: readonly string[];
}

export const emptyAttendance: Attendance = { bySeat: {}, delegations: [], proxies: [] };

export const presenceOf = (attendance: Attendance, seatId: string): Presence => attendance.bySeat[seatId] ?? 'NO_ANSWER';

/** Whether she is there now: the sheet says who took part, her leaving takes her out of the room. */
export const presenceNow = (attendance: Attendance, seatId: string): Presence => (attendance.away?.includes(seatId) ? 'ABSENT' : presenceOf(attendance, seatId));

/** Present in the room or from afar. */
export const takesPart = (presence: Presence): boolean => presence === 'PRESENT' || presence === 'REMOTE';

/** Takes a power back: its giver is there again, or it was noted by mistake. Nothing happens where there is none. */
export function revokeProxy(meeting: Meeting, attendance: Attendance, { seatId, at }: { readonly seatId: string; readonly at: Date }): { state: Attendance; facts: DeliberationFact[] } {
  const power = attendance.proxies.find((given) => given.seatId === seatId);
  if (!power) return { state: attendance, facts: [] };
  const fact = told('ProxyRevoked', { partnershipId: meeting.partnershipId, subject: { kind: 'meeting', id: meeting.id } }, { seatId, holderSeatId: power.holderSeatId, at: at.toISOString() });
  return { state: { ...attendance, proxies: attendance.proxies.filter((given) => given !== power) }, facts: [fact] };
}

/** « This seat is present, from afar, absent, excused », at an instant (UTC). */
export interface MarkAttendance {
  readonly seat: Seat;
  readonly presence: Presence;
  readonly at: Date;
}

/**
 * Writes a member's presence, from the convocation until the meeting closes; a ballot already open keeps the roll it opened with.
 * Whoever is there again speaks for herself: her power falls.
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
  const marked: Attendance = { ...attendance, bySeat: { ...attendance.bySeat, [seat.id]: presence } };
  if (!takesPart(presence)) return accepted({ state: marked, facts: [fact] });
  const { state, facts } = revokeProxy(meeting, marked, { seatId: seat.id, at });
  return accepted({ state, facts: [fact, ...facts] });
}
