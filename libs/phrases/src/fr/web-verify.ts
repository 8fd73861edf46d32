/** The page of verification: for anybody, signed in or not. */
export const webVerify = {
  title: 'Vérifier un procès-verbal',
  lead: 'Ce fichier vient-il d’ici, et a-t-il été modifié\u00a0? Où en sont ses signatures\u00a0? Sans compte\u00a0: le fichier est comparé, puis oublié.',
  link: 'Vérifier un procès-verbal',
  file: { title: 'Avec le fichier', field: 'Fichier PDF', hint: '{megabytes}\u00a0Mo au plus. Il n’est ni ouvert ni gardé.', send: 'Vérifier ce fichier', sending: 'Vérification en cours…' },
  hash: { title: 'Avec l’empreinte', field: 'Empreinte SHA-256', hint: '64 signes\u00a0: celle imprimée au bas du procès-verbal, ou celle que vous avez calculée sur votre fichier.', send: 'Vérifier cette empreinte' },
  about: {
    title: 'Ce que dit cette page',
    valid: '«\u00a0Authentique\u00a0»\u00a0: ces octets sont ceux qui ont été imprimés ici, aucun n’a changé.',
    altered: '«\u00a0Modifié\u00a0»\u00a0: le fichier se présente comme un procès-verbal d’ici, mais ses octets ne sont pas ceux qui ont été arrêtés.',
    unknown: '«\u00a0Inconnu\u00a0»\u00a0: rien de tel n’a été imprimé par cette instance.',
    silent: 'D’un procès-verbal qui n’est pas public, elle dit le numéro, le jour et les parties\u00a0; jamais le contenu.',
  },
  verdict: {
    VALID: { file: 'Ce fichier est authentique', hash: 'Cette empreinte est connue', status: 'Authentique' },
    ALTERED: { file: 'Ce fichier a été modifié', hash: 'Ce fichier a été modifié', status: 'Modifié' },
    UNKNOWN: { file: 'Ce fichier est inconnu ici', hash: 'Cette empreinte est inconnue ici', status: 'Inconnu' },
  },
  kind: {
    CONTENT: 'C’est l’empreinte du contenu de ce procès-verbal. Elle ne dit rien du papier ou du fichier que vous tenez\u00a0: pour comparer un fichier, déposez-le.',
    MINUTES: 'C’est le procès-verbal tel qu’il a été arrêté, octet pour octet.',
    SIGNATURES: 'C’est la feuille de signatures de ce procès-verbal, telle qu’elle a été imprimée ici.',
    PUBLIC_COPY: 'C’est la copie publique de ce procès-verbal, telle qu’elle a été imprimée ici.',
    EXTRACT: 'C’est un extrait de ce procès-verbal, tel qu’il a été imprimé ici.',
  },
  altered: 'Il se présente comme le procès-verbal ci-dessous, mais ses octets ne sont pas ceux qui ont été imprimés ici. Ne vous y fiez pas\u00a0: demandez le fichier à l’une des parties, et signalez-leur celui-ci.',
  unknown: 'Ce n’est ni un procès-verbal imprimé par cette instance, ni une copie qu’elle en a faite. Un papier numérisé, un fichier réenregistré ou imprimé par une autre instance n’est pas reconnu\u00a0: vérifiez l’adresse imprimée sous son code QR.',
  facts: { number: 'Procès-verbal', meeting: 'Séance', parties: 'Parties', language: 'Langue', version: 'Version', standing: 'Signatures', hash: 'Empreinte vérifiée (SHA-256)' },
  language: { fr: 'français, qui fait foi', ar: 'arabe' },
  standing: {
    AWAITING: 'Pas encore signé par toutes les parties\u00a0: il n’est pas exécutoire.',
    EXECUTORY: 'Signé par toutes les parties\u00a0: il est exécutoire.',
    REPLACED: 'Cette version a été remplacée\u00a0: les signatures qu’elle portait ne comptent plus.',
  },
  signed: '{office}, à {place}, le {day}',
  read: 'Lire ce qui est public du {number}',
  again: 'Vérifier un autre fichier',
};
