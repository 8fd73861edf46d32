import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A PV of ours signed by hand: what one coordination brought, and what another party answered. Confirmed, the signature itself stands in `signature`. */
@Entity('hand_signature')
@ForeignKey('minutes_version', ['partnershipId', 'minutesId', 'version', 'contentHash'], ['partnershipId', 'minutesId', 'version', 'contentHash'], { name: 'hand_signature_minutes_version' })
@ForeignKey('party', ['partnershipId', 'partyId'], ['partnershipId', 'id'], { name: 'hand_signature_party' })
@ForeignKey('party', ['partnershipId', 'answeredParty'], ['partnershipId', 'id'], { name: 'hand_signature_answered_party' })
@ForeignKey('seat', ['partnershipId', 'seatId'], ['partnershipId', 'id'], { name: 'hand_signature_seat' })
@ForeignKey('person', ['personId'], ['id'], { name: 'hand_signature_person' })
@ForeignKey('person', ['enteredBy'], ['id'], { name: 'hand_signature_entered_by' })
@ForeignKey('person', ['answeredBy'], ['id'], { name: 'hand_signature_answered_by' })
@Check('hand_signature_state_known', `state in ('ENTERED', 'CONFIRMED', 'DECLINED', 'WITHDRAWN')`)
@Check('hand_signature_answered_then', `(state in ('CONFIRMED', 'DECLINED')) = (answered_at is not null)`)
@Check('hand_signature_by_two', 'answered_at is null or (answered_party is not null and answered_by is not null and answered_party <> party_id and answered_by <> entered_by and answered_by <> person_id)')
@Check('hand_signature_declined_why', `(state = 'DECLINED') = (decline_reason is not null)`)
@Index('hand_signature_one_waits', ['partnershipId', 'minutesId', 'version', 'partyId'], { unique: true, where: `state in ('ENTERED', 'CONFIRMED')` })
export class HandSignatureRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') minutesId: string;
  @Column('integer') version: number;
  @Column('text') contentHash: string;
  @Column('uuid') partyId: string;
  @Column('uuid') seatId: string;
  /** Who presided for the party on `signedOn`. */
  @Column('uuid') personId: string;
  @Column('text') office: string;
  @Column('text') place: string;
  /** The day the paper bears. */
  @Column('date') signedOn: string;
  /** The document joined, and the SHA-256 (hex) of its bytes. */
  @Column('uuid') scanId: string;
  @Column('text') scanSha256: string;
  @Column('text') state: string;
  @Column('uuid') enteredBy: string;
  @Column('timestamptz') enteredAt: Date;
  @Column('uuid', { nullable: true }) answeredParty: string | null;
  @Column('uuid', { nullable: true }) answeredBy: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('text', { nullable: true }) declineReason: string | null;
}
