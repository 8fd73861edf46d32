/** What is said of an act entered by one person for another: in the trail, to the person, to both coordinations. */
export const entered = {
  plan: 'Plan d’action {year}',
  title: {
    SUBMIT_SHEET: 'Soumission de la fiche « {title} »',
    CO_VALIDATE_SHEET: 'Co-validation de la fiche « {title} »',
    RETURN_SHEET: 'Renvoi de la fiche « {title} »',
    VALIDATE_PLAN: 'Validation du plan d’action {year}',
  },
  sentence:
    'Saisi pour {person}{office, select, none {} other { ({office})}} par {by}, le {day}, d’après {channel, select, PAPER {un courrier} MAIL {un courriel} TELEPHONE {un appel téléphonique} other {un entretien}} du {said}.',
  state: {
    WAITING: 'Pas encore lu par la personne ; contestable jusqu’au {day} inclus.',
    READ: 'Lu par la personne ; contestable jusqu’au {day} inclus.',
    CONTESTED: 'Contesté.',
    ELAPSED: 'Sans contestation jusqu’au {day} : le délai est écoulé.',
  },
  undone: {
    projectSheet: 'La contestation a fait revenir la fiche là où elle en était.',
    actionPlan: 'La contestation a fait tomber cette validation : le plan est de nouveau à valider.',
  },
  recorded: 'Un acte arrêté ou adopté a suivi : la contestation reste inscrite ici, les coordinations en sont averties, le comité décide.',
  rule: {
    whose: 'La coordination saisit pour les personnes de sa partie. Elle ne saisit pour l’autre partie que si aucune coordination n’y est venue depuis {silent} jours.',
    told: 'La personne est avertie aussitôt et peut contester pendant {days} jours.',
    proof: 'Pour l’autre partie, ou quand une même main écrirait pour deux parties, le papier doit être joint.',
    never: 'Ni vote, ni signature, ni ouverture ou clôture de scrutin ne se saisissent ainsi.',
  },
  mail: {
    subject: 'Saisi en votre nom : {act}',
    heading: 'Un acte a été saisi en votre nom',
    body: '{act}. {sentence}',
    otherwise: 'Si c’est bien ce que vous avez dit, rien à faire. Sinon, contestez jusqu’au {day} inclus : un seul formulaire, votre motif.',
    button: 'Voir l’acte, ou le contester',
  },
  contestedMail: {
    subject: 'Acte contesté : {act}',
    heading: 'Un acte saisi pour quelqu’un est contesté',
    body: '{person} ({party}) : « {act} » n’est pas ce qui a été dit. L’acte avait été saisi par {by}.',
    reason: 'Motif : {reason}',
    button: 'Voir l’acte contesté',
  },
  sheetMail: {
    subject: 'Fiche à lire et à compléter : {title}',
    heading: 'Une fiche technique vous est envoyée',
    body: '{by} ({party}) vous envoie la fiche « {title} », jointe en fichier Word.',
    how: 'Lisez-la, complétez-la dans Word ou sur papier, puis renvoyez-la à {address}, par courriel ou par tout autre moyen. Ce que vous aurez dit sera saisi en votre nom, et vous en recevrez l’avis.',
    button: 'Ouvrir la fiche en ligne',
  },
  fileName: 'Fiche {year}',
};
