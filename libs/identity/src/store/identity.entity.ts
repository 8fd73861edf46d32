import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A person, global: one person may sit in several partnerships. Named by office in the demo. */
@Entity('person')
@Unique('person_mail_address_once', ['mailAddress'])
@Check('person_language_known', `language in ('fr', 'ar', 'zgh', 'en')`)
@Check('person_mail_rhythm_known', `mail_rhythm in ('IMMEDIATE', 'DAILY', 'WEEKLY')`)
export class PersonRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') displayName: string;
  @Column('text') mailAddress: string;
  @Column('text') language: string;
  /** How often her reminders come. */
  @Column('text', { default: 'IMMEDIATE' }) mailRhythm: string;
  @Column('timestamptz') recordedAt: Date;
  /** Last given back to its owner by two coordinators (machine clock): a key added from then on signs 72 hours later. */
  @Column('timestamptz', { nullable: true }) recoveredAt: Date | null;
}

/** A sign-in: the cookie's token is kept hashed (SHA-256). Ends by `endedAt`, or by time (machine clock). */
@Entity('session')
@Unique('session_token_once', ['tokenHash'])
@ForeignKey('person', ['personId'], ['id'], { name: 'session_person' })
@Index('session_by_person', ['personId'])
export class SessionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  @Column('bytea') tokenHash: Buffer;
  /** How the person was recognised: MAIL_CODE, PASSKEY or DEMO_LINK. */
  @Column('text') method: string;
  /** Named shortly from the user agent (« firefox », « android »), for the person's own list of devices; nothing more of it is kept. */
  @Column('text', { nullable: true }) browser: string | null;
  @Column('text', { nullable: true }) platform: string | null;
  @Column('timestamptz') startedAt: Date;
  @Column('timestamptz') lastSeenAt: Date;
  @Column('timestamptz') expiresAt: Date;
  /** The last proof that stands for any act: a code, or a demo's link. A passkey proves one act only: see `step_up`. */
  @Column('timestamptz', { nullable: true }) stepUpAt: Date | null;
  @Column('text', { nullable: true }) stepUpMethod: string | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}

/**
 * A 6-digit code sent by mail, bound to the browser that asked: 10 minutes, 5 tries (ASVS 6.5.5).
 * For an unknown address a row exists too, without a person, so that answer and time are the same.
 */
@Entity('sign_in_code')
@ForeignKey('person', ['personId'], ['id'], { name: 'sign_in_code_person' })
@Index('sign_in_code_by_address', ['mailAddress', 'askedAt'])
@Index('sign_in_code_by_origin', ['originHash', 'askedAt'])
@Check('sign_in_code_tries_bounded', 'tries between 0 and 5')
export class SignInCodeRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('text') mailAddress: string;
  /** SHA-256 of the asking browser's own token; the digits themselves are derived, never stored. */
  @Column('bytea') browserHash: Buffer;
  /** The network it was asked from, under the instance's secret: counted, never read. */
  @Column('bytea', { nullable: true }) originHash: Buffer | null;
  @Column('integer') tries: number;
  @Column('timestamptz') askedAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
}
