import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '#kernel';

/** The chain of facts that belong to no partnership. */
export const instanceChain = '00000000-0000-0000-0000-000000000000';

/** Before the first fact of a chain. */
export const emptyHash: Buffer = Buffer.alloc(32);

/** What a leaf commits to: the fact, its place and its instants. */
export interface Leaf {
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

/** SHA-256(0x00 ‖ salt ‖ canonical JSON): the salt lets a fact's text be erased without breaking the chain. */
export const leafHashOf = (salt: Buffer, leaf: Leaf): Buffer =>
  createHash('sha256').update(Buffer.from([0])).update(salt).update(canonicalJson(leaf as unknown as Json)).digest();

/** SHA-256(0x01 ‖ previous ‖ leaf): order and absence show. */
export const linkHashOf = (previous: Buffer, leafHash: Buffer): Buffer =>
  createHash('sha256').update(Buffer.from([1])).update(previous).update(leafHash).digest();
