import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A document that a party joined to something of the partnership. Its bytes stand in `blob`, under their hash; `removedAt` hides it. */
@Entity('attachment')
@ForeignKey('party', ['partnershipId', 'partyId'], ['partnershipId', 'id'], { name: 'attachment_party' })
@ForeignKey('person', ['personId'], ['id'], { name: 'attachment_person' })
@ForeignKey('blob', ['partnershipId', 'sha256'], ['partnershipId', 'sha256'], { name: 'attachment_blob' })
@Check('attachment_subject_known', `subject_kind in ('projectSheet', 'agendaItem', 'councilResolution', 'mandate', 'paperMinutes', 'enteredAct', 'handSignature')`)
@Check('attachment_name_bounded', 'char_length(name) between 1 and 120')
@Check('attachment_size_positive', 'size > 0')
@Index('attachment_by_subject', ['partnershipId', 'subjectKind', 'subjectId'])
export class AttachmentRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') subjectKind: string;
  @Column('uuid') subjectId: string;
  @Column('uuid') partyId: string;
  @Column('uuid') personId: string;
  @Column('text') name: string;
  @Column('text') contentType: string;
  @Column('text') sha256: string;
  /** Bytes. */
  @Column('integer') size: number;
  /** By the legal clock; `recordedAt` by the machine's. */
  @Column('timestamptz') occurredAt: Date;
  @Column('timestamptz') recordedAt: Date;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
}
