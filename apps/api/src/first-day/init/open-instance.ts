import { RegisterPerson } from '#identity';
import { accepted, type Answer, type Language } from '#kernel';
import { AppointAdmin } from '#parties';
import { migrateQueue, problemsMessage, readSettings, type Settings } from '#platform';
import { BootProblem, joinDatabases, refuseDemoData, refusePowerfulRole, type OpenDatabases } from '../../boot/databases.js';
import { migrate } from '../../migrate.js';
import { commandCtx, withCommandTools, type CommandTools } from '../command-work.js';
import type { Pending } from './kept-files.js';

/** The settings as the start will read them. @throws BootProblem naming all that is wrong */
export function settingsOf({ answers, secret }: Pick<Pending, 'answers' | 'secret'>): Settings {
  const read = readSettings({ DEMO: '0', ...answers, INSTANCE_SECRET: secret });
  if ('problems' in read) throw new BootProblem(problemsMessage(read.problems));
  return read.settings;
}

/** The addresses of those who run this database's instance already. */
async function admins({ work }: CommandTools): Promise<string[]> {
  const rows = await work.read(commandCtx('init'), (tx) =>
    tx.query<{ mail_address: string }>('select mail_address from instance_admin join person on person.id = instance_admin.person_id where "until" is null'),
  );
  return rows.map((row) => row.mail_address);
}

async function knownPerson({ work }: CommandTools, mailAddress: string): Promise<string | undefined> {
  const [row] = await work.read(commandCtx('init'), (tx) => tx.query<{ person_id: string }>('select person_id from person_by_mail_address($1)', [mailAddress]));
  return row?.person_id;
}

/** Registers the first administrator, once however often it is called. @throws BootProblem when these data are somebody else's instance */
async function appoint(tools: CommandTools, { answers }: Pending): Promise<Answer<string>> {
  const mailAddress = (answers['ADMIN_MAIL'] ?? '').toLowerCase();
  const others = (await admins(tools)).filter((address) => address !== mailAddress);
  if (others.length > 0) {
    throw new BootProblem(`Ces données sont déjà celles d’une instance, administrée par ${others.join(', ')}. Remettez son passerelle.env depuis votre sauvegarde, ou choisissez un autre dossier par --data-dir.`);
  }
  const language = (answers['ADMIN_LANGUAGE'] ?? 'fr') as Language;
  const known = await knownPerson(tools, mailAddress);
  const person = known ? accepted(known) : await new RegisterPerson(tools.work).run(commandCtx('init'), { displayName: answers['ADMIN_NAME'] ?? '', mailAddress, language });
  return person.refused ? person : new AppointAdmin(tools.work).run(commandCtx('init'), { personId: person.value });
}

async function prepare(databases: OpenDatabases, pending: Pending): Promise<void> {
  await migrate(databases.owner);
  if (!pending.answers['REDIS_URL']) await migrateQueue(databases.owner, new URL(databases.queue).username);
  await refusePowerfulRole(databases.app);
  const appointed = await withCommandTools(databases.app, (tools) => appoint(tools, pending));
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
