import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import type { Evidence, Finding, Line, SeenFile, Value } from './evidence.js';
import { canonical } from './hashes.js';

/** What an archive may be at most, in bytes and entries: more is refused before it is inflated (trust.md T). */
export const limits = { entries: 20_000, total: 4 * 2 ** 30, entry: 2 ** 30, line: 64 * 2 ** 20, manifest: 2 ** 24, ratio: 250 };

const names = /^(manifest\.json|LISEZMOI\.txt|اقرأني\.txt|data\/[a-z_]{1,60}\.ndjson|files\/[0-9a-f]{64})$/;

/** An archive that cannot be read as one; `entry` names where. */
export class ArchiveProblem extends Error {
  constructor(
    readonly entry: string,
    reason: string,
  ) {
    super(`${entry} : ${reason}`);
  }
}

interface Said {
  readonly partnershipId: string;
  readonly demo: boolean;
  readonly schema: string;
  readonly head: { readonly sequence: string; readonly hash: string };
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly sha256: string }[];
  readonly files: readonly { readonly sha256: string; readonly size: number; readonly contentType: string }[];
  readonly notices: Readonly<Record<string, string>>;
  readonly contentHash: string;
}

function admit(entry: Entry, known: ReadonlyMap<string, Entry>): void {
  const { fileName: name, uncompressedSize: size, compressedSize } = entry;
  if (!names.test(name)) throw new ArchiveProblem(JSON.stringify(name), 'nom d’entrée inattendu');
  if (known.has(name)) throw new ArchiveProblem(name, 'entrée en double');
  if (known.size >= limits.entries) throw new ArchiveProblem(name, 'trop d’entrées');
  if (size > limits.entry || size > limits.ratio * Math.max(compressedSize, 64)) throw new ArchiveProblem(name, 'taille démesurée une fois ouverte');
  if (!entry.canDecodeFileData()) throw new ArchiveProblem(name, 'compression ou chiffrement inconnu');
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const known = new Map<string, Entry>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    admit(entry, known);
    total += entry.uncompressedSize;
    if (total > limits.total) throw new ArchiveProblem(entry.fileName, 'archive démesurée une fois ouverte');
    known.set(entry.fileName, entry);
  }
  return known;
}

/** An archive open for reading: nothing of it has been believed yet. */
export class Archive implements Evidence {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    readonly manifest: Said,
  ) {}

  /** @throws ArchiveProblem when it is no archive of a partnership, or one that is dangerous to open */
  static async open(path: string): Promise<Archive> {
    const zip = await openPromise(path, { autoClose: false, strictFileNames: true }).catch((error: unknown) => {
      throw new ArchiveProblem(path, `ce n’est pas un fichier ZIP lisible (${(error as Error).message})`);
    });
    try {
      const entries = await entriesOf(zip).catch((error: unknown) => {
        throw error instanceof ArchiveProblem ? error : new ArchiveProblem(path, (error as Error).message);
      });
      const manifest = manifestOf(await whole(zip, entries.get('manifest.json')));
      return new Archive(zip, entries, manifest);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  close(): void {
    this.zip.close();
  }

  /** The raw lines of a table, as they were written. */
  async *lines(table: string): AsyncGenerator<string> {
    yield* linesIn(await this.stream(`data/${table}.ndjson`), table);
  }

  async *rows(table: string): AsyncGenerator<Line> {
    for await (const line of this.lines(table)) {
      try {
        yield JSON.parse(line) as Line;
      } catch {
        throw new ArchiveProblem(`data/${table}.ndjson`, 'une ligne n’est pas du JSON');
      }
    }
  }

  bytes(sha256: string): Promise<Buffer> {
    return whole(this.zip, this.entries.get(`files/${sha256}`), limits.entry);
  }

  async *files(): AsyncGenerator<SeenFile> {
    for (const { sha256, contentType } of this.manifest.files) {
      const bytes = await this.bytes(sha256);
      yield { partnershipId: this.manifest.partnershipId, sha256, contentType, measured: createHash('sha256').update(bytes).digest('hex'), start: bytes.subarray(0, 8).toString('latin1') };
    }
  }

  /** Compares every entry with the manifest, and the manifest with itself. */
  async check(): Promise<Finding[]> {
    const { tables, files, notices, partnershipId, head, contentHash } = this.manifest;
    const expected = new Map([
      ...tables.map(({ name, sha256 }) => [`data/${name}.ndjson`, sha256] as const),
      ...files.map(({ sha256 }) => [`files/${sha256}`, sha256] as const),
      ...Object.entries(notices),
    ]);
    const findings: Finding[] = [];
    const found = (where: string): void => void findings.push({ code: 'ARCHIVE', where });
    if (digest(canonical({ partnershipId, head, tables, files } as unknown as Value)) !== contentHash) found('manifest.json');
    for (const [name, sha256] of expected) if (!this.entries.has(name) || (await this.measure(name)) !== sha256) found(name);
    for (const name of this.entries.keys()) if (name !== 'manifest.json' && !expected.has(name)) found(name);
    return findings;
  }

  private async measure(name: string): Promise<string | null> {
    const hash = createHash('sha256');
    try {
      for await (const part of await this.stream(name)) hash.update(part as Buffer);
      return hash.digest('hex');
    } catch {
      return null;
    }
  }

  private async stream(name: string): Promise<Readable> {
    const entry = this.entries.get(name);
    if (!entry) throw new ArchiveProblem(name, 'entrée absente');
    return this.zip.openReadStreamPromise(entry);
  }
}

const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

async function whole(zip: ZipFile, entry: Entry | undefined, most = limits.manifest): Promise<Buffer> {
  if (!entry) throw new ArchiveProblem('manifest.json', 'entrée absente');
  if (entry.uncompressedSize > most) throw new ArchiveProblem(entry.fileName, 'taille démesurée');
  const parts: Buffer[] = [];
  for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isList = (value: unknown, fields: readonly string[]): boolean => Array.isArray(value) && value.every((item: unknown) => fields.every((field) => isText((item as Record<string, unknown> | null)?.[field])));

function manifestOf(bytes: Buffer): Said {
  try {
    const said = JSON.parse(bytes.toString('utf8')) as Said & { format: unknown; version: unknown };
    const isWhole = said.format === 'passerelle-partnership' && said.version === 1 && isText(said.partnershipId) && isText(said.contentHash) && isText(said.schema)
      && isText(said.head?.hash) && isList(said.tables, ['name', 'sha256']) && isList(said.files, ['sha256', 'contentType']) && said.notices !== null && typeof said.notices === 'object';
    if (isWhole) return said;
  } catch {
    // Said below: whatever is wrong with it, it is no manifest.
  }
  throw new ArchiveProblem('manifest.json', 'ce n’est pas le manifeste d’une archive de partenariat');
}

/** Splits a stream into lines without holding more than one; a line beyond the limit is refused. */
async function* linesIn(stream: Readable, table: string): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const part of stream) {
    rest = rest.length === 0 ? (part as Buffer) : Buffer.concat([rest, part as Buffer]);
    let start = 0;
    for (let end = rest.indexOf(10, start); end >= 0; end = rest.indexOf(10, start)) {
      yield rest.toString('utf8', start, end);
      start = end + 1;
    }
    rest = rest.subarray(start);
    if (rest.length > limits.line) throw new ArchiveProblem(`data/${table}.ndjson`, 'ligne démesurée');
  }
  if (rest.length > 0) yield rest.toString('utf8');
}
