/** Minutes (PV): their words on screen, the consent that is signed, what stands around the facts. */
export const minutes = {
  consent:
    'Je signe le procès-verbal {number}, version {version}, au nom de {party}, à {place}. J’ai pu en lire le texte entier ; ma signature vaut pour l’empreinte {contentHash}.',
  heading: {
    discussions: 'Échanges',
    reservations: 'Réserves et déclarations',
    nextMeeting: 'Prochaine séance',
    rectification: 'Rectification',
  },
  quorumRule: {
    EVERY_CO_PRESIDENT: 'Chaque coprésident(e), ou son délégué écrit, doit être présent.',
    EVERY_PARTY: 'Chaque partie doit avoir au moins un membre votant présent.',
    NONE: 'Aucun quorum n’est prévu.',
  },
  byHands: 'À main levée : constaté par la coordination de {noted}, confirmé par celle de {confirmed}.',
  handsContested: '{name} conteste la voix notée pour son siège : {reason}',
  partnershipSetting: 'Paramètre du partenariat (le texte est muet)',
  nextWhenUnsaid: 'Date à convenir entre les parties.',
  standing: {
    draft: 'Projet : ce texte n’est pas arrêté et ne peut pas être signé.',
    review: 'En relecture : ce texte n’est pas encore arrêté.',
    awaiting: 'Non exécutoire : il manque la signature de {names}.',
    awaitingYours: 'Non exécutoire : il ne manque que la vôtre.',
    executory: 'Exécutoire depuis le {date}, date de la dernière signature.',
  },
  rectifies: 'Ce procès-verbal rectifie le {number}, exécutoire, qui reste lisible tel qu’il a été signé. Motif : {reason}',
  speaker: {
    unread: 'Version non relue par un locuteur.',
    read: 'Relue par un locuteur : {office}.',
    behind: 'Le texte qui fait foi a été modifié depuis.',
  },
  contentChanged: 'Le texte a été modifié.',
};
