import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { loadBlob, type Ctx, type ReadTx, type Work } from '#platform';
import { archived, type Archived } from './archived.js';
import { contentHashOf, type Manifest, type TableEntry } from './manifest.js';
import { noticesOf } from './notices.js';
import { linesOf } from './table-lines.js';

/** One date for all entries, written as DOS fields: no clock and no zone in the bytes. */
const entry = { mtime: new Date(2000, 0, 1), mode: 0o100644, forceDosTimestamp: true };

/** What the manifest will say, gathered while the entries are written. */
interface Gathered {
  readonly demo: boolean;
  readonly tables: TableEntry[];
  readonly files: Manifest['files'][number][];
  head: Manifest['head'];
  schema: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function noteHead(gathered: Gathered, table: Archived, line: string): void {
  if (table.name !== 'journal_head') return;
  const { sequence, hash } = JSON.parse(line) as { sequence: number; hash: string };
  gathered.head = { sequence: String(sequence), hash: hash.slice(2) };
}

async function* ndjson(tx: ReadTx, { table, partnershipId, gathered }: { table: Archived; partnershipId: string; gathered: Gathered }): AsyncGenerator<Buffer> {
  const hash: Hash = createHash('sha256');
  let rows = 0;
  for await (const line of linesOf(tx, table, partnershipId)) {
    const bytes = Buffer.from(`${line}\n`, 'utf8');
    hash.update(bytes);
    rows += 1;
    noteHead(gathered, table, line);
    yield bytes;
  }
  gathered.tables.push({ name: table.name, rows, sha256: hash.digest('hex') });
}

/** An entry whose bytes are asked for when its turn comes: one table or one file in memory at a time. */
function later(zip: ZipFile, name: string, { compress, open }: { compress: boolean; open: () => Readable | Promise<Readable> }): void {
  zip.addReadStreamLazy(name, { ...entry, compress }, (give) => {
    Promise.resolve().then(open).then((stream) => give(null, stream), (error: unknown) => give(error, Readable.from([])));
  });
}

function addFile(zip: ZipFile, tx: ReadTx, { partnershipId, file, gathered }: { partnershipId: string; file: { sha256: string; content_type: string }; gathered: Gathered }): void {
  later(zip, `files/${file.sha256}`, {
    compress: false,
    open: async () => {
      const blob = await loadBlob(tx, partnershipId, file.sha256);
      if (!blob) throw new Error(`file ${file.sha256} is out of reach`);
      gathered.files.push({ sha256: file.sha256, size: blob.bytes.length, contentType: file.content_type });
      return Readable.from([blob.bytes]);
    },
  });
}

function manifestOf(partnershipId: string, { tables, files, head, schema, demo }: Gathered): Manifest {
  const content = { partnershipId, head, tables, files };
  const notices = Object.fromEntries(Object.entries(noticesOf(partnershipId)).map(([name, text]) => [name, sha256(text)]));
  return { format: 'passerelle-partnership', version: 1, ...content, demo, schema, notices, contentHash: contentHashOf(content) };
}

const blobs = archived.find(({ name }) => name === 'blob') as Archived;

async function write(tx: ReadTx, { partnershipId, file, demo }: Wanted): Promise<Manifest> {
  const zip = new ZipFile();
  const [{ schema }] = (await tx.query<{ schema: string }>('select last_migration() as schema')) as [{ schema: string }];
  const gathered: Gathered = { demo, tables: [], files: [], head: { sequence: '0', hash: '' }, schema };
  const stored = await tx.query<{ sha256: string; content_type: string }>(`select sha256, content_type from blob where ${blobs.where} order by sha256`, [partnershipId]);
  for (const [name, text] of Object.entries(noticesOf(partnershipId))) zip.addBuffer(Buffer.from(text, 'utf8'), name, { ...entry, compress: true });
  for (const table of archived) later(zip, `data/${table.name}.ndjson`, { compress: true, open: () => Readable.from(ndjson(tx, { table, partnershipId, gathered })) });
  for (const blob of stored) addFile(zip, tx, { partnershipId, file: blob, gathered });
  let manifest: Manifest | null = null;
  later(zip, 'manifest.json', { compress: true, open: () => Readable.from([Buffer.from(`${JSON.stringify((manifest = manifestOf(partnershipId, gathered)), null, 2)}\n`)]) });
  zip.end();
  const failed = new Promise<never>((_, reject) => zip.once('error', reject));
  await Promise.race([pipeline(zip.outputStream, createWriteStream(file, { mode: 0o600 })), failed]);
  if (!manifest) throw new Error('the archive ended without its manifest');
  return manifest;
}

/** Which archive, where to, and whether its data are a demonstration's. */
export interface Wanted {
  readonly partnershipId: string;
  readonly file: string;
  readonly demo: boolean;
}

/**
 * Writes the archive of a partnership to `file`, under the row-level security of `ctx` and in one snapshot of the database. Answers its
 * manifest; `null` when the viewer may see no such partnership.
 */
export async function exportPartnership(work: Work, ctx: Ctx, wanted: Wanted): Promise<Manifest | null> {
  const { tx, close } = await work.open(ctx, { snapshot: true });
  try {
    await tx.query(`select set_config('timezone', 'UTC', true)`);
    const [partnership] = await tx.query('select from partnership where id = $1', [wanted.partnershipId]);
    return partnership ? await write(tx, wanted) : null;
  } finally {
    await close();
  }
}
