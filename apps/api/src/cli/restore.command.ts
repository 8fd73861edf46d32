import { rm } from 'node:fs/promises';
import { BackupProblem, problemsMessage, readHouseSettings, type CheckedBackup, type Settings } from '#platform';
import { BootProblem } from '../boot/databases.js';
import { placeFiles, settingsPath, secretPath, type KeyPlaces, type PlacedFile } from '../backup/carried-files.js';
import { readWholeBackup, restoreHouse, type Restored } from '../backup/restore-house.js';
import { keyPlacesOf, told } from './backup.command.js';
import type { Command, CommandLine } from './command.js';

const carries = ({ files }: CheckedBackup, path: string): boolean => files.some((file) => file.path === path);

/** A demonstration is never restored as a real instance, nor a real one where it would be opened as a demonstration. */
function refuseOtherKind(backup: CheckedBackup, settings: Settings): void {
  if (backup.manifest.demo && !settings.demo) throw new BackupProblem('DEMO_INTO_REAL', '');
  const becomesReal = carries(backup, settingsPath) && process.env['DEMO'] !== '1';
  if (!backup.manifest.demo && settings.demo && !becomesReal) throw new BackupProblem('REAL_INTO_DEMO', '');
}

/** What the administrator must know about settings and keys, in sentences. */
function keySentences(backup: CheckedBackup, placed: readonly PlacedFile[], places: KeyPlaces): string[] {
  const secret = backup.files.find(({ path }) => path === secretPath)?.content.toString();
  const others = placed.filter(({ outcome }) => outcome === 'KEPT_OTHER').map(({ path }) => path);
  return [
    ...placed.filter(({ outcome }) => outcome === 'WRITTEN').map(({ path }) => `Rétabli : ${path}`),
    ...(others.length > 0 ? [`Déjà là et différents de la sauvegarde, gardés tels quels : ${others.join(', ')}`] : []),
    ...(secret && places.secret && secret !== places.secret
      ? ['ATTENTION : INSTANCE_SECRET n’est pas celui de la sauvegarde. Les codes et sessions en cours ne valent plus, et un courriel réexpédié ne serait pas reconnu comme le même.']
      : []),
    ...(backup.manifest.keys || backup.manifest.demo ? [] : ['Cette sauvegarde est sans réglages ni clés : donnez à l’instance son INSTANCE_SECRET d’origine.']),
  ];
}

/**
 * Puts the settings back first where this folder has none: they say where the data stand that will be served. Restored elsewhere, the rows
 * would be there and the house would open an empty place.
 * @throws BootProblem when the settings so put together cannot start a house; nothing is left behind then
 */
async function settleFirst(backup: CheckedBackup, given: Settings): Promise<{ settings: Settings; first: PlacedFile[] }> {
  if (backup.manifest.demo || process.env['DEMO'] === '1') return { settings: given, first: [] };
  const first = await placeFiles(backup.files.filter(({ path }) => path === settingsPath), await keyPlacesOf(given));
  const read = readHouseSettings(process.env, [], process.cwd());
  if ('settings' in read) return { settings: read.settings, first };
  await withdraw(first);
  throw new BootProblem(problemsMessage(read.problems));
}

const restoreAt = async (line: CommandLine, settings: Settings, { file, backup }: { file: string; backup: CheckedBackup }): Promise<Restored> =>
  restoreHouse((await line.databases(settings)).owner, file, backup);

const withdraw = async (placed: readonly PlacedFile[]): Promise<void> => {
  for (const { path, outcome } of placed) if (outcome === 'WRITTEN') await rm(path, { force: true });
};

async function run(line: CommandLine): Promise<number> {
  const [file, ...rest] = line.words;
  if (!file || rest.length > 0) {
    line.say(`passerelle ${restoreCommand.usage}`);
    return 2;
  }
  const backup = await readWholeBackup(file);
  refuseOtherKind(backup, line.settings);
  const { settings, first } = await settleFirst(backup, line.settings);
  const restored = await restoreAt(line, settings, { file, backup }).catch(async (error: unknown) => {
    await withdraw(first);
    throw error;
  });
  const places = await keyPlacesOf(settings);
  const others = await placeFiles(backup.files.filter(({ path }) => path !== settingsPath || first.length === 0), places);
  const placed = [...first, ...others];
  const rows = backup.manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  line.say(`Restauré : l’instance telle qu’elle était le ${backup.manifest.takenAt} (${rows} lignes, relues et identiques à la sauvegarde).`);
  if (restored.upgraded.length > 0) line.say(`Mise à niveau depuis une version antérieure : ${restored.upgraded.join(', ')}.`);
  if (restored.anomalies.length === 0) line.say(`Vérifié : ${restored.facts} faits, actes et fichiers conformes.`);
  else line.say(`ALERTE : ${restored.anomalies.length} anomalie(s), déjà dans la sauvegarde : ${restored.anomalies.slice(0, 5).join(' ')} (passerelle verify les montre toutes.)`);
  for (const sentence of keySentences(backup, placed, places)) line.say(sentence);
  line.say('Aucun courriel ne partira avant votre accord : démarrez, vérifiez, puis confirmez sur la page d’accueil ou par passerelle resume-sending.');
  line.result({ takenAt: backup.manifest.takenAt, rows, epoch: restored.epoch, upgraded: restored.upgraded, anomalies: restored.anomalies, files: placed });
  return restored.anomalies.length === 0 ? 0 : 1;
}

/** A whole instance from one file, into an empty one. */
export const restoreCommand: Command = {
  name: 'restore',
  usage: 'restore FICHIER',
  summary: 'Rétablit une sauvegarde dans une instance vide ; les envois attendent ensuite votre accord.',
  run: (line) => run(line).catch((error: unknown) => told(line, error)),
};
