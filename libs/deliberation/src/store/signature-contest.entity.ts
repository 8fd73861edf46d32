import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A signature by code that its own side contests: written once, never changed; the signature stays as it is. */
@Entity('signature_contest')
@ForeignKey('signature', ['partnershipId', 'signatureId'], ['partnershipId', 'id'], { name: 'signature_contest_signature' })
@ForeignKey('minutes', ['partnershipId', 'minutesId'], ['partnershipId', 'id'], { name: 'signature_contest_minutes' })
@ForeignKey('seat', ['partnershipId', 'seatId'], ['partnershipId', 'id'], { name: 'signature_contest_seat' })
@ForeignKey('person', ['personId'], ['id'], { name: 'signature_contest_person' })
@Check('signature_contest_bounded', 'char_length(reason) between 1 and 2000')
@Index('signature_contest_by_minutes', ['partnershipId', 'minutesId'])
export class SignatureContestRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') signatureId: string;
  @Column('uuid') minutesId: string;
  /** From which seat it is contested, and by whom. */
  @Column('uuid') seatId: string;
  @Column('uuid') personId: string;
  @Column('text') reason: string;
  @Column('timestamptz') contestedAt: Date;
}
