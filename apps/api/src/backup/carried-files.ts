import { access, link, lstat, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CarriedFile } from '#platform';

/** What of the data folder is no key: the cluster itself, and what belongs to one machine or one process. */
const ofThisMachine = /^(postgres(\..*)?|.*\.pid|.*\.log|.*\.sock(et)?|\..*)$/;

/** Where settings and keys stand on this machine. */
export interface KeyPlaces {
  readonly dataDir: string;
  /** The settings file that was read, or the one that would be. */
  readonly settingsFile: string;
  /** The instance's secret as the house uses it, wherever it is written. */
  readonly secret: string | null;
}

/** The settings file, as a backup carries it. */
export const settingsPath = 'passerelle.env';
/** The secret by itself: an instance whose settings are environment variables has no file that holds it. */
export const secretPath = 'instance-secret';

/** Settings, secret and key files of an instance. */
export async function gatherFiles({ dataDir, settingsFile, secret }: KeyPlaces): Promise<CarriedFile[]> {
  const names = (await readdir(dataDir).catch(() => [])).filter((name) => !ofThisMachine.test(name)).sort();
  const kept: CarriedFile[] = [];
  for (const name of names) if ((await lstat(join(dataDir, name))).isFile()) kept.push({ path: `data/${name}`, content: await readFile(join(dataDir, name)) });
  const settings = await readFile(settingsFile).catch(() => null);
  return [...kept, ...(settings ? [{ path: settingsPath, content: settings }] : []), ...(secret ? [{ path: secretPath, content: Buffer.from(secret) }] : [])];
}

/** What became of one file. */
export interface PlacedFile {
  readonly path: string;
  readonly outcome: 'WRITTEN' | 'SAME' | 'KEPT_OTHER';
}

/** Puts settings and key files where they were. A file that is already there is never replaced: `KEPT_OTHER` says that it differs. */
export async function placeFiles(files: readonly CarriedFile[], places: KeyPlaces): Promise<PlacedFile[]> {
  const placed: PlacedFile[] = [];
  for (const { path, content } of files) {
    if (path === secretPath) continue;
    const target = path === settingsPath ? places.settingsFile : join(places.dataDir, path.replace(/^data\//, '').replaceAll(/[\\/]|^\.+/g, '_'));
    placed.push({ path: target, outcome: await place(target, content) });
  }
  return placed;
}

/** Written beside and named in one step, so that a killed restore leaves no half file. */
async function place(target: string, content: Buffer): Promise<PlacedFile['outcome']> {
  if (await access(target).then(() => true, () => false)) return (await readFile(target)).equals(content) ? 'SAME' : 'KEPT_OTHER';
  const beside = `${target}.restoring-${process.pid}`;
  await mkdir(dirname(target), { recursive: true });
  await writeFile(beside, content, { mode: 0o600 });
  try {
    await link(beside, target);
  } finally {
    await rm(beside, { force: true });
  }
  return 'WRITTEN';
}
