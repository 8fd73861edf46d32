import { resolve } from 'node:path';
import { BackupProblem, environmentOf, instanceSecretOf, settingsFileName, SystemClock, type Manifest, type Settings } from '#platform';
import { backupHouse } from '../backup/backup-house.js';
import { gatherFiles, type KeyPlaces } from '../backup/carried-files.js';
import type { Command, CommandLine } from './command.js';

const withoutKeys = '--without-keys';

/** Where this instance keeps its settings, its data and its secret. */
export async function keyPlacesOf(settings: Settings): Promise<KeyPlaces> {
  const settingsFile = environmentOf(process.env, process.cwd()).file ?? resolve(settingsFileName);
  const secret = settings.demo ? null : await instanceSecretOf(settings);
  return { dataDir: resolve(settings.dataDir), settingsFile, secret };
}

/** `passerelle-2026-11-22T09-15-00Z.backup` in the current folder. */
const fileFor = (at: Date): string => `passerelle-${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z.backup`;

const megabytes = (manifest: Manifest): string => (manifest.tables.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(1);

async function run(line: CommandLine): Promise<number> {
  const words = line.words.filter((word) => word !== withoutKeys);
  if (words.length > 1 || words[0]?.startsWith('-')) return 2;
  const at = new SystemClock().now();
  const file = resolve(words[0] ?? fileFor(at));
  const { settings } = line;
  const files = line.words.includes(withoutKeys) ? null : await gatherFiles(await keyPlacesOf(settings));
  const { owner } = await line.databases();
  const manifest = await backupHouse({ ownerUrl: owner, file, at, publicUrl: settings.publicUrl, demo: settings.demo, files });
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  line.say(`Sauvegarde entière : ${file} (${manifest.tables.length} tables, ${rows} lignes, ${megabytes(manifest)} Mo avant compression).`);
  if (manifest.keys) line.say('ATTENTION : ce fichier contient la clé et les réglages de l’instance. Qui le lit peut se faire passer pour elle : gardez-le hors ligne ou chiffré. (--without-keys les laisse de côté.)');
  else line.say('Sans réglages ni clés : gardez-les à part, une restauration en a besoin.');
  line.result({ file, takenAt: manifest.takenAt, rows, tables: manifest.tables.length, keys: manifest.keys });
  return 0;
}

/** One file that holds the whole instance, taken while the house works. */
export const backupCommand: Command = {
  name: 'backup',
  usage: 'backup [FICHIER] [--without-keys]',
  summary: 'Sauvegarde toute l’instance dans un fichier, sans l’arrêter.',
  run: (line) => run(line).catch((error: unknown) => told(line, error)),
};

/** A problem of backups is a sentence and code 1; anything else is a bug and goes on. */
export function told(line: CommandLine, error: unknown): number {
  if (!(error instanceof BackupProblem)) throw error;
  process.stderr.write(`${error.sentence}\n`);
  line.result({ problem: error.code, detail: error.detail });
  return 1;
}
