import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Who gave another day to a row of the calendar of reminders; kept for ever, the last one holds. `days` null: ours again. */
@Entity('reminder_row_move')
@ForeignKey('party', ['partnershipId', 'partyId'], ['partnershipId', 'id'], { name: 'reminder_row_move_party' })
@ForeignKey('person', ['personId'], ['id'], { name: 'reminder_row_move_person' })
@Check('reminder_row_move_days', 'days between -330 and 330 and days <> 0')
@Index('reminder_row_move_last', ['partnershipId', 'rule', 'movedAt'])
export class ReminderRowMoveRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') rule: string;
  /** Civil days from the day that the row is counted from. */
  @Column('integer', { nullable: true }) days: number | null;
  @Column('uuid') partyId: string;
  @Column('uuid') personId: string;
  @Column('timestamptz') movedAt: Date;
}
