import { SystemClock, type HouseSettings } from '#platform';
import { joinDatabases, type OpenDatabases } from '../../boot/databases.js';
import { examineClock, examineMigrations, examineRoles } from './examine-database.js';
import { examineBuild, examineData, examineDisk, examineNode, examinePress, examineZones, unopened } from './examine-machine.js';
import { examineBounces, examineNotice, examineQueue, examineRelay } from './examine-wires.js';
import { examined, fine, wrong, type Finding, type Patient } from './finding.js';

const machine = new SystemClock();

async function examineOpened(patient: Patient): Promise<Finding[]> {
  const roles = await examined('roles', () => examineRoles(patient.databases));
  if (roles.standing === 'wrong') return [roles];
  return [
    roles,
    await examined('migrations', () => examineMigrations(patient.databases)),
    await examined('clock', () => examineClock(patient.databases, () => machine.now())),
    await examined('queue', () => examineQueue(patient)),
  ];
}

/** The server is joined when the house runs, and started for the examination's own time when it does not; no data are made. */
async function examineDatabases(settings: Patient['settings']): Promise<Finding[]> {
  const data = examineData(settings);
  if (data) return [data];
  let databases: OpenDatabases;
  try {
    databases = await joinDatabases(settings);
  } catch (error) {
    return [unopened(error)];
  }
  try {
    return await examineOpened({ settings, databases });
  } finally {
    await databases.stop();
  }
}

function examineSettings(read: HouseSettings): Finding {
  const where = read.file ?? 'l’environnement';
  if ('settings' in read) return fine('settings', `Réglages lus dans ${where}${read.settings.demo ? ' : démonstration' : ''}.`);
  return wrong('settings', read.problems.join(' '), `Corrigez ${where}${read.file ? '' : ', ou lancez passerelle init'}.`);
}

/** Everything that can be wrong on this machine, one line each, in the order in which each needs the one before. */
export async function examine(read: HouseSettings, folder: string): Promise<Finding[]> {
  const machineFindings = [
    examineNode(process.version),
    examineBuild(folder),
    await examined('zones', async () => examineZones()),
    await examined('press', () => examinePress()),
    examineSettings(read),
  ];
  if (!('settings' in read)) return machineFindings;
  const { settings } = read;
  return [
    ...machineFindings,
    await examined('disk', () => examineDisk(settings)),
    ...(await examineDatabases(settings)),
    await examined('mail', () => examineRelay(settings)),
    await examined('bounces', () => examineBounces(settings)),
    examineNotice(settings),
  ];
}
