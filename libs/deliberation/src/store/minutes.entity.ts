import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

export { PaperMinutesRow } from './paper-minutes.entity.js';
export { MinutesObservationRow } from './minutes-observation.entity.js';
export { PrintedCopyRow } from './printed-copy.entity.js';
export { SignatureContestRow } from './signature-contest.entity.js';

/** The procès-verbal of a meeting: one per meeting (C5 Q13), and those that rectify it. Its locked facts come from the meeting, its prose is edited. */
@Entity('minutes')
@ForeignKey('meeting', ['partnershipId', 'meetingId'], ['partnershipId', 'id'], { name: 'minutes_meeting' })
@ForeignKey('minutes', ['partnershipId', 'rectifiesMinutesId'], ['partnershipId', 'id'], { name: 'minutes_rectifies' })
@Index('minutes_one_per_meeting', ['partnershipId', 'meetingId'], { unique: true, where: 'rectifies_minutes_id is null' })
@Index('minutes_rectified_once', ['partnershipId', 'rectifiesMinutesId'], { unique: true, where: 'rectifies_minutes_id is not null' })
@Unique('minutes_number_once', ['partnershipId', 'number'])
@Check('minutes_state_known', `state in ('DRAFT', 'REVIEW', 'FINAL', 'PARTIALLY_SIGNED', 'EXECUTORY')`)
@Check('minutes_executory_has_instant', `(state = 'EXECUTORY') = (executory_at is not null)`)
@Check('minutes_rectifies_with_reason', '(rectifies_minutes_id is null) = (rectifies_reason is null)')
@Check('minutes_final_has_hash', `state in ('DRAFT', 'REVIEW') or content_hash is not null`)
export class MinutesRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') meetingId: string;
  /** PV-2027-3, given at FINAL. */
  @Column('text', { nullable: true }) number: string | null;
  @Column('integer') version: number;
  @Column('text') state: string;
  /** { fr: {discussion, reservations}, ar: {…} }: free text around the locked facts. */
  @Column('jsonb') prose: unknown;
  @Column('integer') proseVersion: number;
  /** SHA-256 (hex) of the RFC 8785 JSON of facts and every language, at FINAL. */
  @Column('text', { nullable: true }) contentHash: string | null;
  @Column('timestamptz') draftedAt: Date;
  @Column('timestamptz', { nullable: true }) finalisedAt: Date | null;
  /** The only stored « exécutoire »: written with the last signature, in its transaction. */
  @Column('timestamptz', { nullable: true }) executoryAt: Date | null;
  /** The last civil day, at the host's, for observations on the draft. */
  @Column('date', { nullable: true }) observationsUntil: string | null;
  /** The executory PV that this one rectifies, and why. */
  @Column('uuid', { nullable: true }) rectifiesMinutesId: string | null;
  @Column('text', { nullable: true }) rectifiesReason: string | null;
  /** { ar: { by, at, readBy, readAt } }: who wrote each language, and who reads it as a speaker. */
  @Column('jsonb', { nullable: true }) wording: unknown;
}

/** What was presented for signature: never changed, void when a new version replaces it (kept as evidence). */
@Entity('minutes_version')
@ForeignKey('minutes', ['partnershipId', 'minutesId'], ['partnershipId', 'id'], { name: 'minutes_version_minutes' })
@Unique('minutes_version_hash', ['partnershipId', 'minutesId', 'version', 'contentHash'])
@Index('minutes_version_by_content', ['contentHash'])
@Index('minutes_version_by_pdf', { synchronize: false })
export class MinutesVersionRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') minutesId: string;
  @PrimaryColumn('integer') version: number;
  @Column('jsonb') content: unknown;
  @Column('text') contentHash: string;
  /** { fr: sha256, ar: sha256 } of the stored PDF bytes. */
  @Column('jsonb') pdfs: { fr: string; ar?: string };
  @Column('timestamptz') finalisedAt: Date;
  @Column('timestamptz', { nullable: true }) voidedAt: Date | null;
  @Column('text', { nullable: true }) voidReason: string | null;
}

/** One signature per party on one version: the office that signed, where, when, how, on which hash. */
@Entity('signature')
@ForeignKey('minutes_version', ['partnershipId', 'minutesId', 'version', 'contentHash'], ['partnershipId', 'minutesId', 'version', 'contentHash'], { name: 'signature_minutes_version' })
@ForeignKey('party', ['partnershipId', 'partyId'], ['partnershipId', 'id'], { name: 'signature_party' })
@ForeignKey('seat', ['partnershipId', 'seatId'], ['partnershipId', 'id'], { name: 'signature_seat' })
@ForeignKey('person', ['personId'], ['id'], { name: 'signature_person' })
@Unique('signature_once_per_party', ['partnershipId', 'minutesId', 'version', 'partyId'])
@Check('signature_method_known', `method in ('MAIL_CODE', 'PASSKEY', 'PAPER', 'DEMO')`)
@Index('signature_by_minutes', ['partnershipId', 'minutesId', 'version'])
export class SignatureRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') minutesId: string;
  @Column('integer') version: number;
  @Column('uuid') partyId: string;
  @Column('uuid') seatId: string;
  @Column('uuid') personId: string;
  @Column('text') office: string;
  @Column('text') contentHash: string;
  @Column('text') pdfSha256: string;
  /** The words consented to, canonical JSON. */
  @Column('jsonb') statement: unknown;
  @Column('text') method: string;
  /** « SIMPLE »: what the signature is, never more (B4). */
  @Column('text') level: string;
  @Column('text') place: string;
  /** The signatory's own civil date. */
  @Column('date') civilDate: string;
  @Column('timestamptz') signedAt: Date;
}
