import { importPartnership, type NotImported } from '../archive/import-partnership.js';
import { migrate } from '../migrate.js';
import { Archive, ArchiveProblem } from '../verify/archive.js';
import { told } from '../verify/told.js';
import type { Command, CommandLine } from './command.js';

const causes: Readonly<Record<Exclude<NotImported['reason'], 'TAMPERED'>, (detail: string) => string>> = {
  NOT_EMPTY: () => 'Cette instance a déjà un partenariat : une archive ne s’ouvre que dans une instance vide.',
  UNKNOWN_SCHEMA: (detail) => `L’archive vient d’une version plus récente (${detail}) : mettez Passerelle à jour, puis recommencez.`,
  UNKNOWN_TABLE: (detail) => `L’archive contient une table que cette version ne connaît pas : ${detail}.`,
  DEMO: () => 'C’est l’archive d’une démonstration : elle ne s’ouvre pas dans une vraie instance, où des votes inventés passeraient pour vrais.',
  REAL: () => 'C’est l’archive d’une vraie instance : elle ne s’ouvre pas dans une démonstration.',
};

function refused(line: CommandLine, refusal: NotImported): number {
  if (refusal.reason === 'TAMPERED') {
    for (const finding of refusal.findings) line.say(`- ${told(finding)}`);
    line.say('Rien n’a été écrit : l’archive ne correspond pas à son journal ou à son manifeste.');
  } else line.say(`${causes[refusal.reason](refusal.detail)} Rien n’a été écrit.`);
  line.result({ problem: refusal.reason, ...refusal });
  return 1;
}

async function run(line: CommandLine): Promise<number> {
  const [file, ...rest] = line.words;
  if (file === undefined || rest.length > 0) {
    line.say(`passerelle ${importCommand.usage}`);
    return 2;
  }
  const archive = await Archive.open(file);
  try {
    const { owner } = await line.databases();
    await migrate(owner);
    const refusal = await importPartnership(owner, archive, { demo: line.settings.demo });
    if (refusal) return refused(line, refusal);
    const { partnershipId, contentHash, head } = archive.manifest;
    line.say(`Partenariat ${partnershipId} ouvert ici, avec son journal jusqu’au n° ${head.sequence}.\nEmpreinte du contenu : ${contentHash}`);
    line.say('Personne n’y a encore accès : l’archive ne contient aucune adresse de courriel. Son administration invite d’abord la coordination de chaque partie, depuis « Mon tour » (sans administration : passerelle appoint-admin ADRESSE --name "PRÉNOM NOM") ; chaque personne invitée retrouvera son nom et son mandat.');
    line.result({ partnershipId, contentHash, head });
    return 0;
  } finally {
    archive.close();
  }
}

/** Opens a partnership's archive in an empty instance, after the whole check. */
export const importCommand: Command = {
  name: 'import',
  usage: 'import FICHIER.zip',
  summary: 'Vérifie l’archive d’un partenariat et l’ouvre dans cette instance, si elle est vide.',
  run: (line) =>
    run(line).catch((error: unknown) => {
      if (!(error instanceof ArchiveProblem)) throw error;
      line.say(`${error.message}\nRien n’a été écrit.`);
      line.result({ problem: 'ARCHIVE', entry: error.entry });
      return 1;
    }),
};
