import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * A PV signed on paper before Passerelle, as one party entered it and another confirmed it. Confirmed, it is told of by a meeting, its
 * decisions and, where the paper bears every signature, minutes of the same id: no convocation, ballot or signature of ours is theirs.
 */
@Entity('paper_minutes')
@ForeignKey('agreement', ['partnershipId', 'agreementId'], ['partnershipId', 'id'], { name: 'paper_minutes_agreement' })
@ForeignKey('party', ['partnershipId', 'hostPartyId'], ['partnershipId', 'id'], { name: 'paper_minutes_host' })
@ForeignKey('party', ['partnershipId', 'enteredParty'], ['partnershipId', 'id'], { name: 'paper_minutes_entered_party' })
@ForeignKey('party', ['partnershipId', 'confirmedParty'], ['partnershipId', 'id'], { name: 'paper_minutes_confirmed_party' })
@ForeignKey('person', ['enteredBy'], ['id'], { name: 'paper_minutes_entered_by' })
@ForeignKey('person', ['confirmedBy'], ['id'], { name: 'paper_minutes_confirmed_by' })
@Check('paper_minutes_kind_known', `kind in ('ORDINARY', 'EXTRAORDINARY')`)
@Check('paper_minutes_state_known', `state in ('ENTERED', 'CONFIRMED', 'WITHDRAWN')`)
@Check('paper_minutes_confirmed_then', `(state = 'CONFIRMED') = (confirmed_at is not null)`)
@Check('paper_minutes_by_two', 'confirmed_at is null or (confirmed_party is not null and confirmed_by is not null and confirmed_party <> entered_party and confirmed_by <> entered_by)')
@Check('paper_minutes_with_scan', 'confirmed_at is null or (scan_id is not null and scan_sha256 is not null)')
@Index('paper_minutes_number_once', ['partnershipId', 'number'], { unique: true, where: `state <> 'WITHDRAWN'` })
export class PaperMinutesRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') agreementId: string;
  /** As the paper says it. */
  @Column('text') number: string;
  @Column('date') heldOn: string;
  @Column('text') kind: string;
  @Column('uuid') hostPartyId: string;
  @Column('text') place: string;
  /** [{ title, text, result }], in the order of the paper. */
  @Column('jsonb') decisions: unknown;
  /** [{ partyId, office, signedOn }]: what the paper bears. */
  @Column('jsonb') signatures: unknown;
  @Column('text') contentHash: string;
  @Column('text') state: string;
  @Column('uuid') enteredParty: string;
  @Column('uuid') enteredBy: string;
  @Column('timestamptz') enteredAt: Date;
  @Column('uuid', { nullable: true }) confirmedParty: string | null;
  @Column('uuid', { nullable: true }) confirmedBy: string | null;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  /** The document joined, and the SHA-256 (hex) of its bytes, as they were confirmed. */
  @Column('uuid', { nullable: true }) scanId: string | null;
  @Column('text', { nullable: true }) scanSha256: string | null;
  @Column('text', { nullable: true }) withdrawReason: string | null;
  /** [{ partyId, words, at }]: what was written beside it since. */
  @Column('jsonb') notes: unknown;
}
