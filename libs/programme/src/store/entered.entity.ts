import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An act entered by one person for another. Nothing of it ever changes but its being contested, once. */
@Entity('entered_act')
@ForeignKey('party', ['partnershipId', 'partyId'], ['partnershipId', 'id'], { name: 'entered_act_party' })
@ForeignKey('party', ['partnershipId', 'byPartyId'], ['partnershipId', 'id'], { name: 'entered_act_by_party' })
@ForeignKey('person', ['personId'], ['id'], { name: 'entered_act_person' })
@ForeignKey('person', ['byPersonId'], ['id'], { name: 'entered_act_by_person' })
@ForeignKey('person', ['contestedBy'], ['id'], { name: 'entered_act_contested_by' })
@Check('entered_act_known', `act in ('SUBMIT_SHEET', 'CO_VALIDATE_SHEET', 'RETURN_SHEET', 'VALIDATE_PLAN')`)
@Check('entered_act_subject_known', `(act = 'VALIDATE_PLAN') = (subject_kind = 'actionPlan') and subject_kind in ('projectSheet', 'actionPlan')`)
@Check('entered_act_channel_known', `channel in ('PAPER', 'MAIL', 'TELEPHONE', 'IN_PERSON')`)
@Check('entered_act_two_persons', 'person_id <> by_person_id')
@Check('entered_act_other_side_proven', 'party_id = by_party_id or proof_sha256 is not null')
@Check('entered_act_note_bounded', 'char_length(note) <= 2000')
@Check('entered_act_contested_whole', '(contested_at is null) = (contested_by is null) and (contested_at is null) = (contest_reason is null) and (contested_at is null) = (undone is null)')
@Index('entered_act_by_subject', ['partnershipId', 'subjectKind', 'subjectId'])
export class EnteredActRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') act: string;
  @Column('text') subjectKind: string;
  @Column('uuid') subjectId: string;
  @Column('integer') version: number;
  /** Whose word it is, in the office held the day it was said. */
  @Column('uuid') partyId: string;
  @Column('uuid') personId: string;
  @Column('text') office: string;
  @Column('text') officeAr: string;
  @Column('uuid') byPartyId: string;
  @Column('uuid') byPersonId: string;
  @Column('text') channel: string;
  @Column('date') saidOn: string;
  @Column('text') note: string;
  @Column('text', { nullable: true }) proofSha256: string | null;
  @Column('text') stateBefore: string;
  @Column('timestamptz') enteredAt: Date;
  /** Civil day of the party it is said for. */
  @Column('date') contestUntil: string;
  @Column('timestamptz', { nullable: true }) contestedAt: Date | null;
  @Column('uuid', { nullable: true }) contestedBy: string | null;
  @Column('text', { nullable: true }) contestReason: string | null;
  @Column('boolean', { nullable: true }) undone: boolean | null;
}
