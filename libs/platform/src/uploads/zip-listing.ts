/** One entry of an archive, as its central directory says; sizes in bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly at: number;
}

/** Why an archive is not one we open. */
export type ZipFault = 'BROKEN' | 'TOO_LARGE' | 'TWISTED';

/** Bounds asked before anything is unpacked. */
export const zipLimits = { entries: 2_000, size: 100 * 1_048_576, ratio: 200, name: 255 } as const;

const [endMark, entryMark, localMark] = [0x06054b50, 0x02014b50, 0x04034b50];

/** The end record stands at the very end, comment included: bytes hidden behind it make another file of it. */
function endOf(bytes: Buffer): number | null {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1) {
    if (bytes.readUInt32LE(at) === endMark && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  return null;
}

function entryAt(bytes: Buffer, at: number): { entry: ZipEntry; next: number } | null {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) return null;
  const [nameLength, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
  const next = at + 46 + nameLength + extra + comment;
  if (next > bytes.length) return null;
  const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
  const encrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
  return { entry: { name, encrypted, method: bytes.readUInt16LE(at + 10), packed: bytes.readUInt32LE(at + 20), size: bytes.readUInt32LE(at + 24), at: bytes.readUInt32LE(at + 42) }, next };
}

/** The bytes of an entry as they are packed; `null` when its local header says otherwise than the directory. */
export function packedBytes(bytes: Buffer, { at, packed, name }: ZipEntry): Buffer | null {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== localMark) return null;
  const nameLength = bytes.readUInt16LE(at + 26);
  const begin = at + 30 + nameLength + bytes.readUInt16LE(at + 28);
  const sameName = bytes.toString('utf8', at + 30, at + 30 + nameLength) === name;
  return sameName && begin + packed <= bytes.length ? bytes.subarray(begin, begin + packed) : null;
}

/** A name that would leave its folder, or that two readers would read differently. */
const strangeName = /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\\|[\u0000-\u001f\u007f]|[\u202a-\u202e\u2066-\u2069]|\ufffd/iu;

function faultOf(entries: readonly ZipEntry[], bytes: Buffer): ZipFault | null {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > zipLimits.size || entries.some(({ size, packed }) => size > 1_048_576 && size > packed * zipLimits.ratio)) return 'TOO_LARGE';
  const names = entries.map(({ name }) => name.toLowerCase());
  if (new Set(names).size < names.length || names.some((name) => name === '' || name.length > zipLimits.name || strangeName.test(name))) return 'TWISTED';
  if (entries.some(({ encrypted, method }) => encrypted || (method !== 0 && method !== 8))) return 'TWISTED';
  const ordered = [...entries].sort((one, other) => one.at - other.at);
  // Entries that share bytes multiply a small archive without end (overlapping bomb).
  const overlaps = ordered.some((entry, place) => entry.at + 30 + entry.packed > (ordered[place + 1]?.at ?? bytes.length));
  if (overlaps || ordered[0]?.at !== 0) return 'TWISTED';
  return entries.some((entry) => packedBytes(bytes, entry) === null) ? 'BROKEN' : null;
}

/** What stands in an archive, read from its directory alone: nothing is unpacked. An archive beyond the bounds says why. */
export function listZip(bytes: Buffer): readonly ZipEntry[] | ZipFault {
  const end = bytes.length < 22 ? null : endOf(bytes);
  if (end === null) return 'BROKEN';
  const count = bytes.readUInt16LE(end + 10);
  // 0xffff announces the 64-bit form, for archives far larger than we take.
  if (count > zipLimits.entries) return 'TOO_LARGE';
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let place = 0; place < count; place += 1) {
    const read = entryAt(bytes, at);
    if (!read) return 'BROKEN';
    entries.push(read.entry);
    at = read.next;
  }
  if (at !== end || count === 0) return 'BROKEN';
  return faultOf(entries, bytes) ?? entries;
}
