import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * The ledger: what must be told, to whom, once. The queue is only an alarm clock; this table is the truth (trust.md 0.3).
 * A row is unique by (rule, object, period, recipient, occurrence, channel): planned once, sent once.
 */
@Entity('reminder')
@ForeignKey('partnership', ['partnershipId'], ['id'], { name: 'reminder_partnership' })
@ForeignKey('person', ['personId'], ['id'], { name: 'reminder_person' })
@Unique('reminder_once', ['rule', 'objectKind', 'objectId', 'period', 'personId', 'occurrence', 'channel'])
@Unique('reminder_message_once', ['messageId'])
@Check('reminder_state_known', `state in ('PLANNED', 'SENDING', 'SENT', 'FAILED', 'SUPERSEDED', 'CANCELLED', 'GATHERED')`)
@Check('reminder_sent_has_instant', `(state = 'SENT') = (sent_at is not null)`)
@Index('reminder_next', ['sendAt'], { where: `state in ('PLANNED', 'SENDING')` })
@Index('reminder_by_object', ['partnershipId', 'objectKind', 'objectId'])
export class ReminderRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { nullable: true }) partnershipId: string | null;
  /** Row of the rule table, for example PLAN_J-30, MINUTES_P+3, CONVOCATION. */
  @Column('text') rule: string;
  @Column('text') objectKind: string;
  @Column('uuid') objectId: string;
  /** What repeats: « 2027 » for a plan's year, the meeting's date … */
  @Column('text') period: string;
  @Column('uuid') personId: string;
  @Column('integer') occurrence: number;
  @Column('text') channel: string;
  /** The recipient's civil day, after moving off non-working days. */
  @Column('date') dueOn: string;
  @Column('timestamptz') sendAt: Date;
  @Column('text') state: string;
  /** Sign-in codes 1, legal notices 10, reminders 50. */
  @Column('integer') priority: number;
  @Column('integer') attempts: number;
  /** Stable over every attempt: a repeat is recognisable (RFC 5322 Message-ID). */
  @Column('text') messageId: string;
  /** What the sentence needs, and the rule's source. */
  @Column('jsonb') details: unknown;
  /** Machine instant until which one sender holds the row; past it, a killed sender's row is taken again. */
  @Column('timestamptz', { nullable: true }) leaseUntil: Date | null;
  @Column('text', { nullable: true }) lastProblem: string | null;
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
  @Column('timestamptz') plannedAt: Date;
}

/** The demo's local mailbox: what would have left. A message arrives once; a repeat is counted. */
@Entity('mailbox_message')
@Index('mailbox_by_arrival', ['receivedAt'])
export class MailboxMessageRow {
  @PrimaryColumn('text') messageId: string;
  @Column('text') toAddress: string;
  @Column('text') subject: string;
  @Column('text') language: string;
  @Column('text') html: string;
  @Column('text') text: string;
  /** [{ filename, contentType, content (base64) }]. */
  @Column('jsonb') attachments: unknown;
  @Column('integer') deliveries: number;
  /** SHA-256 (hex) of everything the reader sees: another content under the same Message-ID is refused. */
  @Column('text') contentHash: string;
  @Column('timestamptz') receivedAt: Date;
}
