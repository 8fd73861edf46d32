import { refused, type Answer } from '#kernel';
import type { CheckedFile } from '../uploads/index.js';
import { readEntry } from '../uploads/unpack.js';
import { listZip, type ZipEntry } from '../uploads/zip-listing.js';

/** Bytes of one part that we read as text: some two thousand pages of writing, or fifty thousand cells. */
export const longestPart = 8 * 1_048_576;

/** The parts of an office file that was looked into already; each is unpacked when asked for. */
export class OfficeParts {
  private constructor(
    private readonly bytes: Buffer,
    private readonly entries: ReadonlyMap<string, ZipEntry>,
    readonly name: string,
  ) {}

  /** Refused with OFFICE_UNREADABLE. */
  static open({ bytes, name }: CheckedFile): Answer<OfficeParts> {
    const entries = listZip(bytes);
    if (typeof entries === 'string') return refused('OFFICE_UNREADABLE', { name });
    return { refused: false, value: new OfficeParts(bytes, new Map(entries.map((entry) => [entry.name, entry])), name) };
  }

  /** The text of a part, empty when there is none. Refused with OFFICE_TOO_LONG or OFFICE_UNREADABLE. */
  async text(part: string): Promise<Answer<string>> {
    const entry = this.entries.get(part);
    if (!entry) return { refused: false, value: '' };
    if (entry.size > longestPart) return refused('OFFICE_TOO_LONG', { name: this.name });
    const read = await readEntry(this.bytes, entry, longestPart);
    return read ? { refused: false, value: read.toString('utf8') } : this.unreadable();
  }

  unreadable(): Answer<never> {
    return refused('OFFICE_UNREADABLE', { name: this.name });
  }
}
