/** One member of a tar archive: its path and its bytes. */
export interface Member {
  readonly name: string;
  readonly content: Buffer;
}

const block = 512;
/** Two empty blocks close an archive (POSIX.1-1988 ustar). */
export const endOfTar: Buffer = Buffer.alloc(2 * block);

const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`;
const sumOf = (header: Buffer): number => header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0);

/**
 * A member as tar writes it (POSIX ustar), readable by every `tar`. Owner and group are left out, the mode is 600.
 * @throws RangeError for a path of more than 100 bytes
 */
export function tarMember(name: string, content: Buffer, at: Date): Buffer {
  if (Buffer.byteLength(name) > 100) throw new RangeError(`${name} is too long a path for a backup`);
  const header = Buffer.alloc(block);
  const put = (text: string, offset: number): void => void header.write(text, offset, 'utf8');
  put(name, 0);
  put(octal(0o600, 8), 100);
  put(octal(0, 8), 108);
  put(octal(0, 8), 116);
  put(octal(content.length, 12), 124);
  put(octal(Math.floor(at.getTime() / 1000), 12), 136);
  put('0', 156);
  put('ustar\x0000', 257);
  put(`${octal(sumOf(header), 7)} `, 148);
  return Buffer.concat([header, content, Buffer.alloc((block - (content.length % block)) % block)]);
}

/** An archive that is not one, or not whole. */
export class DamagedArchive extends Error {}

function headerOf(header: Buffer): { name: string; size: number } {
  const text = (from: number, to: number): string => header.toString('utf8', from, to).replace(/\0.*$/s, '').trim();
  const [size, sum] = [Number.parseInt(text(124, 136), 8), Number.parseInt(text(148, 156), 8)];
  if (text(257, 262) !== 'ustar' || sum !== sumOf(header) || !Number.isSafeInteger(size)) throw new DamagedArchive('a header is damaged');
  if (header[156] !== 0x30) throw new DamagedArchive('a member is no plain file');
  return { name: text(0, 100), size };
}

/** Bytes taken from a stream in the sizes asked for. */
class Taker {
  private held: Buffer[] = [];
  private length = 0;
  private readonly chunks: AsyncIterator<Buffer>;

  constructor(source: AsyncIterable<Buffer>) {
    this.chunks = source[Symbol.asyncIterator]();
  }

  async take(size: number): Promise<Buffer> {
    while (this.length < size) {
      const next = await this.chunks.next();
      if (next.done) throw new DamagedArchive('the archive ends too early');
      this.held.push(next.value);
      this.length += next.value.length;
    }
    const all = this.held.length === 1 ? this.held[0]! : Buffer.concat(this.held);
    this.held = [all.subarray(size)];
    this.length -= size;
    return all.subarray(0, size);
  }

  /** Reads to the end, so that what closes the stream is checked too. */
  async drain(): Promise<void> {
    while (!(await this.chunks.next()).done);
  }
}

/**
 * The members of a tar archive in their order, one at a time in memory.
 * @throws DamagedArchive when the archive is cut, or is not one
 */
export async function* tarMembers(source: AsyncIterable<Buffer>): AsyncGenerator<Member> {
  const bytes = new Taker(source);
  for (;;) {
    const header = await bytes.take(block);
    if (header.every((byte) => byte === 0)) {
      await bytes.take(block);
      return bytes.drain();
    }
    const { name, size } = headerOf(header);
    const content = await bytes.take(size);
    yield { name, content };
    await bytes.take((block - (size % block)) % block);
  }
}
