import type { Answer, Decided } from '#kernel';
import type { About } from './facts.js';

/** Which state may follow which (C4). Read a row aloud: « a convened meeting may open, lack its quorum, … ». */
export const meetingMoves = {
  SCHEDULED: ['CONVENED', 'POSTPONED', 'CANCELLED', 'SCHEDULED'],
  CONVENED: ['OPEN', 'NO_QUORUM', 'SCHEDULED', 'POSTPONED', 'CANCELLED'],
  OPEN: ['CLOSED'],
  CLOSED: ['MINUTED'],
  MINUTED: [],
  NO_QUORUM: ['SCHEDULED', 'CANCELLED'],
  POSTPONED: ['SCHEDULED', 'CANCELLED'],
  CANCELLED: [],
} as const satisfies Record<string, readonly string[]>;

export type MeetingState = keyof typeof meetingMoves;
export type MeetingKind = 'ORDINARY' | 'EXTRAORDINARY';
export type MeetingMode = 'IN_PERSON' | 'HYBRID' | 'REMOTE';

/** A meeting of the committee (« séance »). Instants are UTC. */
export interface Meeting {
  readonly id: string;
  readonly partnershipId: string;
  readonly state: MeetingState;
  readonly hostPartyId: string;
  readonly kind: MeetingKind;
  readonly mode: MeetingMode;
  readonly startsAt: Date;
  readonly place: string;
  readonly turnBreakReason: string | null;
  readonly convenedAt: Date | null;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  /** Why it was cancelled, postponed or called again. */
  readonly stateReason: string | null;
}

export type DecidedMeeting = Answer<Decided<Meeting>>;
export const aboutMeeting = (meeting: Meeting): About => ({ partnershipId: meeting.partnershipId, subject: { kind: 'meeting', id: meeting.id } });
export const mayBecome = (meeting: Meeting, next: MeetingState): boolean => (meetingMoves[meeting.state] as readonly MeetingState[]).includes(next);
/** Nothing but spaces: no reason, no place, no text. */
export const isBlank = (text: string | null): boolean => text === null || text.trim() === '';
