import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isLanguage, parsePersonName } from '#kernel';
import { isLoopback, parseMailAddress, readSettings, refusalSentence } from '#platform';
import { say } from '#phrases';

/** One thing `passerelle init` must know. Options, then the environment, then the default; a terminal is asked for the rest. */
export interface Question {
  /** The setting's name, as `passerelle.env` keeps it; `ADMIN_…` are used once and not kept. */
  readonly name: string;
  /** `--public-url`. */
  readonly option: string;
  readonly prompt: string;
  readonly fallback?: (answers: Answers) => string | undefined;
  /** May stay empty. */
  readonly optional?: boolean;
  /** Never asked at a terminal: its default is right for almost everybody. */
  readonly quiet?: boolean;
  /** What is wrong with the answer, in a sentence; `null` when nothing is. */
  readonly check: (value: string, answers: Answers) => string | null;
}

export type Answers = Readonly<Record<string, string>>;

/** What is said of a setting because another is absent: each is judged alone here, and together before the mail leaves. */
const aboutOthers = /est obligatoire|doit accompagner|est donné sans/;

/** As the start itself would judge the setting, so that nothing is accepted here that is refused there. */
const asSetting = (name: string) => (value: string): string | null => {
  const read = readSettings({ DEMO: '0', [name]: value });
  const problems = 'problems' in read ? read.problems : [];
  return problems.find((problem) => problem.startsWith(name) && !aboutOthers.test(problem)) ?? null;
};

const hostOf = (answers: Answers): string => (URL.canParse(answers['PUBLIC_URL'] ?? '') ? new URL(answers['PUBLIC_URL'] ?? '').hostname : '');

function dataFolder(value: string): string | null {
  const folder = resolve(value);
  if (existsSync(join(folder, 'demo.secret')) || folder === resolve('.data')) return `${value} est le dossier de la démonstration : choisissez-en un autre, par exemple instance.`;
  return null;
}

function personName(value: string): string | null {
  const name = parsePersonName(value);
  if (!name.refused) return null;
  return refusalSentence(name, 'fr', 'Ce nom s’écrit en lettres latines, arabes ou tifinaghes, sans signe invisible.');
}

const mailAddress = (value: string): string | null => (parseMailAddress(value).refused ? say('fr', 'refusal.MAIL_ADDRESS_REFUSED') : null);

const setting = (question: Omit<Question, 'check'> & Partial<Question>): Question => ({ check: asSetting(question.name), ...question });
const silent = { optional: true, quiet: true } as const;

/** In the order in which a person is asked. */
export const questions: readonly Question[] = [
  setting({ name: 'PUBLIC_URL', option: '--public-url', prompt: 'Adresse que les gens taperont (https://cooperation.ville.example)' }),
  setting({ name: 'SMTP_URL', option: '--smtp-url', prompt: 'Relais de courriel (smtps://compte:mot-de-passe@relais.ville.example:465 ; # @ : / du mot de passe s’écrivent %23 %40 %3A %2F)' }),
  {
    name: 'MAIL_FROM', option: '--mail-from', prompt: 'Adresse qui enverra les courriels',
    fallback: (answers) => (isLoopback(hostOf(answers)) || hostOf(answers) === '' ? undefined : `passerelle@${hostOf(answers)}`),
    check: (value) => asSetting('MAIL_FROM')(value) ?? mailAddress(value),
  },
  { name: 'ADMIN_NAME', option: '--admin-name', prompt: 'Nom de la personne qui administrera l’instance', check: personName },
  { name: 'ADMIN_MAIL', option: '--admin-mail', prompt: 'Son adresse de courriel (le code de confirmation y part)', check: mailAddress },
  { name: 'ADMIN_LANGUAGE', option: '--admin-language', prompt: 'Sa langue (fr ou ar)', fallback: () => 'fr', quiet: true, check: (value) => (isLanguage(value) ? null : 'La langue est fr ou ar.') },
  setting({ name: 'DATA_DIR', option: '--data-dir', prompt: 'Dossier des données', fallback: () => 'instance', check: dataFolder }),
  setting({ name: 'PORT', option: '--port', prompt: 'Port écouté derrière votre mandataire TLS', fallback: () => '3000' }),
  setting({ name: 'TRUST_PROXY', option: '--trust-proxy', prompt: 'Mandataires dont l’en-tête X-Forwarded-For est cru', fallback: () => 'loopback', quiet: true }),
  setting({ name: 'PUBLISHER', option: '--publisher', prompt: 'Éditeur, pour les mentions légales (Commune de …)', optional: true }),
  setting({ name: 'PUBLISHER_ADDRESS', option: '--publisher-address', prompt: 'Son adresse postale', optional: true }),
  setting({ name: 'PUBLISHER_PHONE', option: '--publisher-phone', prompt: 'Son téléphone', optional: true }),
  setting({ name: 'PUBLICATION_DIRECTOR', option: '--publication-director', prompt: 'Directeur de la publication, par sa fonction (Le maire)', optional: true }),
  setting({ name: 'HOSTING', option: '--hosting', prompt: 'Hébergeur : nom, adresse, téléphone', optional: true }),
  setting({ name: 'DPO_CONTACT', option: '--dpo', prompt: 'Comment joindre le délégué à la protection des données', optional: true }),
  setting({ name: 'HOST', option: '--host', prompt: 'Adresse écoutée', ...silent }),
  setting({ name: 'DATABASE_URL', option: '--database-url', prompt: 'PostgreSQL, rôle passerelle_app', ...silent }),
  setting({ name: 'DATABASE_OWNER_URL', option: '--database-owner-url', prompt: 'PostgreSQL, rôle passerelle_owner', ...silent }),
  setting({ name: 'DATABASE_WORKER_URL', option: '--database-worker-url', prompt: 'PostgreSQL, rôle passerelle_worker', ...silent }),
  setting({ name: 'DATABASE_QUEUE_URL', option: '--database-queue-url', prompt: 'PostgreSQL, rôle passerelle_queue', ...silent }),
  setting({ name: 'REDIS_URL', option: '--redis-url', prompt: 'Redis', ...silent }),
];
