import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * A version of an entry in the register of an agreement's life: a resolution, a signature, a State act, a notice … Only ever added:
 * a correction is the next version, and says why.
 */
@Entity('life_entry')
@ForeignKey('agreement', ['partnershipId', 'agreementId'], ['partnershipId', 'id'], { name: 'life_entry_agreement' })
@ForeignKey('party', ['partnershipId', 'partyId'], ['partnershipId', 'id'], { name: 'life_entry_party' })
@ForeignKey('person', ['personId'], ['id'], { name: 'life_entry_person' })
@Check('life_entry_kind_known', `kind in ('RESOLUTION', 'SIGNATURE', 'TRANSMISSION', 'VISA', 'ORIGINALS', 'NOTICE', 'REVIEW', 'DECLARED')`)
@Check('life_entry_version_positive', 'version > 0')
@Check('life_entry_party_named', `(party_id is null) = (kind in ('ORIGINALS', 'REVIEW', 'DECLARED'))`)
@Index('life_entry_by_agreement', ['partnershipId', 'agreementId'])
@Index('life_entry_once_per_party', ['partnershipId', 'agreementId', 'kind', 'partyId', 'version'], { unique: true, where: `kind in ('RESOLUTION', 'SIGNATURE', 'TRANSMISSION', 'VISA')` })
@Index('life_entry_once', ['partnershipId', 'agreementId', 'kind', 'version'], { unique: true, where: `kind in ('ORIGINALS', 'DECLARED')` })
export class LifeEntryRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @PrimaryColumn('integer') version: number;
  @Column('uuid') agreementId: string;
  @Column('text') kind: string;
  @Column('uuid', { nullable: true }) partyId: string | null;
  /** Its dates and words, as `domain/register.ts` names them. */
  @Column('jsonb') content: object;
  /** Why a known value was corrected, a notice given or withdrawn. */
  @Column('text', { nullable: true }) motive: string | null;
  /** Who wrote this version; `null`: the instance, when the partnership was set up. */
  @Column('uuid', { nullable: true }) personId: string | null;
  /** By the legal clock; `recordedAt` by the machine's. */
  @Column('timestamptz') occurredAt: Date;
  @Column('timestamptz') recordedAt: Date;
}
