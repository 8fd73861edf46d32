import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VersionedZones, type Zones } from '#kernel';
import { EmbeddedPostgresProblem, TypstPress, type Press, type Settings } from '#platform';
import { zoneReport } from '../../boot/zone-check.js';
import { freeBytes } from '../../health/take-measures.js';
import { attention, fine, wordsOf, wrong, type Finding } from './finding.js';

/** The oldest Node the house starts on (`package.json`, engines), and those whose upkeep has ended (nodejs.org, release schedule). */
const oldestNode = [20, 19] as const;
const endedNodes: readonly number[] = [20, 21, 23];

export function examineNode(version: string): Finding {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) return wrong('node', `Node ${version} est trop ancien.`, 'Installez Node 22 ou 24.');
  if (endedNodes.includes(major)) return attention('node', `Node ${version} convient, mais ne reçoit plus de corrections de sécurité.`, 'Passez à Node 22 ou 24 quand vous le pourrez.');
  return fine('node', `Node ${version}.`);
}

/** `folder`: where the house is started from. */
export function examineBuild(folder: string): Finding {
  const missing = ['dist/apps/api/src/main.js', 'dist/web/server/index.js', 'dist/web/client'].filter((path) => !existsSync(join(folder, path)));
  return missing.length === 0 ? fine('build', 'Le serveur et les pages sont construits.') : wrong('build', `Il manque ${missing.join(', ')}.`, 'npm run build, ou npm start qui le fait.');
}

export function examineZones(zones: Zones = new VersionedZones()): Finding {
  const report = zoneReport(zones);
  if (report.disagreements.some(({ source }) => source === 'versioned')) {
    return wrong('zones', `Les données horaires ${report.dataVersion} ne datent pas juste : aucune échéance n’est sûre.`, 'Réinstallez les dépendances : npm ci.');
  }
  const node = report.disagreements.length > 0 ? ` Celles de Node (${report.nodeDataVersion}) sont périmées ; aucune date légale ne s’en sert.` : '';
  return fine('zones', `Données horaires ${report.dataVersion}.${node}`);
}

/** One short document in the three scripts, rendered for good: fonts, engine and platform at once. */
export async function examinePress(press: Press & { close?(): Promise<void> } = new TypstPress()): Promise<Finding> {
  try {
    const template = '#set document(title: "Examen")\n= Examen\n#json("/data.json").words';
    const printed = await press.render({ template, data: { words: 'Procès-verbal, محضر, ⵜⴰⵏⵎⵎⵉⵔⵜ' }, date: '2026-01-01', standard: 'a-3a' });
    if (printed.refused) return wrong('press', `L’imprimeur de PV refuse un document d’essai : ${printed.code}.`, 'Réinstallez les dépendances sur cette machine même : npm ci.');
    return fine('press', `Un PDF d’essai s’imprime, dans les trois écritures (${Math.round(printed.value.length / 1024)} Ko).`);
  } finally {
    await press.close?.();
  }
}

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1).replace('.', ',')} Go`;

/** Our own defaults: under 0.1 GB an act may fail in the middle, under 1 GB a person should look. */
export function judgeDisk(free: number, folder: string): Finding {
  if (free < 1e8) return wrong('disk', `${gigabytes(free)} libres là où sont les données (${folder}).`, 'Libérez de la place maintenant : PostgreSQL s’arrêterait au milieu d’un acte.');
  if (free < 1e9) return attention('disk', `${gigabytes(free)} libres là où sont les données (${folder}).`, 'Prévoyez de la place dans les jours qui viennent.');
  return fine('disk', `${gigabytes(free)} libres là où sont les données.`);
}

export const examineDisk = async ({ dataDir }: Settings): Promise<Finding> => judgeDisk(await freeBytes(existsSync(dataDir) ? dataDir : '.'), dataDir);

/** Data of the embedded server that are there already; `null`: to be examined further, with a running server. */
export function examineData({ database, dataDir, demo }: Settings): Finding | null {
  if (database) return null;
  const version = join(dataDir, 'postgres', 'PG_VERSION');
  if (!existsSync(version)) return attention('data', `Pas encore de données dans ${dataDir}.`, demo ? 'npm start les crée.' : 'passerelle init ou npm start les crée.');
  const marked = existsSync(join(dataDir, 'demo.secret'));
  if (marked && !demo) return wrong('data', `${dataDir} contient une démonstration.`, 'Choisissez un autre DATA_DIR : une démonstration n’est jamais servie comme une instance.');
  return readFileSync(version, 'utf8').trim() === '' ? wrong('data', `${version} est vide.`, 'Restaurez une sauvegarde : passerelle restore FICHIER.') : null;
}

/** Why the embedded server does not open these data: its own sentence already holds the remedy. */
export function unopened(error: unknown): Finding {
  if (error instanceof EmbeddedPostgresProblem) {
    const [cause = '', ...rest] = error.fr.split(' : ');
    return wrong('database', cause, rest.join(' : ') || error.detail);
  }
  return wrong('database', `La base ne s’ouvre pas : ${wordsOf(error)}.`, 'Regardez la fin de postgres/server.log dans le dossier des données.');
}
