import { resumeSending } from '#notices';
import { commandCtx, withCommandTools } from '../first-day/command-work.js';
import type { Command, CommandLine } from './command.js';

async function run(line: CommandLine): Promise<number> {
  const { app } = await line.databases();
  const answer = await withCommandTools(app, ({ work }) => work.run(commandCtx('resume-sending'), (tx) => resumeSending(tx, null)));
  if (answer.refused) {
    line.say('Les envois n’attendent aucun accord : rien à faire.');
    line.result({ resumed: false });
    return 1;
  }
  line.say(`Les envois reprennent. L’instance avait été restaurée depuis la sauvegarde du ${answer.value.backupTakenAt.toISOString()} ; les rappels en retard partent en un seul courriel à jour par personne.`);
  line.result({ resumed: true, backupTakenAt: answer.value.backupTakenAt, restoredAt: answer.value.restoredAt });
  return 0;
}

/** The agreement of whoever runs the machine: the same act as the button shown to coordinators after a restore. */
export const resumeSendingCommand: Command = {
  name: 'resume-sending',
  usage: 'resume-sending',
  summary: 'Après une restauration : donne l’accord pour que les courriels repartent.',
  run,
};
