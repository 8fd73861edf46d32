import type { DataSource } from 'typeorm';
import { databaseOf, powerOfRole, type DatabaseSettings } from '#platform';
import { migrations } from '../../migrations/all.js';
import { fine, wordsOf, wrong, type Finding } from './finding.js';

const roleOf = (url: string): string => new URL(url).username;
const named = { app: 'DATABASE_URL', owner: 'DATABASE_OWNER_URL', worker: 'DATABASE_WORKER_URL', queue: 'DATABASE_QUEUE_URL' } as const;
type Key = keyof typeof named;

/** SQLSTATE of a role, a password or a database that is not there. */
const absent = new Set(['28P01', '28000', '3D000']);
export const rolesRemedy = 'Créez les rôles et la base, une fois, comme administrateur de PostgreSQL : psql -v ON_ERROR_STOP=1 -d postgres -f deploy/roles.sql (le fichier dit quels mots de passe donner).';

async function looked<T>(url: string, look: (database: DataSource) => Promise<T>): Promise<T> {
  const database = await databaseOf(url, [], 1).initialize();
  try {
    return await look(database);
  } finally {
    await database.destroy();
  }
}

/** Each role comes in, and none that serves people is stronger than row-level security. */
export async function examineRoles(databases: DatabaseSettings): Promise<Finding> {
  for (const key of Object.keys(named) as Key[]) {
    try {
      await looked(databases[key], (database) => database.query('select 1'));
    } catch (error) {
      const code = String((error as { code?: unknown }).code ?? '');
      const remedy = absent.has(code) ? rolesRemedy : `Vérifiez l’adresse donnée par ${named[key]}, et que PostgreSQL écoute cette machine.`;
      return wrong('roles', `Le rôle ${roleOf(databases[key])} n’entre pas : ${wordsOf(error)}.`, remedy);
    }
  }
  for (const key of ['app', 'worker'] as const) {
    const powerful = await powerOfRole(databases[key]);
    if (powerful) return wrong('roles', `${named[key]} utilise « ${powerful} », que la sécurité par ligne ne retient pas.`, `Utilisez passerelle_${key} ; ${rolesRemedy}`);
  }
  return fine('roles', 'Les rôles entrent, et la sécurité par ligne les retient.');
}

/** Are the tables those of this version? A database that is newer than the program is told apart from one that is older. */
export function examineMigrations(databases: DatabaseSettings, known = migrations): Promise<Finding> {
  return looked(databases.owner, async (database) => {
    const there = (await database.query(`select to_regclass('public.migrations') is not null as there`)) as [{ there: boolean }];
    const applied = there[0].there ? ((await database.query('select name from migrations')) as { name: string }[]).map(({ name }) => name) : [];
    const names = known.map((migration) => new migration().name ?? migration.name);
    const pending = names.filter((name) => !applied.includes(name));
    const foreign = applied.filter((name) => !names.includes(name));
    if (foreign.length > 0) return wrong('migrations', `Cette base a été ouverte par une version plus récente (${foreign.join(', ')}).`, 'Remettez cette version plus récente : revenir en arrière n’est possible qu’en restaurant une sauvegarde.');
    if (pending.length > 0) return wrong('migrations', `${pending.length} migration(s) attendent : ${pending.join(', ')}.`, 'npm start les applique, après une sauvegarde : passerelle backup.');
    return fine('migrations', `Les tables sont celles de cette version (${names.length} migrations).`);
  });
}

/** Codes live minutes and sessions days: two clocks that differ by more than this make both wrong. Our own default. */
const skewSeconds = 30;

export function judgeSkew(seconds: number): Finding {
  if (Math.abs(seconds) <= skewSeconds) return fine('clock', 'L’horloge de cette machine et celle de la base s’accordent.');
  return wrong('clock', `L’horloge de cette machine ${seconds > 0 ? 'avance' : 'retarde'} de ${Math.round(Math.abs(seconds))} s sur celle de la base.`, 'Mettez les deux à l’heure (systemd-timesyncd ou chrony).');
}

/** This machine's clock against the database's; half of the journey is taken off. */
export function examineClock(databases: DatabaseSettings, machineNow: () => Date): Promise<Finding> {
  return looked(databases.app, async (database) => {
    const before = machineNow().getTime();
    const [row] = (await database.query('select extract(epoch from clock_timestamp())::float8 as now')) as [{ now: number }];
    const after = machineNow().getTime();
    return judgeSkew((before + after) / 2_000 - row.now);
  });
}
