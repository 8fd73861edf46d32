import type { Finding, Flaw } from './evidence.js';

/** One French sentence per flaw; « @ » stands for the row. */
const sentences: Readonly<Record<Flaw, string>> = {
  CHANGED: 'modifié : @ ne correspond plus à son empreinte',
  REMOVED: 'supprimé : il manque @',
  INSERTED: 'inséré : @ n’a pas été écrit par la chaîne',
  REORDERED: 'déplacé : @ n’est plus à sa place',
  DUPLICATE: 'en double : @',
  BROKEN_LINK: 'chaîne rompue : @ ne suit pas la ligne précédente',
  TRUNCATED: 'fin coupée : il manque @',
  WRONG_HEAD: 'tête fausse : @ ne correspond pas à la dernière ligne',
  OTHER_HISTORY: 'autre histoire : @ n’a pas l’empreinte que vous aviez gardée',
  ROW_CHANGED: 'acte modifié : @ ne correspond plus au journal',
  ROW_WITHOUT_FACT: 'acte sans trace : @ n’est pas au journal, ou pas ainsi',
  FACT_WITHOUT_ROW: 'trace sans acte : le journal connaît @, la ligne a disparu ou dit autre chose',
  WORDS_CHANGED: 'texte modifié : @ ne correspond plus à son engagement',
  WORDS_REMOVED: 'texte supprimé sans effacement déclaré : @',
  WORDS_WITHOUT_FACT: 'texte ajouté : @ ne répond à aucun engagement',
  CONTENT_CHANGED: 'contenu scellé modifié : @ ne correspond plus à son empreinte',
  FILE_CHANGED: 'fichier modifié : @',
  FILE_MISSING: 'fichier absent : @',
  ARCHIVE: 'archive altérée : @ ne correspond pas au manifeste',
};

/** What is wrong, in one sentence that names the row. */
export const told = ({ code, where }: Finding): string => sentences[code].replace('@', () => where);
