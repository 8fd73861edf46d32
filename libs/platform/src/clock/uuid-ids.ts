import { randomBytes } from 'node:crypto';
import { Clock, Ids } from '#kernel';

const drawnTogether = 64;

/**
 * UUID version 7 (RFC 9562 §5.7): 48 bits of machine time in milliseconds, 12 of a counter, 62 random. Ids of one process come in their
 * order, those of one millisecond too (§6.2, method 1): what was written first is listed first. A clock that goes back waits in place.
 */
export class UuidIds extends Ids {
  private at = 0;
  private counter = 0;
  /** Random bytes drawn for some ids together: asking the system for each takes longer than all the rest. None is used twice. */
  private drawn = Buffer.alloc(0);

  constructor(private readonly machine: Clock) {
    super();
  }

  next(): string {
    const bytes = this.draw();
    const now = this.machine.now().getTime();
    if (now > this.at) [this.at, this.counter] = [now, bytes.readUInt16BE(6) & 0x7ff];
    else if (this.counter < 0xfff) this.counter += 1;
    else [this.at, this.counter] = [this.at + 1, 0];
    bytes.writeUIntBE(this.at, 0, 6);
    bytes.writeUInt16BE(0x7000 | this.counter, 6);
    bytes[8] = 0x80 | (bytes[8]! & 0x3f);
    const hex = bytes.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  private draw(): Buffer {
    if (this.drawn.length === 0) this.drawn = randomBytes(16 * drawnTogether);
    const bytes = this.drawn.subarray(0, 16);
    this.drawn = this.drawn.subarray(16);
    return bytes;
  }
}

/** 256 random bits, base64url: sessions and feeds. Stored hashed only. */
export const newToken = (): string => randomBytes(32).toString('base64url');
