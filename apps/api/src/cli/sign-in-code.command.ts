import { GiveSignInCode } from '#identity';
import { databaseOf, instanceSecretOf, PostgresWork, refusalSentence, SystemClock, UuidIds } from '#platform';
import { strangerCtx } from '../door/house-context-source.js';
import { entities } from '../entities.js';
import type { Command } from './command.js';

/**
 * When mail does not leave: reads out the code that the person has just asked for in her own browser. Journaled as done by hand, and told to
 * both coordinators once mail leaves again.
 */
export const signInCodeCommand: Command = {
  name: 'sign-in-code',
  usage: 'sign-in-code PERSONNE',
  summary: 'Dit le code de connexion que cette personne (adresse de courriel) vient de demander ; journalisé et annoncé aux coordinations.',
  async run({ words: [who, ...others], settings, databases, say: tell, result }) {
    if (!who || others.length > 0) {
      process.stderr.write('passerelle sign-in-code ADRESSE\n');
      return 2;
    }
    const { app } = await databases();
    const machine = new SystemClock();
    const source = await databaseOf(app, entities, 1).initialize();
    try {
      const work = new PostgresWork(source, { legal: machine, machine, ids: new UuidIds(machine) });
      const given = await new GiveSignInCode(work, { value: await instanceSecretOf(settings) }).run(strangerCtx('fr', 'sign-in-code'), who);
      if (given.refused) {
        process.stderr.write(`${refusalSentence(given, 'fr')}\n`);
        return 1;
      }
      const { code, displayName, mailAddress, expiresAt } = given.value;
      tell(`Code de ${displayName} (${mailAddress}) : ${code.slice(0, 3)} ${code.slice(3)}`);
      tell('Il se saisit dans le navigateur qui l’a demandé. Ce geste est inscrit au journal ; les deux coordinations en seront averties.');
      result({ code, mailAddress, expiresAt: expiresAt.toISOString() });
      return 0;
    } finally {
      await source.destroy();
    }
  },
};
