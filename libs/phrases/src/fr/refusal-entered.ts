/** Refusals of acts entered for somebody. */
export const refusalEntered = {
  ENTERED_BY_COORDINATOR: 'Saisir pour quelqu’un revient à la coordination d’une partie. Adressez-vous à la vôtre.',
  ENTERED_FOR_ONESELF: 'Cet acte est le vôtre : faites-le directement, depuis la fiche ou le plan.',
  ENTERED_FOR_NO_OFFICE: 'Le {day}, cette personne n’avait pas la fonction que cet acte demande. Vérifiez le jour et la personne.',
  SAID_IN_FUTURE: 'Le {day} n’est pas encore venu. Indiquez le jour où la personne l’a dit ou écrit.',
  SAID_BEFORE: 'La fiche n’était pas encore soumise : la réponse ne peut pas dater d’avant le {day}. Vérifiez le jour.',
  ENTERED_PARTY_ANSWERS: 'La coordination de {party} est venue il y a moins de {days, plural, one {# jour} many {# jours} other {# jours}} : c’est à elle de saisir pour ses membres.',
  ENTERED_PROOF_REQUIRED: '{why, select, BOTH_SIDES {La même main a déjà écrit pour une autre partie} other {Vous saisissez pour une autre partie que la vôtre}} : joignez le papier, le courriel ou sa photo.',
  ENTERED_NOT_YOURS: 'Seule la personne dont c’est la parole, ou la coordination de sa partie, peut contester cet acte.',
  ENTERED_ALREADY_CONTESTED: 'Cet acte est déjà contesté. Rien d’autre à faire.',
  CONTEST_TOO_LATE: 'Le délai pour contester s’est achevé le {day}. Écrivez à votre coordination : le comité peut toujours décider.',
  MAIL_OUT_OF_REACH: 'Cette personne n’a pas d’adresse de courriel ici, ou n’a pas de siège aujourd’hui. Choisissez quelqu’un parmi les personnes proposées.',
};
