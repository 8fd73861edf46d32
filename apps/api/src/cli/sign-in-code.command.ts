import { GiveSignInCode } from '#identity';
import { instanceSecretOf, refusalSentence } from '#platform';
import { strangerCtx } from '../door/house-context-source.js';
import { withCommandTools } from '../first-day/command-work.js';
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
    const secret = await instanceSecretOf(settings);
    const given = await withCommandTools(app, ({ work }) => new GiveSignInCode(work, { value: secret }).run(strangerCtx('fr', 'sign-in-code'), who));
    if (given.refused) {
      process.stderr.write(`${refusalSentence(given, 'fr')}\n`);
      return 1;
    }
    const { code, displayName, mailAddress, expiresAt } = given.value;
    tell(`Code de ${displayName} (${mailAddress}) : ${code.slice(0, 3)} ${code.slice(3)}`);
    tell('Il se saisit dans le navigateur qui l’a demandé. Ce geste est inscrit au journal ; les deux coordinations en seront averties.');
    result({ code, mailAddress, expiresAt: expiresAt.toISOString() });
    return 0;
  },
};
