/** Why the embedded PostgreSQL cannot serve. Each has one sentence a system administrator can act on. */
export type ProblemCode =
  | 'MISSING_BINARY'
  | 'UNUSABLE_BINARY'
  | 'NO_IDENTITY'
  | 'DISK_FULL'
  | 'OTHER_MAJOR'
  | 'DATA_DIR_LOCKED'
  | 'SOCKET_DIR_UNSAFE'
  | 'NOT_ANSWERING';

const sentences: Record<ProblemCode, { fr: string; en: string }> = {
  MISSING_BINARY: {
    fr: 'Aucun PostgreSQL embarqué n’est installé pour cette plateforme : relancez `npm ci`, ou indiquez une base par DATABASE_URL.',
    en: 'No embedded PostgreSQL is installed for this platform: run `npm ci` again, or name a database in DATABASE_URL.',
  },
  UNUSABLE_BINARY: {
    fr: 'Le PostgreSQL embarqué ne s’exécute pas sur ce système (glibc 2.27 ou plus récente est requise) : indiquez une base par DATABASE_URL.',
    en: 'The embedded PostgreSQL does not run on this system (glibc 2.27 or newer is needed): name a database in DATABASE_URL.',
  },
  NO_IDENTITY: {
    fr: 'PostgreSQL refuse de tourner sous root et aucun autre compte ne peut lire ce dossier : lancez Passerelle sans root, déplacez-la, ou indiquez DATABASE_URL.',
    en: 'PostgreSQL refuses to run as root and no other account can reach this folder: start Passerelle without root, move it, or set DATABASE_URL.',
  },
  DISK_FULL: {
    fr: 'Le disque est plein : libérez de la place (300 Mo suffisent pour la démonstration) puis relancez ; aucune donnée enregistrée n’est perdue.',
    en: 'The disk is full: free some space (300 MB is enough for the demo) and start again; nothing already saved is lost.',
  },
  OTHER_MAJOR: {
    fr: 'Ces données ont été écrites par une autre version majeure de PostgreSQL ; elles ne sont pas ouvertes, pour ne pas les abîmer. Pour les reprendre : remettez la version de Passerelle qui les ouvrait, faites `passerelle backup`, puis, avec celle-ci et un autre DATA_DIR, `passerelle restore FICHIER`.',
    en: 'These data were written by another major version of PostgreSQL; they are left closed so as not to damage them. To take them over: put back the Passerelle that opened them, run `passerelle backup`, then with this one and another DATA_DIR `passerelle restore FILE`.',
  },
  DATA_DIR_LOCKED: {
    fr: 'Une autre Passerelle utilise déjà ce dossier de données : arrêtez-la, ou choisissez un autre DATA_DIR.',
    en: 'Another Passerelle already uses this data folder: stop it, or choose another DATA_DIR.',
  },
  SOCKET_DIR_UNSAFE: {
    fr: 'Le dossier temporaire prévu pour la socket appartient à un autre compte : supprimez-le ou changez TMPDIR.',
    en: 'The temporary folder meant for the socket belongs to another account: remove it or change TMPDIR.',
  },
  NOT_ANSWERING: {
    fr: 'Le PostgreSQL embarqué n’a pas démarré ; la fin de son journal suit.',
    en: 'The embedded PostgreSQL did not start; the end of its log follows.',
  },
};

/** The only error this folder throws on purpose: a code, one French and one English sentence, and the fact behind it. */
export class EmbeddedPostgresProblem extends Error {
  readonly fr: string;
  readonly en: string;

  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
  ) {
    const { fr, en } = sentences[code];
    super(`[${code}] ${fr}\n[${code}] ${en}\n${detail}`.trimEnd());
    this.name = 'EmbeddedPostgresProblem';
    this.fr = fr;
    this.en = en;
  }
}

/** True when the text of a failure (Node's or PostgreSQL's) says that the disk is full. */
export const saysDiskFull = (text: string): boolean => /ENOSPC|No space left on device|Disk quota exceeded/i.test(text);
