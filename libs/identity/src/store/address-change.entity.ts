import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A mail address that its owner is changing. A code goes to the new one (10 minutes, 5 tries); once it is typed, the old one is told. */
@Entity('address_change')
@ForeignKey('person', ['personId'], ['id'], { name: 'address_change_person' })
@Index('address_change_by_person', ['personId', 'askedAt'])
@Check('address_change_tries_bounded', 'tries between 0 and 5')
export class AddressChangeRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  @Column('text') newAddress: string;
  @Column('text') oldAddress: string;
  @Column('integer') tries: number;
  @Column('timestamptz') askedAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
}
