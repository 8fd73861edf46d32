import { createHash } from 'node:crypto';
import type { ReadTx, Tx } from '../work/work.js';

export interface StoredBlob {
  readonly sha256: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** Keeps bytes under their SHA-256 (hex); the same bytes are kept once. Answers the hash. */
export async function keepBlob(tx: Tx, blob: { partnershipId: string; contentType: string; bytes: Uint8Array }): Promise<string> {
  const sha256 = createHash('sha256').update(blob.bytes).digest('hex');
  await tx.query(
    'insert into blob (partnership_id, sha256, content_type, bytes, recorded_at) values ($1, $2, $3, $4, $5) on conflict do nothing',
    [blob.partnershipId, sha256, blob.contentType, Buffer.from(blob.bytes), tx.recordedAt()],
  );
  return sha256;
}

/** The bytes of `sha256`, or `null` when absent or not the viewer's (row-level security). */
export async function loadBlob(tx: ReadTx, partnershipId: string, sha256: string): Promise<StoredBlob | null> {
  const [row] = await tx.query<{ sha256: string; content_type: string; bytes: Buffer }>(
    'select sha256, content_type, bytes from blob where partnership_id = $1 and sha256 = $2',
    [partnershipId, sha256],
  );
  return row ? { sha256: row.sha256, contentType: row.content_type, bytes: row.bytes } : null;
}
