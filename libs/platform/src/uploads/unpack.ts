import { createInflate, createInflateRaw } from 'node:zlib';
import { packedBytes, type ZipEntry } from './zip-listing.js';

/**
 * Unpacks without trusting the announced size: reading ends with the first byte too many. Bytes are kept only up to `keep`.
 * @returns the length unpacked and what was kept; `null` when the data are broken or longer than `most`
 */
export function unpack(packed: Uint8Array, { raw, most, keep }: { raw: boolean; most: number; keep: number }): Promise<{ length: number; kept: Buffer } | null> {
  return new Promise((resolve) => {
    const inflater = raw ? createInflateRaw() : createInflate();
    const parts: Buffer[] = [];
    let length = 0;
    const end = (answer: { length: number; kept: Buffer } | null): void => {
      inflater.destroy();
      resolve(answer);
    };
    inflater.on('data', (part: Buffer) => {
      length += part.length;
      if (length <= keep) parts.push(part);
      if (length > most) end(null);
    });
    inflater.on('error', () => end(null));
    inflater.on('end', () => end({ length, kept: Buffer.concat(parts) }));
    inflater.end(packed);
  });
}

/** An entry unpacked, which must be exactly as long as it was announced. `keep` bytes at most are given back. */
export async function readEntry(bytes: Buffer, entry: ZipEntry, keep: number): Promise<Buffer | null> {
  const packed = packedBytes(bytes, entry);
  if (!packed) return null;
  if (entry.method === 0) return packed.length === entry.size ? packed.subarray(0, keep) : null;
  const unpacked = await unpack(packed, { raw: true, most: entry.size, keep });
  return unpacked && unpacked.length === entry.size ? unpacked.kept : null;
}
