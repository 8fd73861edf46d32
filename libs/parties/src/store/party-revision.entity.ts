import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** One change of a party's facts, for ever: which, before and after, by whom, when. */
@Entity('party_revision')
@ForeignKey('party', ['partnershipId', 'partyId'], ['partnershipId', 'id'], { name: 'party_revision_party' })
@ForeignKey('person', ['personId'], ['id'], { name: 'party_revision_person' })
@Unique('party_revision_version_once', ['partnershipId', 'partyId', 'version'])
@Check('party_revision_version_positive', 'version > 0')
export class PartyRevisionRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') partyId: string;
  @Column('integer') version: number;
  /** [{ fact, before, after }]: the changed facts alone. */
  @Column('jsonb') changes: unknown;
  @Column('uuid') personId: string;
  @Column('timestamptz') occurredAt: Date;
  @Column('timestamptz') recordedAt: Date;
}
