import { accepted, type Answer } from '#kernel';
import { presenceNow, presenceOf, revokeProxy, takesPart, type Attendance, type Presence } from './attendance.js';
import { told, type DeliberationFact } from './facts.js';
import { aboutMeeting, type Meeting } from './meeting.js';
import { memberAlreadyAway, memberAlreadyThere, movementOvertaken, movementTakenBack, movementsClosed, notSeated } from './refusals.js';
import { isHeldAt, type Seat } from './seat.js';

export type MovementKind = 'ARRIVED' | 'LEFT';

/** A member who comes after the opening, or leaves before the close, at a point of the agenda (F22; no text speaks of it: ours). */
export interface Movement {
  readonly id: string;
  readonly meetingId: string;
  readonly seatId: string;
  readonly kind: MovementKind;
  readonly agendaItemId: string | null;
  /** What the sheet said of her before: put back when the movement is. */
  readonly was: Presence;
  readonly notedAt: Date;
  readonly takenBackAt: Date | null;
}

/** A movement decided: the sheet that follows from it, and what is told. */
export interface Moved {
  readonly movement: Movement;
  readonly attendance: Attendance;
  readonly facts: readonly DeliberationFact[];
}

interface Sitting {
  readonly meeting: Meeting;
  readonly attendance: Attendance;
}

/** « She has left », « she is here now ». */
export type NoteMovement = Pick<Movement, 'id' | 'kind' | 'agendaItemId'> & { readonly seat: Seat; readonly at: Date };

const without = (away: readonly string[] = [], seatId: string): string[] => away.filter((id) => id !== seatId);
const marked = (attendance: Attendance, seatId: string, presence: Presence): Attendance => ({ ...attendance, bySeat: { ...attendance.bySeat, [seatId]: presence } });

/** She is in the room: what the sheet says of her from now on, and her power, which falls (F23). */
function enters({ meeting, attendance }: Sitting, { seatId, presence, at }: { seatId: string; presence: Presence; at: Date }): { attendance: Attendance; facts: DeliberationFact[] } {
  const there = { ...marked(attendance, seatId, presence), away: without(attendance.away, seatId) };
  const onSheet = presenceOf(attendance, seatId) === presence ? [] : [told('AttendanceMarked', aboutMeeting(meeting), { seatId, presence, at: at.toISOString() })];
  const { state, facts } = revokeProxy(meeting, there, { seatId, at });
  return { attendance: state, facts: [...onSheet, ...facts] };
}

/**
 * Notes who comes and who leaves while the meeting is open. A ballot already open keeps the roll it opened with; the next is called with who is there.
 * @returns refused MOVEMENTS_CLOSED, NOT_SEATED, MEMBER_ALREADY_THERE or MEMBER_ALREADY_AWAY.
 */
export function noteMovement(sitting: Sitting, { id, kind, agendaItemId, seat, at }: NoteMovement): Answer<Moved> {
  const { meeting, attendance } = sitting;
  if (meeting.state !== 'OPEN') return movementsClosed(meeting.state);
  if (!isHeldAt(seat, at)) return notSeated(seat.name);
  const there = takesPart(presenceNow(attendance, seat.id));
  if (there === (kind === 'ARRIVED')) return there ? memberAlreadyThere(seat.name) : memberAlreadyAway(seat.name);
  const was = presenceOf(attendance, seat.id);
  const movement: Movement = { id, meetingId: meeting.id, seatId: seat.id, kind, agendaItemId, was, notedAt: at, takenBackAt: null };
  const data = { movementId: id, seatId: seat.id, agendaItemId, at: at.toISOString() };
  if (kind === 'LEFT') return accepted({ movement, attendance: { ...attendance, away: [...without(attendance.away, seat.id), seat.id] }, facts: [told('MemberLeft', aboutMeeting(meeting), data)] });
  const entered = enters(sitting, { seatId: seat.id, presence: takesPart(was) ? was : meeting.mode === 'REMOTE' ? 'REMOTE' : 'PRESENT', at });
  return accepted({ movement, attendance: entered.attendance, facts: [told('MemberArrived', aboutMeeting(meeting), data), ...entered.facts] });
}

/** Takes back what was noted by mistake: the last movement of that member, while the meeting is open. @returns refused MOVEMENTS_CLOSED, MOVEMENT_TAKEN_BACK or MOVEMENT_OVERTAKEN. */
export function takeBackMovement(sitting: Sitting, { movement, isLast, at }: { readonly movement: Movement; readonly isLast: boolean; readonly at: Date }): Answer<Moved> {
  const { meeting, attendance } = sitting;
  const { seatId, kind, was } = movement;
  if (meeting.state !== 'OPEN') return movementsClosed(meeting.state);
  if (movement.takenBackAt) return movementTakenBack();
  if (!isLast) return movementOvertaken();
  const fact = told('MovementTakenBack', aboutMeeting(meeting), { movementId: movement.id, seatId, at: at.toISOString() });
  const undone: Movement = { ...movement, takenBackAt: at };
  if (kind === 'LEFT') {
    const back = enters(sitting, { seatId, presence: presenceOf(attendance, seatId), at });
    return accepted({ movement: undone, attendance: back.attendance, facts: [fact, ...back.facts] });
  }
  if (takesPart(was)) return accepted({ movement: undone, attendance: { ...attendance, away: [...without(attendance.away, seatId), seatId] }, facts: [fact] });
  return accepted({ movement: undone, attendance: marked(attendance, seatId, was), facts: [fact, told('AttendanceMarked', aboutMeeting(meeting), { seatId, presence: was, at: at.toISOString() })] });
}

/** The sheet as it stood when the meeting opened: who came later was not there yet, who left later still was. Movements oldest first. */
export function atOpening(attendance: Attendance, movements: readonly Movement[]): Attendance {
  const firsts = new Map(movements.filter(({ takenBackAt }) => !takenBackAt).reverse().map((movement) => [movement.seatId, movement]));
  const bySeat = Object.fromEntries([...firsts.values()].filter(({ kind }) => kind === 'ARRIVED').map(({ seatId, was }) => [seatId, was]));
  return { ...attendance, bySeat: { ...attendance.bySeat, ...bySeat }, away: [] };
}
