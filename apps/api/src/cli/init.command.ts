import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { SystemClock } from '#platform';
import { gather, wordsOf, type Terminal } from '../first-day/init/answers.js';
import { codeOf, relayTrouble, sendCode } from '../first-day/init/confirm-mail.js';
import { forgetPending, keepPending, keepSettings, readPending, settingsFile, settingsText, type Pending } from '../first-day/init/kept-files.js';
import { openInstance, settingsOf } from '../first-day/init/open-instance.js';
import { judgeCode } from '../first-day/init/judge-code.js';
import { whatRemains } from '../first-day/init/what-remains.js';
import type { Command, CommandLine } from './command.js';

const clock = new SystemClock();

/** A mail is sent and nothing else is done yet: its code confirms that the relay delivers and that the address is read. */
async function begin(line: CommandLine, folder: string, terminal: Terminal | null): Promise<Pending | number> {
  const gathered = await gather(wordsOf(line.words), process.env, terminal);
  if ('problems' in gathered) return wrong(line, gathered.problems, 2);
  const pending: Pending = { answers: gathered.answers, secret: randomBytes(32).toString('hex'), codeId: randomUUID(), sentAt: clock.now().toISOString(), tries: 0, confirmed: false };
  settingsOf(pending);
  line.say('Essai du relais de courriel…');
  const trouble = (await relayTrouble(pending.answers['SMTP_URL'] ?? '')) ?? (await sendCode(pending));
  if (trouble) return wrong(line, [trouble], 1);
  keepPending(folder, pending);
  line.say(`Un code à six chiffres est parti vers ${pending.answers['ADMIN_MAIL']}. Il vaut 30 minutes.`);
  return pending;
}

function wrong(line: CommandLine, problems: readonly string[], code: number): number {
  process.stderr.write(`${problems.map((problem) => `• ${problem}`).join('\n')}\n`);
  line.result({ state: 'REFUSED', problems });
  return code;
}

/** Judges one typed code and keeps the outcome. @returns the confirmed state, or why not */
function typed(folder: string, pending: Pending, code: string): Pending | string {
  const judged = judgeCode(pending, { code, expected: codeOf(pending), now: clock.now() });
  keepPending(folder, judged.pending);
  return judged.problem ?? judged.pending;
}

async function askCode(folder: string, first: Pending, terminal: Terminal): Promise<Pending | string> {
  let pending = first;
  for (;;) {
    const answer = typed(folder, pending, await terminal.ask('Code reçu : '));
    if (typeof answer !== 'string') return answer;
    pending = readPending(folder) ?? pending;
    if (pending.tries >= 5) return answer;
    terminal.say(`  ${answer}`);
  }
}

async function finish(line: CommandLine, folder: string, pending: Pending): Promise<number> {
  line.say('Base de données, tables, administrateur…');
  await openInstance(pending);
  keepSettings(folder, settingsText(pending.answers, pending.secret));
  forgetPending(folder);
  whatRemains(pending.answers, settingsFile(folder)).forEach((sentence) => line.say(sentence));
  line.result({ state: 'OPENED', publicUrl: pending.answers['PUBLIC_URL'], settings: settingsFile(folder) });
  return 0;
}

/** The state once a code has been asked or given; a number ends the command with that exit code. */
async function confirmedOf(line: CommandLine, folder: string, terminal: Terminal | null): Promise<Pending | number> {
  const { code } = wordsOf(line.words);
  const kept = readPending(folder);
  if (kept?.confirmed) return kept;
  if (code !== null) {
    if (!kept) return wrong(line, ['Aucun code n’a été envoyé d’ici : lancez d’abord passerelle init sans --code, dans ce même dossier.'], 1);
    const answer = typed(folder, kept, code);
    return typeof answer === 'string' ? wrong(line, [answer], 1) : answer;
  }
  const begun = await begin(line, folder, terminal);
  if (typeof begun === 'number') return begun;
  if (!terminal) {
    line.say('Confirmez-le : passerelle init --code SIX_CHIFFRES, dans ce même dossier.');
    line.result({ state: 'CODE_SENT', to: begun.answers['ADMIN_MAIL'] });
    return 0;
  }
  const answer = await askCode(folder, begun, terminal);
  return typeof answer === 'string' ? wrong(line, [answer], 1) : answer;
}

async function run(line: CommandLine): Promise<number> {
  const folder = process.cwd();
  if (existsSync(settingsFile(folder))) return wrong(line, [`L’instance de ce dossier est déjà ouverte : ${settingsFile(folder)}. npm start la sert ; passerelle doctor l’examine.`], 1);
  const lines = process.stdin.isTTY && !line.json ? createInterface({ input: process.stdin, output: process.stdout }) : null;
  const terminal = lines && { ask: (prompt: string) => lines.question(prompt), say: line.say };
  try {
    const confirmed = await confirmedOf(line, folder, terminal);
    return typeof confirmed === 'number' ? confirmed : await finish(line, folder, confirmed);
  } finally {
    lines?.close();
  }
}

/** « Ouvrir notre instance »: from a demonstration to a town's own installation, in one command. */
export const initCommand: Command = {
  name: 'init',
  usage: 'init [--yes] [--public-url … --smtp-url … --admin-name … --admin-mail …] [--code …]',
  summary: 'Ouvre l’instance de votre collectivité : adresse, courriel confirmé, secret, base, premier administrateur.',
  withoutSettings: true,
  run,
};
