import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** What a member said to a convocation: an intention, changed as often as she likes until the meeting opens. */
@Entity('convocation_answer')
@ForeignKey('meeting', ['partnershipId', 'meetingId'], ['partnershipId', 'id'], { name: 'convocation_answer_meeting' })
@ForeignKey('seat', ['partnershipId', 'seatId'], ['partnershipId', 'id'], { name: 'convocation_answer_seat' })
@ForeignKey('person', ['personId'], ['id'], { name: 'convocation_answer_person' })
@Check('convocation_answer_reply_known', `reply in ('COMING', 'REMOTE', 'NOT_COMING')`)
@Check('convocation_answer_note_bounded', 'char_length(note) <= 2000')
export class ConvocationAnswerRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') meetingId: string;
  @PrimaryColumn('uuid') seatId: string;
  @Column('uuid') personId: string;
  @Column('text') reply: string;
  @Column('text') note: string;
  /** The SEQUENCE of the convocation answered: a date changed since asks again. */
  @Column('integer') sequence: number;
  @Column('timestamptz') answeredAt: Date;
}

/** A convocation sent out once more: moved to another day or place, or again to the silent. */
@Entity('convocation_call')
@ForeignKey('meeting', ['partnershipId', 'meetingId'], ['partnershipId', 'id'], { name: 'convocation_call_meeting' })
@ForeignKey('person', ['personId'], ['id'], { name: 'convocation_call_person' })
@Check('convocation_call_kind_known', `kind in ('MOVED', 'AGAIN')`)
@Check('convocation_call_moved_whole', `(kind = 'MOVED') = (reason is not null and was_date is not null and was_time is not null and was_place is not null)`)
@Index('convocation_call_by_meeting', ['partnershipId', 'meetingId', 'calledAt'])
export class ConvocationCallRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') meetingId: string;
  @Column('text') kind: string;
  @Column('integer') sequence: number;
  /** Who sent it. */
  @Column('uuid') personId: string;
  /** How many it went to, when it went to the silent. */
  @Column('integer', { nullable: true }) called: number | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('date', { nullable: true }) wasDate: string | null;
  @Column('text', { nullable: true }) wasTime: string | null;
  @Column('text', { nullable: true }) wasPlace: string | null;
  @Column('timestamptz') calledAt: Date;
}

/** A point that a member would like on the agenda. */
@Entity('agenda_proposal')
@ForeignKey('meeting', ['partnershipId', 'meetingId'], ['partnershipId', 'id'], { name: 'agenda_proposal_meeting' })
@ForeignKey('seat', ['partnershipId', 'seatId'], ['partnershipId', 'id'], { name: 'agenda_proposal_seat' })
@ForeignKey('person', ['personId'], ['id'], { name: 'agenda_proposal_person' })
@ForeignKey('person', ['settledBy'], ['id'], { name: 'agenda_proposal_settled_by' })
@ForeignKey('agenda_item', ['partnershipId', 'agendaItemId'], ['partnershipId', 'id'], { name: 'agenda_proposal_item' })
@Unique('agenda_proposal_item_once', ['partnershipId', 'agendaItemId'])
@Check('agenda_proposal_state_known', `state in ('PROPOSED', 'TAKEN_UP', 'DECLINED')`)
@Check('agenda_proposal_settled_whole', `(state = 'PROPOSED') = (settled_at is null) and (settled_at is null) = (settled_by is null) and (state = 'TAKEN_UP') = (agenda_item_id is not null) and (state = 'DECLINED') = (reason is not null)`)
@Index('agenda_proposal_by_meeting', ['partnershipId', 'meetingId'])
export class AgendaProposalRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') meetingId: string;
  @Column('uuid') seatId: string;
  @Column('uuid') personId: string;
  @Column('text') title: string;
  @Column('text') why: string;
  @Column('text') state: string;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { nullable: true }) agendaItemId: string | null;
  @Column('uuid', { nullable: true }) settledBy: string | null;
  @Column('timestamptz') proposedAt: Date;
  @Column('timestamptz', { nullable: true }) settledAt: Date | null;
}

/** The safety sheet of a meeting (Art. 6), as its host last kept it. */
@Entity('safety_sheet')
@ForeignKey('meeting', ['partnershipId', 'meetingId'], ['partnershipId', 'id'], { name: 'safety_sheet_meeting' })
@ForeignKey('person', ['personId'], ['id'], { name: 'safety_sheet_person' })
@Check('safety_sheet_advice_known', `advice in ('NORMAL', 'REINFORCED', 'UNLESS_NECESSARY', 'AGAINST')`)
@Check('safety_sheet_bounded', 'char_length(host_contact) between 1 and 2000 and char_length(emergency) <= 2000 and char_length(insurance) <= 2000 and char_length(notes) <= 2000')
export class SafetySheetRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') meetingId: string;
  @Column('text') hostContact: string;
  @Column('text') emergency: string;
  @Column('text') insurance: string;
  @Column('text', { nullable: true }) advice: string | null;
  @Column('date', { nullable: true }) adviceOn: string | null;
  @Column('text') notes: string;
  @Column('uuid') personId: string;
  @Column('integer') version: number;
  @Column('timestamptz') keptAt: Date;
}
