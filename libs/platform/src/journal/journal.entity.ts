import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The tail of each chain: one per partnership, and the instance's own (`instanceChain`). Locked last, after the parent. */
@Entity('journal_head')
export class JournalHeadRow {
  @PrimaryColumn('uuid') chain: string;
  @Column('bigint') sequence: string;
  @Column('bytea') hash: Buffer;
}

/** A fact, for ever: `app` may insert and read, never update nor delete. */
@Entity('journal')
@Index('journal_by_subject', ['subjectKind', 'subjectId'])
export class JournalRow {
  @PrimaryColumn('uuid') chain: string;
  @PrimaryColumn('bigint') sequence: string;
  @Column('uuid', { nullable: true }) partnershipId: string | null;
  @Column('text') kind: string;
  @Column('text') subjectKind: string;
  @Column('uuid') subjectId: string;
  @Column('jsonb') data: object;
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('text') requestId: string;
  @Column('timestamptz') occurredAt: Date;
  @Column('timestamptz') recordedAt: Date;
  @Column('bytea') salt: Buffer;
  @Column('bytea') leafHash: Buffer;
  @Column('bytea') hash: Buffer;
  /** 1: the first landed version's leaves; 2: free text sealed, rows committed to. */
  @Column('smallint', { default: 1 }) format: number;
  /** The commitments to the rows that the act wrote; `null` in format 1. */
  @Column('jsonb', { nullable: true }) rows: object | null;
}

/** The free text of facts, beside the chain that commits to it: erased with its salt, the chain stays whole. */
@Entity('journal_words')
@ForeignKey('journal', ['chain', 'sequence'], ['chain', 'sequence'], { name: 'journal_words_fact' })
export class JournalWordsRow {
  @PrimaryColumn('uuid') chain: string;
  @PrimaryColumn('bigint') sequence: string;
  /** Where the leaf commits to it: `data.reason`, `rows.0.reason`. */
  @PrimaryColumn('text') path: string;
  @Column('uuid', { nullable: true }) partnershipId: string | null;
  @Column('bytea') salt: Buffer;
  @Column('text') words: string;
}

/** Facts waiting to be heard by the rooms above; the relay takes rows FOR UPDATE SKIP LOCKED and deletes them. */
@Entity('outbox')
export class OutboxRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { nullable: true }) partnershipId: string | null;
  @Column('text') kind: string;
  @Column('text') subjectKind: string;
  @Column('uuid') subjectId: string;
  @Column('jsonb') data: object;
  @Column('timestamptz') occurredAt: Date;
}

/** One effect per (person, key): the outcome is answered again, never redone. */
@Entity('idempotency')
export class IdempotencyRow {
  @PrimaryColumn('uuid') personId: string;
  @PrimaryColumn('text') key: string;
  @Column('text') requestHash: string;
  @Column('jsonb', { nullable: true }) outcome: unknown;
  @Column('timestamptz') recordedAt: Date;
}

/** The demo's legal clock: one row, an offset in milliseconds that only grows. */
@Entity('legal_clock')
export class LegalClockRow {
  @PrimaryColumn('integer') id: number;
  @Column('bigint') offsetMilliseconds: string;
}

/** Bytes by their SHA-256, owned by a partnership. Never changed, never deleted by `app`. */
@Entity('blob')
export class BlobRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('text') sha256: string;
  @Column('text') contentType: string;
  @Column('bytea') bytes: Buffer;
  @Column('timestamptz') recordedAt: Date;
}

/** The hash of the access rules this database carries: one row (`apps/api/src/migrations/apply-access.ts`). */
@Entity('access_stamp')
export class AccessStampRow {
  @PrimaryColumn('integer') id: number;
  @Column('text') hash: string;
}
