import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** An entry of a session's incident log (Art. 6): only ever added. When it happened is kept as it was said; the instant is worked out. */
@Entity('meeting_incident')
@ForeignKey('meeting', ['partnershipId', 'meetingId'], ['partnershipId', 'id'], { name: 'meeting_incident_meeting' })
@ForeignKey('seat', ['partnershipId', 'seatId'], ['partnershipId', 'id'], { name: 'meeting_incident_seat' })
@ForeignKey('person', ['personId'], ['id'], { name: 'meeting_incident_person' })
@ForeignKey('meeting_incident', ['partnershipId', 'correctsId'], ['partnershipId', 'id'], { name: 'meeting_incident_corrects' })
@Unique('meeting_incident_corrected_once', ['partnershipId', 'correctsId'])
@Check('meeting_incident_corrects_other', 'corrects_id <> id')
@Check('meeting_incident_bounded', 'char_length(place) between 1 and 300 and char_length(what) between 1 and 2000 and char_length(done) <= 2000')
@Index('meeting_incident_by_meeting', ['partnershipId', 'meetingId'])
export class MeetingIncidentRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') meetingId: string;
  /** From which seat it was written, and by whom. */
  @Column('uuid') seatId: string;
  @Column('uuid') personId: string;
  @Column('date') civilDate: string;
  @Column('text') time: string;
  /** IANA, the host's. */
  @Column('text') zone: string;
  @Column('text') place: string;
  @Column('text') what: string;
  @Column('text') done: string;
  @Column('uuid', { nullable: true }) correctsId: string | null;
  @Column('timestamptz') notedAt: Date;
}
