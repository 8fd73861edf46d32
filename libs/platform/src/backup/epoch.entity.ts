import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/**
 * One row per restore of this instance: after it, what was done since the backup is no more, and nothing is sent until a
 * person agrees (trust.md, threat Z2). No row: this instance was never restored.
 */
@Entity('epoch')
@Unique('epoch_number_once', ['number'])
@Check('epoch_number_counts', 'number > 0')
export class EpochRow {
  @PrimaryColumn('uuid') id: string;
  /** 1 for the first restore. */
  @Column('integer') number: number;
  /** Machine instant of the restore's end. */
  @Column('timestamptz') restoredAt: Date;
  /** Instant of the snapshot that was restored. */
  @Column('timestamptz') backupTakenAt: Date;
  /** SHA-256 (hex) of the backup's manifest. */
  @Column('text') backupId: string;
  /** `null` while sending waits for a person's agreement. */
  @Column('timestamptz', { nullable: true }) sendingResumedAt: Date | null;
  /** Who agreed; `null` for the command line. */
  @Column('uuid', { nullable: true }) resumedBy: string | null;
}
