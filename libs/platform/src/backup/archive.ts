import { createReadStream, createWriteStream } from 'node:fs';
import { access, link, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { failpoint } from '../failpoint/failpoint.js';
import { BackupProblem } from './problem.js';
import { endOfTar, tarMember, tarMembers, type Member } from './tar.js';

/**
 * Writes members into a compressed archive, readable by its owner only. It is written beside, put on the disk (fsync), and
 * only then named: whoever sees the name sees a whole file. A killed writer leaves a `.partial` that the next one removes.
 * @throws BackupProblem FILE_EXISTS
 */
export async function writeArchive(file: string, members: AsyncIterable<Member>, at: Date): Promise<void> {
  const path = resolve(file);
  if (await exists(path)) throw new BackupProblem('FILE_EXISTS', path);
  await sweepPartials(path);
  const partial = `${path}.partial-${process.pid}`;
  try {
    await pipeline(tarOf(members, at), createGzip({ level: 6 }), createWriteStream(partial, { mode: 0o600, flags: 'wx' }));
    await settle(partial);
    failpoint('backup.before-name');
    await nameIt(partial, path);
    await settle(dirname(path));
  } finally {
    await rm(partial, { force: true });
  }
}

/**
 * The members of an archive, one at a time in memory.
 * @throws BackupProblem NO_SUCH_FILE, or DAMAGED when the file is cut, or a changed byte changes what its format or checksum covers
 */
export async function* readArchive(file: string): AsyncGenerator<Member> {
  const path = resolve(file);
  if (!(await exists(path))) throw new BackupProblem('NO_SUCH_FILE', path);
  const source = createReadStream(path);
  const plain = createGunzip();
  source.once('error', (error) => plain.destroy(error));
  source.pipe(plain);
  try {
    yield* tarMembers(plain as AsyncIterable<Buffer>);
  } catch (error) {
    throw error instanceof BackupProblem ? error : new BackupProblem('DAMAGED', `${basename(path)}, ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    plain.destroy();
    source.destroy();
  }
}

async function* tarOf(members: AsyncIterable<Member>, at: Date): AsyncGenerator<Buffer> {
  for await (const { name, content } of members) yield tarMember(name, content, at);
  yield endOfTar;
}

const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false);

/** On the disk, not only in the system's memory. Folders cannot be synchronised everywhere (Windows). */
async function settle(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** A hard link never replaces a file that appeared meanwhile; where there are none, a move. */
async function nameIt(partial: string, path: string): Promise<void> {
  try {
    await link(partial, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new BackupProblem('FILE_EXISTS', path);
    await rename(partial, path);
  }
}

async function sweepPartials(path: string): Promise<void> {
  for (const name of await readdir(dirname(path))) {
    const pid = name.startsWith(`${basename(path)}.partial-`) ? Number(name.split('-').at(-1)) : 0;
    if (pid && !isAlive(pid)) await rm(join(dirname(path), name), { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
