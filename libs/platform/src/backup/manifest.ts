import { createHash, type Hash } from 'node:crypto';
import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const whole = z.number().int().nonnegative();

const shape = z.object({
  format: z.literal('passerelle-backup'),
  version: z.literal(1),
  takenAt: z.iso.datetime(),
  /** PostgreSQL's major version. */
  postgres: z.string(),
  publicUrl: z.string(),
  demo: z.boolean(),
  /** Settings, secret and key files are inside. */
  keys: z.boolean(),
  /** Names of the migrations the data were under. */
  migrations: z.array(z.string()),
  /** Each table as PostgreSQL's COPY text, in parts that follow one another; the hash is of all of them together. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: whole, bytes: whole, sha256 })),
  files: z.array(z.object({ name: z.string(), bytes: whole, sha256 })),
  /** Where each journal chain stood: what is restored ends there. */
  heads: z.array(z.object({ chain: z.string(), sequence: z.string(), hash: sha256 })),
});

/** What a backup says of itself: its last member, so that a backup without it is not whole. */
export type Manifest = z.infer<typeof shape>;
export type TableEntry = Manifest['tables'][number];
export type FileEntry = Manifest['files'][number];

/** The member that closes a backup. */
export const manifestName = 'manifest.json';

/** @throws Error when the text is no manifest this version reads */
export const readManifest = (text: string): Manifest => shape.parse(JSON.parse(text));

/** Counts and hashes what passes. */
export class Tally {
  private readonly hash: Hash = createHash('sha256');
  bytes = 0;

  add(chunk: Buffer): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
  }

  /** Once, at the end. */
  sum(): { bytes: number; sha256: string } {
    return { bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}

const newline = 0x0a;

/**
 * The sum of the hashes of rows in COPY text, whatever their order: a server may lay rows down otherwise than they came.
 * Each row is a line (line breaks inside values are escaped); chunks may cut them anywhere.
 */
export class RowSum {
  private rest: Buffer[] = [];
  private readonly words = new Uint32Array(8);

  add(chunk: Buffer): void {
    let from = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      this.addRow(Buffer.concat([...this.rest.splice(0), chunk.subarray(from, end)]));
      from = end + 1;
    }
    if (from < chunk.length) this.rest.push(chunk.subarray(from));
  }

  /** Hex. */
  get sum(): string {
    return Buffer.from(this.words.buffer).toString('hex');
  }

  private addRow(row: Buffer): void {
    const hash = createHash('sha256').update(row).digest();
    for (let word = 0; word < 8; word += 1) this.words[word]! += hash.readUInt32LE(word * 4);
  }
}

/** Where the parts of a table stand in the archive: `tables/person/0001.copy`. */
export const partName = (table: string, part: number): string => `tables/${table}/${String(part).padStart(4, '0')}.copy`;

/** The table of a part; `null` for another member. */
export const tableOfPart = (name: string): string | null => /^tables\/([^/]+)\/\d{4,}\.copy$/.exec(name)?.[1] ?? null;

/** Where a file stands in the archive: `files/data/demo.secret`. */
export const fileName = (path: string): string => `files/${path}`;

/** The path of a file; `null` for another member. */
export const pathOfFile = (name: string): string | null => (name.startsWith('files/') ? name.slice('files/'.length) : null);
