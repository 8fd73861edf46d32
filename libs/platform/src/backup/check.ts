import { readArchive } from './archive.js';
import { fileName, manifestName, pathOfFile, readManifest, tableOfPart, Tally, type Manifest } from './manifest.js';
import { BackupProblem } from './problem.js';
import type { Member } from './tar.js';

/** A file carried beside the tables (settings, keys). */
export interface CarriedFile {
  readonly path: string;
  readonly content: Buffer;
}

/** A backup whose every byte was read and found right. */
export interface CheckedBackup {
  readonly manifest: Manifest;
  /** SHA-256 (hex) of the manifest: it covers every other hash, and so names this backup. */
  readonly id: string;
  readonly files: readonly CarriedFile[];
}

/** What the members really are, by the name of their table or file. */
class Found {
  readonly tallies = new Map<string, Tally>();
  readonly files: CarriedFile[] = [];
  manifest: Buffer | null = null;

  take({ name, content }: Member): void {
    if (this.manifest) throw new BackupProblem('DAMAGED', `${name} après la fin`);
    if (name === manifestName) return void (this.manifest = content);
    const [table, path] = [tableOfPart(name), pathOfFile(name)];
    if (table === null && path === null) throw new BackupProblem('DAMAGED', name);
    if (path !== null) this.files.push({ path, content });
    const key = path === null ? `tables/${table}` : name;
    const tally = this.tallies.get(key) ?? new Tally();
    tally.add(content);
    this.tallies.set(key, tally);
  }
}

/**
 * Reads a whole backup and compares it with what it says of itself, before anything is touched.
 * @throws BackupProblem NO_SUCH_FILE, DAMAGED naming the member
 */
export async function checkBackup(file: string): Promise<CheckedBackup> {
  const found = new Found();
  for await (const member of readArchive(file)) found.take(member);
  if (!found.manifest) throw new BackupProblem('DAMAGED', `${manifestName} manque`);
  const manifest = manifestOf(found.manifest);
  const told = [...manifest.tables.map((entry) => ({ ...entry, key: `tables/${entry.name}` })), ...manifest.files.map((entry) => ({ ...entry, key: fileName(entry.name) }))];
  for (const { key, bytes, sha256 } of told) {
    const real = (found.tallies.get(key) ?? new Tally()).sum();
    if (real.bytes !== bytes || real.sha256 !== sha256) throw new BackupProblem('DAMAGED', key);
    found.tallies.delete(key);
  }
  const [untold] = found.tallies.keys();
  if (untold !== undefined) throw new BackupProblem('DAMAGED', untold);
  const name = new Tally();
  name.add(found.manifest);
  return { manifest, id: name.sum().sha256, files: found.files };
}

function manifestOf(content: Buffer): Manifest {
  try {
    return readManifest(content.toString('utf8'));
  } catch {
    throw new BackupProblem('DAMAGED', manifestName);
  }
}
