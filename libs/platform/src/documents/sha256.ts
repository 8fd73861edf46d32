import { createHash } from 'node:crypto';

/** SHA-256 in lower-case hexadecimal, of bytes or of a text in UTF-8. */
export const sha256Hex = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
