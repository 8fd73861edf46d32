import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '#kernel';
import type { RowCommitment } from './kept-rows.js';

/** The chain of facts that belong to no partnership. */
export const instanceChain = '00000000-0000-0000-0000-000000000000';
/** Before the first fact of a chain. */
export const emptyHash: Buffer = Buffer.alloc(32);
/** The format of the leaves written now. Format 1 carried the fact's data as they were told, and committed to no row. */
export const leafFormat = 2;

/** What a leaf of format 1 commits to: the fact, its place and its instants. Rows of the first landed version are such leaves. */
export interface FirstLeaf {
  readonly chain: string;
  readonly sequence: string;
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly data: Json;
  readonly personId: string | null;
  readonly requestId: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
}

/** What a leaf commits to since format 2: free text only by salted commitments, and the act's rows by their digests (`docs/journal-format.md`). */
export interface Leaf extends FirstLeaf {
  readonly format: typeof leafFormat;
  readonly rows: readonly RowCommitment[];
}

/** SHA-256(0x00 ‖ salt ‖ canonical JSON). */
export const leafHashOf = (salt: Buffer, leaf: FirstLeaf | Leaf): Buffer =>
  createHash('sha256').update(Buffer.from([0])).update(salt).update(canonicalJson(leaf as unknown as Json)).digest();

/** SHA-256(0x01 ‖ previous ‖ leaf): order and absence show. */
export const linkHashOf = (previous: Buffer, leafHash: Buffer): Buffer =>
  createHash('sha256').update(Buffer.from([1])).update(previous).update(leafHash).digest();
