import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A meeting of the steering committee: a civil date and hour in the host's zone, never a stored UTC instant (trust.md 0.1). */
@Entity('meeting')
@ForeignKey('agreement', ['partnershipId', 'agreementId'], ['partnershipId', 'id'], { name: 'meeting_agreement' })
@ForeignKey('party', ['partnershipId', 'hostPartyId'], ['partnershipId', 'id'], { name: 'meeting_host' })
@Check('meeting_kind_known', `kind in ('ORDINARY', 'EXTRAORDINARY')`)
@Check('meeting_mode_known', `mode in ('IN_PERSON', 'HYBRID', 'REMOTE')`)
@Check('meeting_state_known', `state in ('SCHEDULED', 'CONVENED', 'OPEN', 'CLOSED', 'MINUTED', 'NO_QUORUM', 'CANCELLED', 'POSTPONED')`)
@Check('meeting_time_shape', `time ~ '^[0-2][0-9]:[0-5][0-9]$'`)
@Index('meeting_by_date', ['partnershipId', 'civilDate'])
export class MeetingRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') agreementId: string;
  @Column('text') kind: string;
  @Column('text') mode: string;
  @Column('uuid') hostPartyId: string;
  @Column('date') civilDate: string;
  @Column('text') time: string;
  @Column('text') zone: string;
  @Column('text') place: string;
  @Column('text') state: string;
  /** Why the turn was broken, when it was (Art. 5, « à tour de rôle »). */
  @Column('text', { nullable: true }) turnReason: string | null;
  @Column('text', { nullable: true }) cancelReason: string | null;
  @Column('uuid', { nullable: true }) convenedBySeatId: string | null;
  @Column('timestamptz', { nullable: true }) convenedAt: Date | null;
  @Column('timestamptz', { nullable: true }) openedAt: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  /** iCalendar SEQUENCE of the convocation (RFC 5545). */
  @Column('integer') sequence: number;
  @Column('integer') version: number;
}

@Entity('agenda_item')
@ForeignKey('meeting', ['partnershipId', 'meetingId'], ['partnershipId', 'id'], { name: 'agenda_item_meeting' })
@ForeignKey('seat', ['partnershipId', 'presenterSeatId'], ['partnershipId', 'id'], { name: 'agenda_item_presenter' })
@Check('agenda_item_duration_bounded', 'duration_minutes between 1 and 480')
@Index('agenda_item_place_once', ['partnershipId', 'meetingId', 'place'], { unique: true })
export class AgendaItemRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') meetingId: string;
  @Column('integer') place: number;
  @Column('text') title: string;
  /** What the committee is asked to decide on, when it is: a plan, an axis … */
  @Column('text', { nullable: true }) subjectKind: string | null;
  @Column('uuid', { nullable: true }) subjectId: string | null;
  /** How long it should take, in minutes, and who presents it: told, never held to. */
  @Column('integer', { nullable: true }) durationMinutes: number | null;
  @Column('uuid', { nullable: true }) presenterSeatId: string | null;
}

@Entity('attendance')
@ForeignKey('meeting', ['partnershipId', 'meetingId'], ['partnershipId', 'id'], { name: 'attendance_meeting' })
@ForeignKey('seat', ['partnershipId', 'seatId'], ['partnershipId', 'id'], { name: 'attendance_seat' })
@Check('attendance_presence_known', `presence in ('PRESENT', 'REMOTE', 'ABSENT', 'EXCUSED', 'NO_ANSWER')`)
export class AttendanceRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') meetingId: string;
  @PrimaryColumn('uuid') seatId: string;
  @Column('text') presence: string;
  @Column('timestamptz') recordedAt: Date;
}

/** Proof of convening and of consultation: the page was opened by this person. Mails are never tracked. */
@Entity('reading')
@ForeignKey('partnership', ['partnershipId'], ['id'], { name: 'reading_partnership' })
@ForeignKey('person', ['personId'], ['id'], { name: 'reading_person' })
export class ReadingRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('text') subjectKind: string;
  @PrimaryColumn('uuid') subjectId: string;
  @PrimaryColumn('uuid') personId: string;
  @Column('timestamptz') firstReadAt: Date;
}

/** « Absent, pouvoir à … ». Without a holder the power was taken back; the journal keeps what it was. */
@Entity('proxy')
@ForeignKey('meeting', ['partnershipId', 'meetingId'], ['partnershipId', 'id'], { name: 'proxy_meeting' })
@ForeignKey('seat', ['partnershipId', 'seatId'], ['partnershipId', 'id'], { name: 'proxy_seat' })
@ForeignKey('seat', ['partnershipId', 'holderSeatId'], ['partnershipId', 'id'], { name: 'proxy_holder' })
@Check('proxy_two_seats', 'seat_id <> holder_seat_id')
export class ProxyRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') meetingId: string;
  @PrimaryColumn('uuid') seatId: string;
  @Column('uuid', { nullable: true }) holderSeatId: string | null;
  @Column('timestamptz') recordedAt: Date;
}

/** Who came after the opening or left before the close, and at which point (F22). Its last row says whether a member is in the room. */
@Entity('attendance_movement')
@ForeignKey('meeting', ['partnershipId', 'meetingId'], ['partnershipId', 'id'], { name: 'attendance_movement_meeting' })
@ForeignKey('seat', ['partnershipId', 'seatId'], ['partnershipId', 'id'], { name: 'attendance_movement_seat' })
@ForeignKey('agenda_item', ['partnershipId', 'agendaItemId'], ['partnershipId', 'id'], { name: 'attendance_movement_item' })
@Check('attendance_movement_kind_known', `kind in ('ARRIVED', 'LEFT')`)
@Check('attendance_movement_was_known', `was in ('PRESENT', 'REMOTE', 'ABSENT', 'EXCUSED', 'NO_ANSWER')`)
@Index('attendance_movement_by_meeting', ['partnershipId', 'meetingId'])
export class AttendanceMovementRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') meetingId: string;
  @Column('uuid') seatId: string;
  @Column('text') kind: string;
  @Column('uuid', { nullable: true }) agendaItemId: string | null;
  @Column('text') was: string;
  @Column('timestamptz') notedAt: Date;
  @Column('timestamptz', { nullable: true }) takenBackAt: Date | null;
}

/** A guest of one meeting: heard, without a voice (Art. 5). */
@Entity('meeting_guest')
@ForeignKey('meeting', ['partnershipId', 'meetingId'], ['partnershipId', 'id'], { name: 'meeting_guest_meeting' })
@Check('meeting_guest_bounded', 'char_length(name) between 1 and 300 and char_length(capacity) <= 300')
@Index('meeting_guest_by_meeting', ['partnershipId', 'meetingId'])
export class MeetingGuestRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') meetingId: string;
  @Column('text') name: string;
  @Column('text') capacity: string;
  @Column('timestamptz') notedAt: Date;
  @Column('timestamptz', { nullable: true }) takenOffAt: Date | null;
}
