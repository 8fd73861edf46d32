import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * A copy printed from sealed minutes, by the hash of its bytes: a sheet of signatures, a public copy, an extract. Only ever added to, so that
 * a copy of last year is known this year. The bytes of the minutes themselves stand with their version.
 */
@Entity('printed_copy')
@ForeignKey('minutes_version', ['partnershipId', 'minutesId', 'version'], ['partnershipId', 'minutesId', 'version'], { name: 'printed_copy_version' })
@Check('printed_copy_kind_known', `kind in ('SIGNATURES', 'PUBLIC_COPY', 'EXTRACT')`)
@Check('printed_copy_hash', `sha256 ~ '^[0-9a-f]{64}$'`)
@Index('printed_copy_by_hash', ['sha256'])
export class PrintedCopyRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('text') sha256: string;
  @Column('uuid') minutesId: string;
  @Column('integer') version: number;
  @Column('text') kind: string;
  @Column('text') language: string;
  @Column('timestamptz') printedAt: Date;
}
