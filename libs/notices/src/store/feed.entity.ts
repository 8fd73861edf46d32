import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A person's calendar address: its secret is derived from the id and the instance's own, never stored. One open at a time. */
@Entity('calendar_feed')
@ForeignKey('person', ['personId'], ['id'], { name: 'calendar_feed_person' })
@Index('calendar_feed_one_open', ['personId'], { unique: true, where: 'closed_at is null' })
export class CalendarFeedRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  @Column('timestamptz') openedAt: Date;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
}
