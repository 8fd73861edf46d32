import { questions, type Answers, type Question } from './questions.js';

/** Asks one line at a terminal. */
export type Ask = (prompt: string) => Promise<string>;

/** What was said on the command line: the answers by setting, the switches, and the words nobody knows. */
export interface SaidWords {
  readonly answers: Answers;
  readonly yes: boolean;
  readonly code: string | null;
  readonly unknown: readonly string[];
}

/** Reads `--option value` and `--option=value`. */
export function wordsOf(words: readonly string[]): SaidWords {
  const answers: Record<string, string> = {};
  const unknown: string[] = [];
  let yes = false;
  let code: string | null = null;
  for (let at = 0; at < words.length; at += 1) {
    const [option = '', ...rest] = (words[at] ?? '').split('=');
    if (option === '--yes') {
      yes = true;
      continue;
    }
    const question = questions.find((known) => known.option === option);
    if (!question && option !== '--code') {
      unknown.push(words[at] ?? '');
      continue;
    }
    const value = rest.length > 0 ? rest.join('=') : (words[(at += 1)] ?? '');
    if (question) answers[question.name] = value.trim();
    else code = value;
  }
  return { answers, yes, code, unknown };
}

/** What stands before a person is asked: the command line, else the environment of the same name. */
const given = (question: Question, said: Answers, env: Readonly<Record<string, string | undefined>>): string =>
  said[question.name] || (question.name.startsWith('ADMIN_') ? '' : (env[question.name]?.trim() ?? ''));

const missing = ({ option, prompt }: Question): string => `${option} manque : ${prompt}.`;

async function askUntilRight(question: Question, answers: Answers, { ask, say }: Terminal): Promise<string> {
  const fallback = question.fallback?.(answers) ?? '';
  for (;;) {
    const typed = (await ask(`${question.prompt}${fallback ? ` [${fallback}]` : question.optional ? ' (facultatif)' : ''} : `)).trim() || fallback;
    if (typed === '' && question.optional) return '';
    const wrong = typed === '' ? 'Une réponse est nécessaire.' : question.check(typed, answers);
    if (wrong === null) return typed;
    say(`  ${wrong}`);
  }
}

/** A person at a terminal. */
export interface Terminal {
  readonly ask: Ask;
  readonly say: (sentence: string) => void;
}

/**
 * Every answer, checked. A terminal is asked for what is missing or wrong; without one, all that is missing or wrong is named at once.
 * @returns the answers, or problems in French sentences
 */
export async function gather(said: SaidWords, env: Readonly<Record<string, string | undefined>>, terminal: Terminal | null): Promise<{ answers: Answers } | { problems: string[] }> {
  const answers: Record<string, string> = {};
  const problems: string[] = said.unknown.map((word) => `« ${word} » n’est pas une option d’init.`);
  for (const question of questions) {
    const value = given(question, said.answers, env) || (!terminal || said.yes || question.quiet ? (question.fallback?.(answers) ?? '') : '');
    const wrong = value === '' ? null : question.check(value, answers);
    const asked = terminal !== null && !question.quiet && (value === '' ? !(said.yes && question.optional) : wrong !== null);
    if (asked && wrong) terminal.say(`  ${wrong}`);
    if (asked) answers[question.name] = await askUntilRight(question, answers, terminal);
    else if (wrong) problems.push(`${question.option} : ${wrong}`);
    else if (value === '' && !question.optional) problems.push(missing(question));
    else answers[question.name] = value;
  }
  return problems.length > 0 ? { problems } : { answers };
}
