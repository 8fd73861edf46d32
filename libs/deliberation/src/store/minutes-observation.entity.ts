import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a member who was there said of a draft PV, and what its writers answered. Nothing but the answer ever changes. */
@Entity('minutes_observation')
@ForeignKey('minutes', ['partnershipId', 'minutesId'], ['partnershipId', 'id'], { name: 'minutes_observation_minutes' })
@ForeignKey('party', ['partnershipId', 'partyId'], ['partnershipId', 'id'], { name: 'minutes_observation_party' })
@ForeignKey('seat', ['partnershipId', 'seatId'], ['partnershipId', 'id'], { name: 'minutes_observation_seat' })
@ForeignKey('person', ['personId'], ['id'], { name: 'minutes_observation_person' })
@ForeignKey('person', ['answeredBy'], ['id'], { name: 'minutes_observation_answered_by' })
@Check('minutes_observation_kind_known', `kind in ('AGREE', 'REMARK', 'CHANGE')`)
@Check('minutes_observation_says_something', `kind = 'AGREE' or text is not null`)
@Check('minutes_observation_answered', '(taken_up is null) = (answered_at is null) and (taken_up is null) = (answered_by is null)')
@Index('minutes_observation_by_minutes', ['partnershipId', 'minutesId'])
export class MinutesObservationRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') minutesId: string;
  @Column('integer') version: number;
  @Column('integer') proseVersion: number;
  @Column('text') kind: string;
  /** `whole`, `facts`, or a written part. */
  @Column('text') passage: string;
  @Column('text', { nullable: true }) quoted: string | null;
  @Column('text', { nullable: true }) text: string | null;
  @Column('uuid') partyId: string;
  @Column('uuid') seatId: string;
  @Column('uuid') personId: string;
  @Column('timestamptz') madeAt: Date;
  @Column('boolean', { nullable: true }) takenUp: boolean | null;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('uuid', { nullable: true }) answeredBy: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
}
