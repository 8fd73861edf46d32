import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { joinEmbeddedPostgres, powerOfRole, prepareCluster, startEmbeddedPostgres, type DatabaseSettings, type Settings } from '#platform';

export interface OpenDatabases extends DatabaseSettings {
  readonly embedded: boolean;
  /** Reads everything, writes nothing (embedded only: an external server's auditor is not among the settings). */
  readonly auditor?: string;
  /** Stops the embedded server; nothing to do for an external one. */
  stop(): Promise<void>;
}

/** A boot that cannot go on, said in one sentence to whoever started it. */
export class BootProblem extends Error {}

/**
 * A demonstration's data are never served as a real instance's: invented votes and signatures would pass for true.
 * @throws BootProblem naming the two ways out
 */
export function refuseDemoData({ demo, database, dataDir }: Pick<Settings, 'demo' | 'database' | 'dataDir'>): void {
  if (demo || database || !existsSync(join(dataDir, 'demo.secret'))) return;
  throw new BootProblem(`${dataDir} contient une démonstration : choisissez un autre DATA_DIR, ou effacez-la par npm run demo:reset.`);
}

/** The embedded PostgreSQL under the data directory, started here, or the one of the settings. */
export const openDatabases = (settings: Settings): Promise<OpenDatabases> => databasesBy(startEmbeddedPostgres, settings);

/** The same for a command: a house that runs already is joined, and left running. */
export const joinDatabases = (settings: Settings): Promise<OpenDatabases> => databasesBy(joinEmbeddedPostgres, settings);

async function databasesBy(serverOf: typeof startEmbeddedPostgres, settings: Settings): Promise<OpenDatabases> {
  const external = settings.database;
  if (external) return { ...external, embedded: false, stop: async () => undefined };
  const server = await serverOf({ dataDir: settings.dataDir });
  await prepareCluster(server.urlOf('superuser', 'postgres'), 'passerelle');
  const url = (role: 'app' | 'owner' | 'worker' | 'queue' | 'auditor'): string => server.urlOf(role, 'passerelle');
  return { app: url('app'), owner: url('owner'), worker: url('worker'), queue: url('queue'), auditor: url('auditor'), embedded: true, stop: () => server.stop() };
}

/**
 * Refuses to serve under a role that row-level security would not hold: superuser, BYPASSRLS, or owner of the tables.
 * @throws BootProblem naming the role and the remedy
 */
export async function refusePowerfulRole(appUrl: string): Promise<void> {
  const role = await powerOfRole(appUrl);
  if (role === null) return;
  throw new BootProblem(
    `DATABASE_URL utilise le rôle « ${role} », que la sécurité par ligne ne retient pas (propriétaire, superutilisateur ou BYPASSRLS). Utilisez passerelle_app.`,
  );
}
