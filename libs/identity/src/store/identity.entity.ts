import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A person, global: one person may sit in several partnerships. Named by office in the demo. */
@Entity('person')
@Unique('person_mail_address_once', ['mailAddress'])
@Check('person_language_known', `language in ('fr', 'ar', 'zgh', 'en')`)
export class PersonRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') displayName: string;
  @Column('text') mailAddress: string;
  @Column('text') language: string;
  @Column('timestamptz') recordedAt: Date;
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
  /** How the person was recognised: MAIL_CODE or DEMO_LINK. */
  @Column('text') method: string;
  @Column('timestamptz') startedAt: Date;
  @Column('timestamptz') lastSeenAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) stepUpAt: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}

/**
 * A 6-digit code sent by mail, bound to the browser that asked: 10 minutes, 5 tries (ASVS 6.5.5).
 * For an unknown address a row exists too, without a person, so that answer and time are the same.
 */
@Entity('sign_in_code')
@ForeignKey('person', ['personId'], ['id'], { name: 'sign_in_code_person' })
@Index('sign_in_code_by_address', ['mailAddress', 'askedAt'])
@Check('sign_in_code_tries_bounded', 'tries between 0 and 5')
export class SignInCodeRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('text') mailAddress: string;
  /** SHA-256 of the asking browser's own token; the digits themselves are derived, never stored. */
  @Column('bytea') browserHash: Buffer;
  @Column('integer') tries: number;
  @Column('timestamptz') askedAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
}
