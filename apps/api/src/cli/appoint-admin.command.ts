import { parseArgs } from 'node:util';
import { refusalSentence } from '#platform';
import { migrate } from '../migrate.js';
import { adminsOf, appoint, type Appointed } from '../first-day/appoint.js';
import { commandCtx, withCommandTools } from '../first-day/command-work.js';
import type { Command, CommandLine } from './command.js';

const ctx = commandCtx('appoint-admin');

/** `null` when it was called wrongly. */
function wishOf(words: readonly string[]): Appointed | null {
  try {
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options: { name: { type: 'string' }, language: { type: 'string', default: 'fr' } } });
    const [mailAddress, ...others] = positionals;
    if (mailAddress === undefined || others.length > 0 || (values.language !== 'fr' && values.language !== 'ar')) return null;
    return { mailAddress: mailAddress.trim(), displayName: values.name ?? null, language: values.language };
  } catch {
    return null;
  }
}

async function run(line: CommandLine): Promise<number> {
  const wish = wishOf(line.words);
  if (!wish) {
    line.say(`passerelle ${appointAdminCommand.usage}`);
    return 2;
  }
  const { owner, app } = await line.databases();
  await migrate(owner);
  return withCommandTools(app, async (tools) => {
    const before = await adminsOf(tools, ctx);
    const appointed = await appoint(tools, ctx, wish);
    if (appointed.refused) {
      line.say(appointed.code === 'PERSON_UNKNOWN' ? `Personne n’a l’adresse ${wish.mailAddress} ici. Donnez aussi son nom : --name "Prénom Nom" (et --language ar pour lui écrire en arabe).` : refusalSentence(appointed, 'fr'));
      line.result({ problem: appointed.code });
      return 1;
    }
    const isNew = !before.includes(wish.mailAddress.toLowerCase());
    line.say(isNew ? `${wish.mailAddress} administre désormais cette instance, inscrit au journal. Un courriel le dit aux autres administrateurs ; la connexion se fait par un code envoyé à cette adresse.` : `${wish.mailAddress} administre déjà cette instance : rien n’a changé.`);
    line.result({ personId: appointed.value, appointed: isNew });
    return 0;
  });
}

/** Whoever keeps the machine names one person more to run the instance: when the first has left, or so that two may. */
export const appointAdminCommand: Command = {
  name: 'appoint-admin',
  usage: 'appoint-admin ADRESSE [--name "PRÉNOM NOM"] [--language fr|ar]',
  summary: 'Donne à une personne de plus l’administration de l’instance ; journalisé, dit aux autres administrateurs.',
  run,
};
