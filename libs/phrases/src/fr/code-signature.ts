/** A signature given with a code received by mail: what both coordinations are written at once. */
export const codeSignature = {
  mail: {
    subject: '{number} : signé avec un code reçu par courriel',
    heading: 'Un procès-verbal a été signé avec un code',
    body: '{office} ({party}) a signé le {number} avec un code reçu par courriel, le {day} à {time}.',
    until: 'Contestable pendant 48 heures : jusqu’au {day} à {time}.',
    otherwise: 'Si c’est bien sa signature, rien à faire. Sinon, la personne du siège ou sa coordination la conteste sur la page du PV avant ce terme, avec un motif. Un PV pas encore exécutoire revient alors en projet ; un PV exécutoire le reste, et seul un PV rectificatif le corrige.',
    button: 'Lire le PV et ses signatures',
  },
  contestable: 'Contestable jusqu’au {day} à {time} : passé ce terme, elle ne se conteste plus ici.',
  contestedMail: {
    subject: '{number} : une signature est contestée',
    heading: 'Une signature par code est contestée',
    body: '{by} conteste une signature du {number} : {office} ({party}), par code, le {day} à {time}.',
    reason: 'Motif : {reason}',
    draft: 'Le PV n’était pas exécutoire : il est revenu en projet, dans une nouvelle version. Les signatures déjà données sont sans effet et restent lisibles ; chaque présidence signera de nouveau. La personne du siège vérifie ses appareils (« Mes appareils »).',
    executory: 'Le PV était exécutoire et le reste : ses décisions gardent leur effet. Si la contestation est fondée, les coordinations ouvrent un PV rectificatif, que toutes les présidences signent. La personne du siège vérifie ses appareils (« Mes appareils »).',
  },
};
