/** Refusals about one's own data. */
export const refusalPrivacy = {
  LANGUAGE_UNKNOWN: 'Cette langue n’est pas proposée : {language}.',
  ERASE_WORD_MISSING: 'Rien n’est effacé : écrivez le mot EFFACER pour confirmer.',
  ERASE_OFFICE_HELD: 'Vous tenez encore une fonction : « {office} ». Demandez à votre coordination d’y mettre fin, puis revenez : une fonction sans personne à joindre arrêterait les autres.',
  ERASE_LAST_ADMIN: 'Vous êtes la seule personne qui administre ce service. Nommez-en une autre (passerelle init le peut sur une instance vide ; sinon voyez votre service informatique), puis revenez.',
  ERASE_INVITATION_OPEN: 'Une invitation attend encore votre réponse. Demandez à qui vous a invité de la retirer, puis revenez.',
};
