import { join } from 'node:path';
import { VersionedZones } from '#kernel';
import { instanceSecretOf, problemsMessage, readHouseSettings, refuseHalfRestored, type Settings } from '#platform';
import { migrate } from '../migrate.js';
import { openHouse, type House } from '../house.js';
import { openDemo } from '../demo/open-demo.js';
import { takeDemoTurn } from '../demo/start-over.js';
import { openMachines } from './machines.js';
import { BootProblem, openDatabases, refuseDemoData, refusePowerfulRole, type OpenDatabases } from './databases.js';
import { welcome } from './welcome.js';
import { checkZones } from './zone-check.js';

type Env = Readonly<Record<string, string | undefined>>;

/** Reads every setting at once: all that is wrong is named in one message. */
function settingsOf(env: Env, argv: readonly string[]): Settings {
  const read = readHouseSettings(env, argv, process.cwd());
  if ('problems' in read) throw new BootProblem(problemsMessage(read.problems));
  return read.settings;
}

async function listen(house: House, settings: Settings): Promise<void> {
  await house.listen(settings.port, settings.host).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new BootProblem(`Le port ${settings.port} est déjà pris sur ${settings.host}. Choisissez-en un autre : PORT=${settings.port + 1} npm start`);
    throw error;
  });
}

/** Ends in order, once: first the doors, then the rooms, last the database. */
function stopOnSignal(house: House, databases: OpenDatabases): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await house.close().catch((error: unknown) => console.error(error));
    await databases.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
}

/** Database, migrations, rooms, demo, doors: the whole start, in the order in which each needs the one before. */
export async function start(env: Env, argv: readonly string[]): Promise<House> {
  const settings = settingsOf(env, argv);
  checkZones(new VersionedZones(), { log: () => undefined, warn: (message) => process.stderr.write(`${message}\n`) });
  refuseDemoData(settings);
  const databases = await openDatabases(settings);
  try {
    await refuseHalfRestored(databases.owner);
    await migrate(databases.owner);
    await refusePowerfulRole(databases.app);
    const turn = settings.demo ? await takeDemoTurn(databases.owner) : null;
    const house = await openHouse({
      urls: databases,
      publicUrl: settings.publicUrl,
      secret: await instanceSecretOf(settings),
      demo: settings.demo,
      sessions: settings.sessions,
      uploadMegabytes: settings.uploadMegabytes,
      trustProxy: settings.trustProxy,
      dataDir: databases.embedded ? settings.dataDir : undefined,
      webDirectory: settings.role === 'worker' ? null : join(process.cwd(), 'dist/web'),
      ...(await openMachines(settings, databases)),
    });
    if (turn) await openDemo(house, env['DEMO_CLOCK']).finally(() => turn.release());
    if (settings.role !== 'api') await house.startWorker();
    if (settings.role !== 'worker') await listen(house, settings);
    stopOnSignal(house, databases);
    process.stdout.write(`${welcome(house, settings, env['PASSERELLE_STARTED_AT'])}\n`);
    return house;
  } catch (error) {
    await databases.stop();
    throw error;
  }
}
