import type { Answer, Language } from '#kernel';
import { migrateQueue, problemsMessage, readSettings, type Settings } from '#platform';
import { BootProblem, joinDatabases, refuseDemoData, refusePowerfulRole, type OpenDatabases } from '../../boot/databases.js';
import { migrate } from '../../migrate.js';
import { adminsOf, appoint } from '../appoint.js';
import { commandCtx, withCommandTools, type CommandTools } from '../command-work.js';
import type { Pending } from './kept-files.js';

/** The settings as the start will read them. @throws BootProblem naming all that is wrong */
export function settingsOf({ answers, secret }: Pick<Pending, 'answers' | 'secret'>): Settings {
  const read = readSettings({ DEMO: '0', ...answers, INSTANCE_SECRET: secret });
  if ('problems' in read) throw new BootProblem(problemsMessage(read.problems));
  return read.settings;
}

/** Registers the first administrator, once however often it is called. @throws BootProblem when these data are somebody else's instance */
async function appointFirst(tools: CommandTools, { answers }: Pending): Promise<Answer<string>> {
  const mailAddress = (answers['ADMIN_MAIL'] ?? '').toLowerCase();
  const others = (await adminsOf(tools, commandCtx('init'))).filter((address) => address !== mailAddress);
  if (others.length > 0) {
    throw new BootProblem(`Ces données sont déjà celles d’une instance, administrée par ${others.join(', ')}. Remettez son passerelle.env depuis votre sauvegarde, ou choisissez un autre dossier par --data-dir.`);
  }
  return appoint(tools, commandCtx('init'), { mailAddress, displayName: answers['ADMIN_NAME'] ?? '', language: (answers['ADMIN_LANGUAGE'] ?? 'fr') as Language });
}

async function prepare(databases: OpenDatabases, pending: Pending): Promise<void> {
  await migrate(databases.owner);
  if (!pending.answers['REDIS_URL']) await migrateQueue(databases.owner, new URL(databases.queue).username);
  await refusePowerfulRole(databases.app);
  const appointed = await withCommandTools(databases.app, (tools) => appointFirst(tools, pending));
  if (appointed.refused) throw new BootProblem(`L’administrateur n’a pas pu être inscrit : ${appointed.code}.`);
}

/**
 * Makes the database of the instance and its first administrator. Killed in the middle, it is called again and finishes.
 * @throws BootProblem, EmbeddedPostgresProblem with a sentence
 */
export async function openInstance(pending: Pending): Promise<void> {
  const settings = settingsOf(pending);
  refuseDemoData(settings);
  const databases = await joinDatabases(settings);
  try {
    await prepare(databases, pending);
  } finally {
    await databases.stop();
  }
}
