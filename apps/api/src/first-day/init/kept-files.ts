import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { settingsFileName } from '#platform';
import type { Answers } from './questions.js';

/** What `init` keeps between the mail that it sent and the code that confirms it. */
export interface Pending {
  readonly answers: Answers;
  /** The instance's secret, drawn before the mail: the code derives from it. */
  readonly secret: string;
  readonly codeId: string;
  /** Machine instant, ISO 8601 in UTC: the code is good for 30 minutes. */
  readonly sentAt: string;
  readonly tries: number;
  /** The code was typed: a kill after this is finished by calling `init` again. */
  readonly confirmed: boolean;
}

const pendingFile = (folder: string): string => join(folder, 'passerelle.init.json');
export const settingsFile = (folder: string): string => join(folder, settingsFileName);

/** Written beside, flushed, moved, readable by its owner only: whoever reads it finds all of it or nothing. */
function keep(path: string, text: string): void {
  const draft = `${path}.${process.pid}`;
  rmSync(draft, { force: true });
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}

export const keepPending = (folder: string, pending: Pending): void => keep(pendingFile(folder), JSON.stringify(pending));
export const forgetPending = (folder: string): void => rmSync(pendingFile(folder), { force: true });
export const readPending = (folder: string): Pending | null => (existsSync(pendingFile(folder)) ? (JSON.parse(readFileSync(pendingFile(folder), 'utf8')) as Pending) : null);

/** Quoted when the value holds a space, a quote or a #; a straight double quote, which only a title can hold, becomes a curved one. */
const quoted = (value: string): string => (/[\s#"']/.test(value) ? `"${value.replaceAll('"', '”')}"` : value);

const sections: readonly (readonly [string, readonly string[]])[] = [
  ['Qui peut lire ce fichier peut se faire passer pour l’instance : gardez-en une copie à part, et rien d’autre.', ['INSTANCE_SECRET']],
  ['Où l’on nous trouve. Le domaine est aussi celui des clés d’accès : le changer oblige chacun à refaire la sienne.', ['PUBLIC_URL', 'HOST', 'PORT', 'TRUST_PROXY']],
  ['Courriels', ['SMTP_URL', 'MAIL_FROM']],
  ['Données', ['DATA_DIR', 'DATABASE_URL', 'DATABASE_OWNER_URL', 'DATABASE_WORKER_URL', 'DATABASE_QUEUE_URL', 'REDIS_URL']],
  ['Mentions légales et vie privée, affichées au public', ['PUBLISHER', 'PUBLISHER_ADDRESS', 'PUBLISHER_PHONE', 'PUBLICATION_DIRECTOR', 'HOSTING', 'DPO_CONTACT']],
];

/** The text of `passerelle.env`: each setting under a word of explanation; public parts left empty stay as lines to fill in. */
export function settingsText(answers: Answers, secret: string): string {
  const values: Answers = { ...answers, INSTANCE_SECRET: secret };
  const open = sections.at(-1)?.[1] ?? [];
  const lineOf = (name: string): string[] => (values[name] ? [`${name}=${quoted(values[name])}`] : open.includes(name) ? [`# ${name}=`] : []);
  const blocks = sections.map(([title, names]) => [title, names.flatMap(lineOf)] as const).filter(([, lines]) => lines.length > 0);
  return `${['# Réglages de cette instance de Passerelle, écrits par « passerelle init ». L’environnement l’emporte sur ce fichier.', ...blocks.flatMap(([title, lines]) => ['', `# ${title}`, ...lines])].join('\n')}\n`;
}

export const keepSettings = (folder: string, text: string): void => keep(settingsFile(folder), text);
