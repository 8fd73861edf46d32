import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A passkey: the public half only. A key that is removed stays, so that what it proved can still be verified. */
@Entity('passkey')
@Unique('passkey_credential_once', ['credentialId'])
@ForeignKey('person', ['personId'], ['id'], { name: 'passkey_person' })
@Index('passkey_by_person', ['personId'])
@Check('passkey_counter_forward', 'counter >= 0')
@Check('passkey_added_how', `added_how in ('SESSION', 'RECOVERY')`)
export class PasskeyRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  /** Base64url. */
  @Column('text') credentialId: string;
  /** COSE; ES256 or RS256. */
  @Column('bytea') publicKey: Buffer;
  @Column('bigint') counter: string;
  @Column('text') aaguid: string;
  /** Synchronised between devices by its maker. */
  @Column('boolean') synced: boolean;
  /** The browser and the system it was added from. */
  @Column('text', { nullable: true }) browser: string | null;
  @Column('text', { nullable: true }) platform: string | null;
  @Column('text') addedHow: string;
  @Column('timestamptz') addedAt: Date;
  /** Machine instant from which it may prove an act; 72 hours later for a key added by recovery (trust.md, threat D). */
  @Column('timestamptz') signsAfter: Date;
  @Column('timestamptz', { nullable: true }) lastUsedAt: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
}

/** A question put to an authenticator: once, in the browser that asked, five minutes. */
@Entity('passkey_challenge')
@ForeignKey('person', ['personId'], ['id'], { name: 'passkey_challenge_person' })
@ForeignKey('session', ['sessionId'], ['id'], { name: 'passkey_challenge_session' })
@Index('passkey_challenge_by_browser', ['browserHash'])
@Index('passkey_challenge_by_origin', ['originHash', 'askedAt'])
@Check('passkey_challenge_purpose_known', `purpose in ('REGISTER', 'SIGN_IN', 'STEP_UP')`)
@Check('passkey_challenge_act_of_step_up', `(purpose = 'STEP_UP') = (statement is not null)`)
export class PasskeyChallengeRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') purpose: string;
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('uuid', { nullable: true }) sessionId: string | null;
  @Column('bytea') challenge: Buffer;
  @Column('bytea') browserHash: Buffer;
  @Column('bytea', { nullable: true }) originHash: Buffer | null;
  /** The act a step-up would prove; the challenge is its hash. */
  @Column('jsonb', { nullable: true }) statement: object | null;
  @Column('timestamptz') askedAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
}

/** A passkey's word on one act of one person: kept whole, so that it can be verified again by node:crypto alone. Serves once. */
@Entity('step_up')
@Unique('step_up_once_per_challenge', ['challengeId'])
@ForeignKey('person', ['personId'], ['id'], { name: 'step_up_person' })
@ForeignKey('session', ['sessionId'], ['id'], { name: 'step_up_session' })
@ForeignKey('passkey', ['passkeyId'], ['id'], { name: 'step_up_passkey' })
@Index('step_up_by_session', ['sessionId'])
export class StepUpRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') challengeId: string;
  @Column('uuid') personId: string;
  @Column('uuid') sessionId: string;
  @Column('uuid') passkeyId: string;
  /** Hash of the statement: what the assertion covers and nothing else. */
  @Column('bytea') challenge: Buffer;
  @Column('jsonb') statement: object;
  /** The browser's answer, as it came. */
  @Column('jsonb') assertion: object;
  @Column('timestamptz') provedAt: Date;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
}
