import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * A seat offered to a person: the mandate begins when she has accepted it and, for a co-president or a name that resembles
 * another, when a coordinator of another party has confirmed it.
 */
@Entity('invitation')
@ForeignKey('party', ['partnershipId', 'partyId'], ['partnershipId', 'id'], { name: 'invitation_party' })
@ForeignKey('seat', ['partnershipId', 'seatId'], ['partnershipId', 'id'], { name: 'invitation_seat' })
@ForeignKey('person', ['personId'], ['id'], { name: 'invitation_person' })
@Check('invitation_confirmation_known', `confirmation in ('PRESIDENCY', 'NAME_CLASH')`)
@Check('invitation_interval_forward', '"until" is null or "until" > "from"')
@Index('invitation_by_person', ['personId'])
export class InvitationRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') partyId: string;
  @Column('text') category: string;
  /** The seat to take over; a new one is made when the mandate begins otherwise. */
  @Column('uuid', { nullable: true }) seatId: string | null;
  @Column('text') office: string;
  @Column('text') officeAr: string;
  @Column('uuid') personId: string;
  /** As the coordinator wrote it: shown until the person is seated. */
  @Column('text') displayName: string;
  @Column('date') from: string;
  @Column('date', { nullable: true }) until: string | null;
  @Column('text', { nullable: true }) interimDocument: string | null;
  @Column('date', { nullable: true }) interimDated: string | null;
  /** Why another party must confirm; empty when it need not. */
  @Column('text', { nullable: true }) confirmation: string | null;
  /** The name it resembles, when that is the reason or comes on top of it. */
  @Column('text', { nullable: true }) resembles: string | null;
  /** Who invited; the instance's admin for the first coordinators. Legal clock. */
  @Column('uuid') invitedBy: string;
  @Column('timestamptz') invitedAt: Date;
  /** How many letters left. */
  @Column('integer') sent: number;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) acceptedAt: Date | null;
  @Column('uuid', { nullable: true }) confirmedBy: string | null;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
  @Column('timestamptz', { nullable: true }) begunAt: Date | null;
  @Column('timestamptz', { nullable: true }) declinedAt: Date | null;
  /** In the person's own words, for her coordinator. */
  @Column('text', { nullable: true }) declinedMotive: string | null;
}

/** A lost mail address, given back by two coordinators, one of each side, after 72 hours of notice to everybody. */
@Entity('recovery')
@ForeignKey('partnership', ['partnershipId'], ['id'], { name: 'recovery_partnership' })
@ForeignKey('party', ['partnershipId', 'askedParty'], ['partnershipId', 'id'], { name: 'recovery_asked_party' })
@ForeignKey('party', ['partnershipId', 'confirmedParty'], ['partnershipId', 'id'], { name: 'recovery_confirmed_party' })
@ForeignKey('person', ['personId'], ['id'], { name: 'recovery_person' })
@Check('recovery_by_two_sides', 'confirmed_party is null or confirmed_party <> asked_party')
@Check('recovery_by_two_people', 'confirmed_by is null or confirmed_by <> asked_by')
@Index('recovery_one_at_a_time', ['personId'], { unique: true, where: 'stopped_at is null and applied_at is null' })
export class RecoveryRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  /** The new address; empty when the address is good and only a lost key is to be replaced. */
  @Column('text', { nullable: true }) mailAddress: string | null;
  @Column('text') reason: string;
  @Column('uuid') askedBy: string;
  @Column('uuid') askedParty: string;
  /** Legal clock, as the three that follow. */
  @Column('timestamptz') askedAt: Date;
  @Column('uuid', { nullable: true }) confirmedBy: string | null;
  @Column('uuid', { nullable: true }) confirmedParty: string | null;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('timestamptz', { nullable: true }) stoppedAt: Date | null;
  @Column('timestamptz', { nullable: true }) appliedAt: Date | null;
}
