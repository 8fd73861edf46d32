const sentences = {
  HIDDEN_TABLES: 'La sécurité par ligne cache des tables au rôle propriétaire, la sauvegarde serait incomplète : vérifiez que DATABASE_OWNER_URL nomme passerelle_owner, puis relancez le démarrage qui rétablit les droits',
  UNKNOWN_TABLES: 'La base contient des objets que la sauvegarde ne sait pas copier (table partitionnée, vue matérialisée ou table étrangère)',
  NOT_PASSERELLE: 'Cette base ne contient pas de données de Passerelle : rien à sauvegarder.',
  FILE_EXISTS: 'Ce fichier existe déjà et n’est pas remplacé : choisissez un autre nom',
  NO_SUCH_FILE: 'Ce fichier n’existe pas ou ne peut pas être lu',
  DAMAGED: 'Ce fichier n’est pas une sauvegarde entière de Passerelle ; rien n’a été changé. Prenez une autre copie',
  NEWER_THAN_US: 'Cette sauvegarde vient d’une version plus récente de Passerelle : installez cette version, puis relancez la restauration',
  NOT_EMPTY: 'La restauration n’écrit que dans une instance vide, et celle-ci contient des données : choisissez un autre DATA_DIR ou une base neuve (si vous videz celle-ci, sauvegardez-la d’abord). Tables remplies',
  HOUSE_OPEN: 'La base est en cours d’utilisation : arrêtez Passerelle (et les consoles SQL), puis relancez la restauration.',
  OTHER_COLUMNS: 'Les colonnes de cette sauvegarde ne sont pas celles que ses migrations font ; rien n’a été gardé',
  NOT_THE_SAME: 'Les lignes relues après restauration ne sont pas celles de la sauvegarde ; rien n’a été gardé',
  UNFINISHED: 'Une restauration a été interrompue dans cette base : relancez passerelle restore avec le même fichier, elle reprendra du début. Rien n’est servi d’ici là.',
  DEMO_INTO_REAL: 'C’est la sauvegarde d’une démonstration : elle ne se restaure pas dans une instance réelle. Ajoutez DEMO=1 et un DATA_DIR à part.',
  REAL_INTO_DEMO: 'C’est la sauvegarde d’une instance réelle : donnez d’abord ses réglages (passerelle.env ou variables d’environnement), car sans eux ce serait une démonstration.',
} as const;

export type BackupProblemCode = keyof typeof sentences;

/** Why a backup or a restore stops: a code, a sentence for the administrator, and the fact behind it. */
export class BackupProblem extends Error {
  readonly sentence: string;

  constructor(
    readonly code: BackupProblemCode,
    readonly detail: string,
  ) {
    const sentence = detail ? `${sentences[code].replace(/\.$/, '')} : ${detail}` : sentences[code];
    super(sentence);
    this.name = 'BackupProblem';
    this.sentence = sentence;
  }
}
