import { randomBytes } from 'node:crypto';
import { Clock, Ids } from '#kernel';

/** UUID version 7 (RFC 9562 §5.7): 48 bits of machine time in milliseconds, then 74 random bits. */
export class UuidIds extends Ids {
  constructor(private readonly machine: Clock) {
    super();
  }

  next(): string {
    const bytes = randomBytes(16);
    bytes.writeUIntBE(this.machine.now().getTime(), 0, 6);
    bytes[6] = 0x70 | (bytes[6]! & 0x0f);
    bytes[8] = 0x80 | (bytes[8]! & 0x3f);
    const hex = bytes.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }
}

/** 256 random bits, base64url: sessions and feeds. Stored hashed only. */
export const newToken = (): string => randomBytes(32).toString('base64url');
